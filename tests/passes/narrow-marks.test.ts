import { expect, test } from 'vitest';
import { narrowMarks } from '../../scripts/pipeline/2-blocks/narrow-marks.ts';
import { makeRow, type Row } from '../../scripts/pipeline/2-blocks/row.ts';
import { makeStrand } from '../../scripts/pipeline/strand.ts';

// Sixty rows of one column, 20 em wide; `width` is that of a mark.
function setColumn(width: number): Row[] {
  return Array.from({ length: 60 }, (_, i) => {
    const marks = i % 5;
    const characters = Math.round(20 - marks * width);
    return makeRow(makeStrand('丰'.repeat(characters - 1) + '、'.repeat(marks) + '台', 40 * i), 0);
  });
}

const spread = (rows: readonly Row[]): number => {
  const widths = rows.map(({ width }) => width);
  return Math.max(...widths) - Math.min(...widths);
};

test('where marks are half an em wide, rows of one column are found to be equally long: a full one ends no paragraph', () => {
  const rows = setColumn(0.5);
  expect(spread(rows)).toBeGreaterThan(1.9);
  expect(spread(narrowMarks(rows))).toBeLessThan(0.8);
});

test('where marks are full, the widths are left as they are', () => {
  const rows = setColumn(1);
  expect(narrowMarks(rows)).toBe(rows);
});

test('six rows may be so by chance, and say nothing', () => {
  const rows = setColumn(0.5).slice(0, 6);
  expect(narrowMarks(rows)).toBe(rows);
});

test('no mark is taken for narrower than half an em, whatever the rows say', () => {
  const rows = setColumn(0.1);
  const narrowed = narrowMarks(rows);
  const saved = rows.map(({ width }, i) => (width - (narrowed[i] as Row).width) / Math.max(1, i % 5));
  expect(Math.max(...saved)).toBeCloseTo(0.5, 5);
});
