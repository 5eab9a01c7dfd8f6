import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BESIDE_WEIGHTS, MEANING_WEIGHTS, WORDING_WEIGHTS } from '../pipeline/3-articles/learnt-weights.ts';
import { MEANING_NAMES, readMeaningSigns } from '../pipeline/3-articles/meaning-signs.ts';
import { BESIDE_NAMES, readBeside, weighBeside } from '../pipeline/3-articles/weigh-beside.ts';
import { CUT_NAMES, CUT_WEIGHTS, readCut, weighCut } from '../pipeline/3-articles/weigh-cuts.ts';
import { readWording, WORDING_NAMES } from '../pipeline/3-articles/wording.ts';
import { describeGaps } from './describe-gaps.ts';
import { type Example, fitLogistic } from './fit-logistic.ts';
import { type KnownPage, readKnownGaps } from './read-known-gaps.ts';
import { readKnownPages } from './read-known-pages.ts';

// node scripts/bench/learn-gap-weights.ts [folder …]: learns all that is weighed at a gap between two paragraphs together,
// from the weights in use on (CUT_WEIGHTS of `3-articles/weigh-cuts.ts`; WORDING_WEIGHTS, MEANING_WEIGHTS and
// BESIDE_WEIGHTS of `3-articles/learnt-weights.ts`), and prints them. Each folder holds the pages of one paper, `*.txt`
// with `*.gold.json` beside them; the real pages and tests/fixtures/gold-pages are always among them. For each paper is
// said what weights tell of it that were learnt without it. What lies beside a gap depends on the weights of the other
// gaps: put the tables in and learn once more.

const FIXTURES = fileURLToPath(new URL('../../tests/fixtures', import.meta.url));
/** Ridge: how far a weight goes from the one in use must pay this much for its square; the first, hardly anything. */
const RIDGE = 3;
const ALWAYS = 0.01;
/** Real pages count so often. */
const REAL = 10;
/** A paper of so many gaps counts as it is, one of fewer more, one of more less: by the root. */
const GAPS = 1500;

const none: ReadonlySet<string> = new Set();
/** What always holds is in three tables: it is learnt in the first. */
const TABLES = [
  { title: 'CUT_WEIGHTS', names: CUT_NAMES, inUse: CUT_WEIGHTS },
  { title: 'WORDING_WEIGHTS', names: WORDING_NAMES, inUse: WORDING_WEIGHTS },
  { title: 'MEANING_WEIGHTS', names: MEANING_NAMES, inUse: MEANING_WEIGHTS },
  { title: 'BESIDE_WEIGHTS', names: BESIDE_NAMES, inUse: BESIDE_WEIGHTS },
] as const satisfies { title: string; names: readonly string[]; inUse: Readonly<Record<string, number>> }[];
const ridge = TABLES.flatMap(({ names }, table) =>
  names.map((name) => (name !== 'always' ? RIDGE : table === 0 ? ALWAYS : 1e6)),
);

function readExamples(pages: readonly KnownPage[]): Example[] {
  return pages.map(readKnownGaps).flatMap(({ layout, signs, cuts }) => {
    const texts = layout.paragraphs.map(({ strand }) => strand.text);
    const alone = signs.map((sign) => (sign ? weighCut(sign, none) : 0));
    const inUse = weighBeside(layout, signs, alone);
    return readBeside(layout, signs, alone).flatMap((beside, p) => {
      const [is, sign] = [cuts[p], signs[p]];
      if (is === undefined || !sign || !beside) return [];
      const found = [
        ...readCut(sign),
        ...readWording(texts[p - 1] as string, texts[p] as string),
        ...readMeaningSigns(layout.meanings, p),
        ...BESIDE_NAMES.map((name) => beside[name]),
      ];
      return [{ is, given: inUse[p] as number, signs: found }];
    });
  });
}

const share = (gaps: readonly Example[], times: number): Example[] =>
  gaps.map((gap) => ({ ...gap, share: times }));
const readPaper = (folder: string): [string, Example[]] => {
  const gaps = readExamples(readKnownPages(folder));
  return [basename(folder), share(gaps, Math.sqrt(GAPS / gaps.length))];
};
const papers = new Map<string, Example[]>([
  ...[...process.argv.slice(2), join(FIXTURES, 'gold-pages')].map(readPaper),
  ['real', share(readExamples(readKnownPages(join(FIXTURES, 'gold'), join(FIXTURES, 'scans'))), REAL)],
]);

const nothing = new Float64Array(ridge.length);
for (const [paper, gaps] of papers) {
  const others = [...papers].flatMap(([other, theirs]) => (other === paper ? [] : theirs));
  console.log(describeGaps(`${paper}, in use`, gaps, nothing));
  console.log(describeGaps(`${paper}, learnt without it`, gaps, fitLogistic(others, ridge)));
}
const all = [...papers.values()].flat();
const weights = fitLogistic(all, ridge);
console.log(describeGaps('all, in use', all, nothing));
console.log(describeGaps('all, learnt from them', all, weights));
let at = 0;
for (const { title, names, inUse } of TABLES) {
  console.log(`${title}:`);
  for (const name of names) {
    const weight = (inUse as Readonly<Record<string, number>>)[name] as number;
    console.log(`  ${name}: ${Number((weight + (weights[at++] as number)).toFixed(2))},`);
  }
}
