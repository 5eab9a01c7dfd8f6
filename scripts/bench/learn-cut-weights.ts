import { layOut } from '../pipeline/3-articles/layout.ts';
import { MEANING_NAMES, readMeaningSigns } from '../pipeline/3-articles/meaning-signs.ts';
import { readCutSigns } from '../pipeline/3-articles/read-cut-signs.ts';
import { weighCut } from '../pipeline/3-articles/weigh-cuts.ts';
import { readWording, WORDING_NAMES } from '../pipeline/3-articles/wording.ts';
import { runStages } from '../pipeline/index.ts';
import { composePages, type InventedArticle } from './compose-pages.ts';
import { type Example, fitLogistic, lossOf, weighExample } from './fit-logistic.ts';
import { readInvented } from './read-invented.ts';

// node scripts/bench/learn-cut-weights.ts [file …]: learns the tables of `3-articles/learnt-weights.ts` again and
// prints them. Files of tests/fixtures/articles that are named are left out of the learning, and it is tried on them.

/** Pages to learn from and to try on. */
const PAGES = { learn: 200, try: 60 } as const;
/** Ridge: a weight must pay this much for its square; likenesses lie between 0 and 1 and are few. */
const RIDGE = { wording: 5, meaning: 5 } as const;

const names = [...WORDING_NAMES, ...MEANING_NAMES];
const ridge = [...WORDING_NAMES.map(() => RIDGE.wording), ...MEANING_NAMES.map(() => RIDGE.meaning)];
const bare: ReadonlySet<string> = new Set(['wording', 'meaning']);

/** A gap between two paragraphs whose articles are known: is it a cut? Signs are those of the wording, then of meaning. */
type Gap = Example;

const plain = (text: string): string => text.replace(/\s+/gu, '');

function readGaps(articles: readonly InventedArticle[], pages: number, seed: number): Gap[] {
  return composePages(articles, pages, seed).flatMap(({ text, bodies }) => {
    const folded = bodies.map(plain);
    const { blocks } = runStages(text, { scan: 'composed.txt' }, 'join-headings');
    const layout = layOut(blocks?.blocks ?? []);
    const texts = layout.paragraphs.map(({ strand }) => strand.text);
    return readCutSigns(layout).flatMap((signs, p) => {
      if (!signs) return [];
      const before = texts[p - 1] as string;
      const after = texts[p] as string;
      const from = folded.findIndex((body) => body.includes(plain(before).slice(-24)));
      const to = folded.findIndex((body) => body.includes(plain(after).slice(0, 24)));
      if (from < 0 || to < 0) return [];
      return [
        {
          is: from !== to,
          given: weighCut(signs, bare),
          signs: [...readWording(before, after), ...readMeaningSigns(layout.meanings, p)],
        },
      ];
    });
  });
}

function describe(name: string, gaps: readonly Gap[], weights: ArrayLike<number>): string {
  const wrong = gaps.filter((gap) => weighExample(gap, weights) > 0 !== gap.is);
  const missed = wrong.filter(({ is }) => is).length;
  return `// ${name}: ${gaps.length} gaps, ${wrong.length - missed} false cuts, ${missed} missed, loss ${lossOf(gaps, weights).toFixed(4)}`;
}

const left = new Set(process.argv.slice(2));
const files = readInvented();
const articlesOf = (isLeft: boolean): InventedArticle[] =>
  files.filter(({ source }) => left.has(source) === isLeft).flatMap(({ articles }) => articles);
const gaps = readGaps(articlesOf(false), PAGES.learn, 1);
const weights = fitLogistic(gaps, ridge);
const none = new Float64Array(names.length);
console.log(describe('learnt from, without it', gaps, none));
console.log(describe('learnt from, with it', gaps, weights));
if (left.size > 0) {
  const others = readGaps(articlesOf(true), PAGES.try, 2);
  console.log(describe('tried on, without it', others, none));
  console.log(describe('tried on, with it', others, weights));
}
names.forEach((name, k) => {
  console.log(`  ${name}: ${Number((weights[k] as number).toFixed(2))},`);
});
