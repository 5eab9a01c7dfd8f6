import { fileURLToPath } from 'node:url';
import { BESIDE_NAMES, readBeside } from '../pipeline/3-articles/weigh-beside.ts';
import { weighCut } from '../pipeline/3-articles/weigh-cuts.ts';
import { composePages } from './compose-pages.ts';
import { describeGaps } from './describe-gaps.ts';
import { type Example, fitLogistic } from './fit-logistic.ts';
import { readInvented } from './read-invented.ts';
import { type KnownPage, readKnownGaps } from './read-known-gaps.ts';
import { readKnownPages } from './read-known-pages.ts';
import { readLeftOut } from './read-left-out.ts';

// node scripts/bench/learn-beside-weights.ts [source …]: learns BESIDE_WEIGHTS of `3-articles/learnt-weights.ts` from
// composed pages of the invented articles, typeset pages and the real pages, and prints them. Files of
// tests/fixtures/articles, `gold` or `gold-pages` that are named are left out of the learning, and it is tried on them.
// From weights that were learnt so `learn-gap-weights.ts` went on.

const FIXTURES = new URL('../../tests/fixtures/', import.meta.url);
/** Pages composed of the articles of one file. */
const PAGES = 30;
/** Real pages count so often. */
const REAL = 10;
/** Ridge: a weight must pay this much for its square. */
const RIDGE = 1;

const readGold = (folder: string, scans: string): KnownPage[] =>
  readKnownPages(fileURLToPath(new URL(folder, FIXTURES)), fileURLToPath(new URL(scans, FIXTURES)));

const none: ReadonlySet<string> = new Set();

function readExamples(pages: readonly KnownPage[], share: number): Example[] {
  return pages.map(readKnownGaps).flatMap(({ layout, signs, cuts }) => {
    const alone = signs.map((sign) => (sign ? weighCut(sign, none) : 0));
    return readBeside(layout, signs, alone).flatMap((beside, p) => {
      const is = cuts[p];
      if (is === undefined || !beside) return [];
      return [{ is, given: alone[p] as number, signs: BESIDE_NAMES.map((name) => beside[name]), share }];
    });
  });
}

const sources = new Map<string, () => Example[]>([
  ...readInvented().map(
    ({ source, articles }, k) =>
      [source, () => readExamples(composePages(articles, PAGES, k + 1), 1)] as const,
  ),
  ['gold-pages', () => readExamples(readGold('gold-pages', 'gold-pages'), 1)],
  ['gold', () => readExamples(readGold('gold', 'scans'), REAL)],
]);

const left = readLeftOut([...sources.keys()]);
const examplesOf = (isLeft: boolean): Example[] =>
  [...sources].flatMap(([source, read]) => (left.has(source) === isLeft ? read() : []));
const examples = examplesOf(false);
const weights = fitLogistic(
  examples,
  BESIDE_NAMES.map(() => RIDGE),
);
const nothing = new Float64Array(BESIDE_NAMES.length);
console.log(describeGaps('learnt from, without it', examples, nothing));
console.log(describeGaps('learnt from, with it', examples, weights));
if (left.size > 0) {
  const others = examplesOf(true);
  console.log(describeGaps('tried on, without it', others, nothing));
  console.log(describeGaps('tried on, with it', others, weights));
}
BESIDE_NAMES.forEach((name, k) => {
  console.log(`  ${name}: ${Number((weights[k] as number).toFixed(2))},`);
});
