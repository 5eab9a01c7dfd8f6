import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  joinStrands,
  makeStrand,
  partStrand,
  retextStrand,
  type Strand,
  sliceStrand,
  spansOf,
  startOf,
} from '../../scripts/pipeline/strand.ts';

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

/** Where each character stands in the scan, -1 where a rule put it in. */
const placesOf = (strand: Strand): number[] =>
  strand.runs.flatMap(([from, to]) =>
    from < 0 ? new Array<number>(to).fill(-1) : Array.from({ length: to - from }, (_, k) => from + k),
  );

test('parts of a strand that are cut in one go have the characters and places that each has by itself', () => {
  const strands = fc.array(fc.tuple(fc.string({ maxLength: 4 }), fc.nat(9)), { maxLength: 8 });
  fc.assert(
    fc.property(strands, fc.array(fc.nat(40), { maxLength: 8 }), (made, places) => {
      const strand = joinStrands(
        made.map(([text, from], k) => makeStrand(text, 20 * k + from)),
        (before) => (before.text.length % 2 === 0 ? ' ' : ''),
      );
      const cuts = places.map((place) => Math.min(place, strand.text.length)).sort((a, b) => a - b);
      const parts = cuts.slice(1).map((to, k): [number, number] => [cuts[k] as number, to]);
      const cut = partStrand(strand, parts);
      expect(cut.map((part) => [part.text, placesOf(part)])).toEqual(
        parts.map(([from, to]) => [strand.text.slice(from, to), placesOf(strand).slice(from, to)]),
      );
      expect(parts.map(([from, to]) => sliceStrand(strand, from, to))).toEqual(cut);
    }),
    { numRuns: 500 },
  );
});
