import { readFileSync, writeFileSync } from 'node:fs';
import {
  VERSE_NAMES as names,
  readVerse,
  VERSE_CHARACTERS,
  type VerseRow,
} from '../pipeline/2-blocks/verse-signs.ts';
import { endingOf, widthOf } from '../pipeline/characters.ts';
import { type Example, fitLogistic, lossOf, weighExample } from './fit-logistic.ts';
import { readInvented } from './read-invented.ts';
import { readStacks, rowsOf } from './read-stacks.ts';
import { wrapParagraph } from './wrap-paragraph.ts';

// node scripts/bench/learn-verse-weights.ts: learns what tells verse from headlines, from the poems of
// tests/fixtures/verse, the stacks of tests/fixtures/stacks and the articles of tests/fixtures/articles. Writes
// `2-blocks/verse-characters.tsv`, prints VERSE_WEIGHTS of `2-blocks/verse-signs.ts`, and how well each fifth of the
// texts is told by what the others teach.
const POEMS = new URL('../../tests/fixtures/verse/invented.txt', import.meta.url);

/** What a weight must pay for its square; characters are many and seen seldom. */
const RIDGE = { sign: 3, character: 10 } as const;
/** A character in fewer lines tells nothing. */
const LEAST = 4;
/** Smaller weights are left out of the table. */
const SMALLEST = 0.05;
const FOLDS = 5;
/** Widths of columns in characters that running text is set in. */
const COLUMNS = [8, 10, 12, 14, 16, 18, 20] as const;
/** A poem has its lines once; a page has hundreds of rows of running text. */
const SHARE_OF_TEXT = 0.03;

interface Known {
  readonly is: boolean;
  readonly share: number;
  readonly text: string;
  readonly found: ReturnType<typeof readVerse>;
  readonly fold: number;
  readonly kind: 'verse' | 'title' | 'stack' | 'text';
}

const asRow = (text: string): VerseRow => ({ text, width: widthOf(text), ending: endingOf(text) });

/** Rows that stand one below the other. */
function read(kind: Known['kind'], fold: number, lines: readonly string[]): Known[] {
  const rows = lines.map(asRow);
  return rows.map((row, k) => {
    const found = readVerse(row, rows[k - 1], rows[k + 1]);
    return {
      kind,
      fold,
      is: kind === 'verse',
      text: row.text,
      found,
      share: kind === 'text' ? SHARE_OF_TEXT : 1,
    };
  });
}

function readPoems(): Known[] {
  const poems = readFileSync(POEMS, 'utf8').split(/^# /mu).slice(1);
  return poems.flatMap((poem, p) => {
    const [title = '', ...lines] = poem.split('\n').filter((line) => line !== '');
    const titles = [title, ...lines.filter((line) => line.startsWith('## ')).map((line) => line.slice(3))];
    return [
      ...titles.flatMap((line) => read('title', p % FOLDS, [line])),
      ...read(
        'verse',
        p % FOLDS,
        lines.filter((line) => !line.startsWith('## ')),
      ),
    ];
  });
}

function readTitles(): Known[] {
  const stacks = readStacks().filter(({ set }) => set === 'stacks');
  return [...Map.groupBy(stacks, ({ source }) => source).values()].flatMap((file, f) =>
    file.flatMap(({ kicker, headline, deck }, k) => {
      const parts = [kicker, headline, deck].filter((part) => part !== undefined);
      // A headline too wide for its column is set in two lines.
      const lines = k % 2 === 0 ? parts.flatMap(rowsOf) : parts.map((part) => rowsOf(part).join(''));
      return read('stack', f % FOLDS, lines);
    }),
  );
}

function readArticles(): Known[] {
  return readInvented().flatMap(({ articles }, f) =>
    articles.flatMap(({ kicker, headline, blocks }, a) => {
      const lines = blocks
        .filter(({ kind }) => kind === 'paragraph' || kind === 'subhead')
        .flatMap(({ text }) => wrapParagraph(text, COLUMNS[a % COLUMNS.length] as number));
      return [
        ...read(
          'stack',
          f % FOLDS,
          [kicker, headline].filter((line) => line !== undefined),
        ),
        ...read('text', f % FOLDS, lines),
      ];
    }),
  );
}

const all = [...readPoems(), ...readTitles(), ...readArticles()];
const counts = new Map<string, number>();
for (const { text, kind } of all) {
  if (kind === 'text') continue;
  for (const character of new Set(text)) counts.set(character, (counts.get(character) ?? 0) + 1);
}
const characters = [...counts]
  .filter(([character, count]) => count >= LEAST && /\p{Script=Han}/u.test(character))
  .map(([character]) => character)
  .sort();
const numbers = new Map(characters.map((character, k) => [character, names.length + k]));
const sum = (examples: readonly Known[]): number => examples.reduce((total, { share }) => total + share, 0);
const factor = sum(all.filter(({ is }) => !is)) / sum(all.filter(({ is }) => is));
const examples = all.map(({ is, share, text, found }): Example => {
  const signs = new Float64Array(names.length + characters.length);
  signs.set(found);
  for (const character of text) {
    const number = numbers.get(character);
    if (number !== undefined) signs[number] = 1;
  }
  // Verse counts as much as all else: how rare it is, the pass says.
  return { is, signs, share: is ? share * factor : share };
});
const ridge = [
  ...names.map((name) => (name === 'always' ? 0.01 : RIDGE.sign)),
  ...characters.map(() => RIDGE.character),
];
const said = new Float64Array(all.length);
for (let fold = 0; fold < FOLDS; fold++) {
  const weights = fitLogistic(
    examples.filter((_, k) => (all[k] as Known).fold !== fold),
    ridge,
  );
  examples.forEach((example, k) => {
    if ((all[k] as Known).fold === fold) said[k] = weighExample(example, weights);
  });
}
for (const kind of ['verse', 'title', 'stack', 'text'] as const) {
  const values = said.filter((_, k) => (all[k] as Known).kind === kind);
  const taken = values.filter((value) => value > 0).length;
  const mean = values.reduce((total, value) => total + value, 0) / values.length;
  console.log(
    `// ${kind}: ${values.length} lines, ${((100 * taken) / values.length).toFixed(1)} of 100 taken for verse, mean ${mean.toFixed(2)}`,
  );
}
const weights = fitLogistic(examples, ridge);
console.log(`// learnt from all: loss ${lossOf(examples, weights).toFixed(4)}`);
names.forEach((name, k) => {
  console.log(`  ${name}: ${Number((weights[k] as number).toFixed(2))},`);
});
const rows = characters
  .map((character, k) => [character, Number((weights[names.length + k] as number).toFixed(2))] as const)
  .filter(([, weight]) => Math.abs(weight) >= SMALLEST);
writeFileSync(VERSE_CHARACTERS, rows.map(([character, weight]) => `${character}\t${weight}\n`).join(''));
