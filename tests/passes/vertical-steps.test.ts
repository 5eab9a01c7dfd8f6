import { expect, test } from 'vitest';
import { makeRow } from '../../scripts/pipeline/2-blocks/row.ts';
import { isVerticalStep } from '../../scripts/pipeline/2-blocks/vertical-steps.ts';
import { makeStrand } from '../../scripts/pipeline/strand.ts';

const row = (text: string) => makeRow(makeStrand(text, 0), 0);

test.each(['渡', '“', '——', '……', '26', '98.5%', 'APP'])('%s stands on one step', (text) => {
  expect(isVerticalStep(row(text), 1)).toBe(true);
  expect(isVerticalStep(row(text), 2)).toBe(true);
});

test.each(['渡停', '”！', '26年', '第5'])('%s stands on the steps of two lines side by side', (text) => {
  expect(isVerticalStep(row(text), 1)).toBe(false);
  expect(isVerticalStep(row(text), 2)).toBe(true);
});

test.each(['摆渡人', '停航。', '第26', '123456', '渡 停'])('%s is no step', (text) => {
  for (const lines of [1, 2] as const) expect(isVerticalStep(row(text), lines)).toBe(false);
});

test('a row that is known as something else is no step', () => {
  expect(isVerticalStep({ ...row('渡'), kind: 'byline' }, 1)).toBe(false);
});
