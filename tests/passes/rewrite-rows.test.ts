import { expect, test } from 'vitest';
import { readPagePairs } from '../../scripts/pipeline/2-blocks/page-pairs.ts';
import { rewriteRows } from '../../scripts/pipeline/2-blocks/rewrite-rows.ts';
import { type BlocksState, makeRow, type Row } from '../../scripts/pipeline/2-blocks/row.ts';
import { makeStrand } from '../../scripts/pipeline/strand.ts';

const stateOf = (count: number): BlocksState => ({
  rows: Array.from({ length: count }, (_, i) => makeRow(makeStrand('渡船', 3 * i), 0)),
  pairs: readPagePairs([]),
  blocks: [],
});

test('where nothing changes the state is the same', () => {
  const state = stateOf(7000);
  expect(rewriteRows(state, (rows) => rows)).toBe(state);
});

test('a long scan is rewritten part by part: all rows are, in their order, and never too many at once', () => {
  const state = stateOf(7000);
  const sizes: number[] = [];
  const rewritten = rewriteRows(state, (rows) => {
    sizes.push(rows.length);
    return rows.length === 3000 ? rows : rows.map((row): Row => ({ ...row, gap: 1 }));
  });
  expect(Math.max(...sizes)).toBe(3000);
  expect(rewritten.rows.map(({ strand }) => strand)).toEqual(state.rows.map(({ strand }) => strand));
  expect(rewritten.rows.map(({ gap }) => gap)).toEqual(state.rows.map((_, i) => (i < 6000 ? 0 : 1)));
});
