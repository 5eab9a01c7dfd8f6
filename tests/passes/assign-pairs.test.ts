import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assignPairs } from '../../scripts/pipeline/2-blocks/assign-pairs.ts';

test('not each row its best column, but all rows together the most', () => {
  expect(
    assignPairs([
      [5, 4],
      [5, 1],
    ]),
  ).toEqual([1, 0]);
});

test('what gains nothing is no pair', () => {
  expect(
    assignPairs([
      [3, 2],
      [4, -1],
      [-Infinity, 0],
    ]),
  ).toEqual([1, 0, -1]);
  expect(assignPairs([])).toEqual([]);
  expect(assignPairs([[], []])).toEqual([-1, -1]);
});

/** The most that rows from one on may gain, by trying all. */
function tryAll(gains: readonly (readonly number[])[], row: number, taken: ReadonlySet<number>): number {
  const own = gains[row];
  if (!own) return 0;
  const others = own.map((gain, column) =>
    taken.has(column) ? 0 : gain + tryAll(gains, row + 1, new Set([...taken, column])),
  );
  return Math.max(tryAll(gains, row + 1, taken), ...others);
}

test('no other pairs gain more', () => {
  const table = fc
    .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
    .chain(([rows, columns]) => {
      const row = fc.array(fc.integer({ min: -5, max: 9 }), { minLength: columns, maxLength: columns });
      return fc.array(row, { minLength: rows, maxLength: rows });
    });
  fc.assert(
    fc.property(table, (gains) => {
      const pairs = assignPairs(gains);
      const taken = pairs.filter((column) => column >= 0);
      expect(new Set(taken).size).toBe(taken.length);
      const sum = pairs.reduce((all, column, row) => all + (gains[row]?.[column] ?? 0), 0);
      expect(sum).toBe(tryAll(gains, 0, new Set()));
    }),
  );
});
