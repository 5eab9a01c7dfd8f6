import { expect, test } from 'vitest';
import { readKnownGaps } from '../../scripts/bench/read-known-gaps.ts';

const POND = '池塘里的荷花开了，来看花的人一天比一天多，园里添了三十把椅子。';
const POND_TOO = '傍晚风凉，老人们带着孩子坐到天黑才回家，椅子还是不够坐。';
const ROAD = '学院西街下月开始大修，沿线三所学校门口要铺降噪沥青，工期两个月。';
const scan = (...paragraphs: string[]): string => paragraphs.map((text) => `　　${text}\n`).join('\n');

test('a gap is a cut where the paragraphs beside it are of two articles, unknown where one is of none', () => {
  const text = scan(POND, POND_TOO, ROAD, '这一段谁也没有写过，哪一篇里都找不到它，所以没有人知道它是谁的。');
  expect(readKnownGaps({ text, bodies: [POND + POND_TOO, ROAD] }).cuts).toEqual([
    undefined,
    false,
    true,
    undefined,
  ]);
});
