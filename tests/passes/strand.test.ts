import { expect, test } from 'vitest';
import { joinStrands, makeStrand, retextStrand, sliceStrand, spansOf, startOf } from '../../scripts/pipeline/strand.ts';

// 首都，丰台 on two lines of a scan, joined by a space that nobody printed.
const left = makeStrand('首都', 0);
const right = makeStrand('丰台', 3);
const joined = joinStrands([left, right], () => ' ');

test('a character that a rule put in has no place in the scan; what is beside it keeps its own', () => {
  expect(joined.text).toBe('首都 丰台');
  expect(spansOf(joined, [0, 3])).toEqual([
    [1, 0, 2],
    [2, 0, 2],
  ]);
  // Cut in the middle, the part that begins with the space begins where its first printed character does.
  expect(startOf(sliceStrand(joined, 2, 5))).toBe(3);
  expect(startOf(sliceStrand(joined, 2, 3))).toBe(-1);
});

test('a replacement that is longer or shorter would move the places of all that follows: it is refused', () => {
  expect(retextStrand(left, '首部')).toEqual({ text: '首部', runs: left.runs });
  expect(() => retextStrand(left, '首')).toThrow('length');
});
