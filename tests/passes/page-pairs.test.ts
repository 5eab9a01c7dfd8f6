import { expect, test } from 'vitest';
import { readPagePairs } from '../../scripts/pipeline/2-blocks/page-pairs.ts';
import { makeRow } from '../../scripts/pipeline/2-blocks/row.ts';
import { makeStrand } from '../../scripts/pipeline/strand.ts';

const rows = ['柳河渡口停航，', '渡船进了陈列室', '全长128米'].map((text) => makeRow(makeStrand(text, 0), 0));

test.each([
  ['a word that stands inside a row', '他守着柳', '河上的船', true],
  ['the same characters the other way round', '他沿着河', '柳树下走', false],
  ['characters that stand on two rows, one behind the other', '停航，', '渡船', false],
  ['the first pair of a row', '老柳', '河水', true],
  ['the last pair of a row', '陈列', '室内', true],
])('%s', (_, before, after, stands) => {
  expect(readPagePairs(rows).haveAcross(before, after)).toBe(stands);
});

test('a number that the page has not is like one that it has', () => {
  expect(readPagePairs(rows).haveAcross('全长9', '7米')).toBe(true);
  expect(readPagePairs(rows).haveAcross('全长9', '米')).toBe(true);
  expect(readPagePairs(rows).haveAcross('宽9', '船')).toBe(false);
});
