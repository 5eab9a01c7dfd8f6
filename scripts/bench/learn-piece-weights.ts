import { basename } from 'node:path';
import { PIECE_NAMES } from '../pipeline/3-articles/weigh-pieces.ts';
import { type Example, fitLogistic, weighExample } from './fit-logistic.ts';
import { readKnownPages } from './read-known-pages.ts';
import { readKnownPieces } from './read-known-pieces.ts';

// node scripts/bench/learn-piece-weights.ts folder …: learns when a text that stands for itself is a piece of another
// (PIECE_WEIGHTS of `3-articles/learnt-weights.ts`), and prints it. Each folder holds pages of one paper, `*.txt` with
// `*.gold.json` beside them, of a PDF that was drawn block by block. For each paper is said what weights tell of it that
// were learnt without it.

/** Ridge: what a weight must pay for its square; the first, hardly anything. */
const RIDGE = PIECE_NAMES.map((name) => (name === 'always' ? 0.01 : 0.3));

const papers = new Map<string, Example[]>(
  process.argv.slice(2).map((folder): [string, Example[]] => [
    basename(folder),
    readKnownPages(folder)
      .flatMap(readKnownPieces)
      .map(({ piece, goesOn }) => ({ is: goesOn, signs: PIECE_NAMES.map((name) => piece.signs[name]) })),
  ]),
);

function describe(examples: readonly Example[], weights: Float64Array): string {
  const linked = examples.filter((pair) => weighExample(pair, weights) > 0);
  const right = linked.filter(({ is }) => is).length;
  const pieces = examples.filter(({ is }) => is).length;
  return `${linked.length} taken for pieces, ${right} rightly, of ${pieces} (${examples.length} pairs)`;
}

for (const [paper, pairs] of papers) {
  const others = [...papers].flatMap(([other, theirs]) => (other === paper ? [] : theirs));
  if (others.length > 0)
    console.log(`${paper}, learnt without it: ${describe(pairs, fitLogistic(others, RIDGE))}`);
}
const all = [...papers.values()].flat();
const weights = fitLogistic(all, RIDGE);
console.log(`all, learnt from them: ${describe(all, weights)}`);
console.log('PIECE_WEIGHTS:');
PIECE_NAMES.forEach((name, k) => {
  console.log(`  ${name}: ${Number((weights[k] as number).toFixed(2))},`);
});
