import { expect, test } from 'vitest';
import { readKnownBreaks } from '../../scripts/bench/read-known-breaks.ts';

const PARAGRAPHS = [
  '池塘里的荷花开了，来看花的人一天比一天多，园里添了三十把椅子。',
  '学院西街下月开始大修，沿线三所学校门口要铺降噪沥青，工期两个月。',
];
const breaksOf = (...rows: string[]) =>
  readKnownBreaks({ text: rows.join('\n'), paragraphs: PARAGRAPHS }).breaks.map(
    ({ left, right }) => `${left}|${right}`,
  );

test('a row goes on where its paragraph does, in whatever order the rows of the columns stand', () => {
  const columns = [
    '池塘里的荷花开了，来看花的',
    '学院西街下月开始大修，沿线',
    '人一天比一天多，园里添了三',
    '三所学校门口要铺降噪沥青，',
    '十把椅子。',
    '工期两个月。',
  ];
  expect(breaksOf(...columns)).toEqual([
    '池塘里的荷花开了，来看花的|人一天比一天多，园里添了三',
    '学院西街下月开始大修，沿线|三所学校门口要铺降噪沥青，',
    '人一天比一天多，园里添了三|十把椅子。',
    '三所学校门口要铺降噪沥青，|工期两个月。',
  ]);
});

test('nothing is known of a row of no paragraph, nor of one that goes on nowhere on the page', () => {
  expect(breaksOf('这一行谁也没有写过，哪一段', '里都找不到它。')).toEqual([]);
  expect(breaksOf('池塘里的荷花开了，来看花的', '学院西街下月开始大修，沿线')).toEqual([]);
});
