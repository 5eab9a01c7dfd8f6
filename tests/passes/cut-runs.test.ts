import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutRuns } from '../../scripts/pipeline/2-blocks/cut-runs.ts';
import { makeRow } from '../../scripts/pipeline/2-blocks/row.ts';
import { makeStrand } from '../../scripts/pipeline/strand.ts';

const rowsWith = (gaps: readonly number[]) => gaps.map((gap) => makeRow(makeStrand('渡船', 0), gap));

test('rows that touch are one run, a blank line above the first says nothing', () => {
  expect(cutRuns(rowsWith([1, 0, 0, 2, 1, 0]))).toEqual([
    { from: 0, to: 3 },
    { from: 3, to: 4 },
    { from: 4, to: 6 },
  ]);
  expect(cutRuns([])).toEqual([]);
});

test('every row stands in one run, in its order', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(2)), (gaps) => {
      const runs = cutRuns(rowsWith(gaps));
      expect(runs.flatMap(({ from, to }) => gaps.slice(from, to))).toEqual(gaps);
      for (const { from, to } of runs) expect(gaps.slice(from + 1, to).some((gap) => gap > 0)).toBe(false);
    }),
  );
});
