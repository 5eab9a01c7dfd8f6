import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keepDates } from '../../src/archive/keep-dates.ts';

test('a day and a year are kept whole in text, and nowhere else', () => {
  expect(keepDates('自2014年起，<a href="/2月11日/">2月11日</a>')).toBe(
    '自<span class="keep running">2014年</span>起，<a href="/2月11日/"><span class="keep running">2月11日</span></a>',
  );
  expect(keepDates('2014年2月，')).toBe(
    '<span class="keep running">2014年</span><span class="keep running">2月</span>，',
  );
  const kept = '从2025年底到10年间，365家、3月、11日<a href="/names/1949年/">中国</a>';
  expect(keepDates(kept).match(/class="keep running"/gu)).toHaveLength(1);
});

test('whatever a paragraph says, it says the same', () => {
  const piece = fc.constantFrom(
    '2',
    '11',
    '2025',
    '年',
    '月',
    '日',
    '，',
    '<b class="2025年">',
    '</b>',
    '&amp;',
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const html = pieces.join('');
      expect(keepDates(html).replaceAll(/<span class="keep running">|<\/span>/gu, '')).toBe(html);
    }),
  );
});
