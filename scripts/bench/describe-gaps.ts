import { type Example, lossOf, weighExample } from './fit-logistic.ts';

/** Says in a line how well weights tell which of some gaps are cuts. */
export function describeGaps(name: string, gaps: readonly Example[], weights: ArrayLike<number>): string {
  const wrong = gaps.filter((gap) => weighExample(gap, weights) > 0 !== gap.is);
  const missed = wrong.filter(({ is }) => is).length;
  return `// ${name}: ${gaps.length} gaps, ${wrong.length - missed} false cuts, ${missed} missed, loss ${lossOf(gaps, weights).toFixed(4)}`;
}
