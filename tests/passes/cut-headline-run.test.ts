import { expect, test } from 'vitest';
import { cutHeadlineRun } from '../../scripts/pipeline/2-blocks/cut-headline-run.ts';
import { gatherPairs } from '../../scripts/pipeline/2-blocks/weigh-join.ts';

const running = gatherPairs([
  '7月12日晚，区图书馆“夜读季”启动。市民在楼顶坐下来，翻开一本书，头顶就是星空。',
  '4月2日，区政府召开防汛工作调度会，要求守住每一道关口，确保群众安全度汛。',
]);
const cut = (text: string): string[] => {
  const ends = [...cutHeadlineRun(text, running), text.length];
  return ends.map((end, k) => text.slice(ends[k - 1] ?? 0, end));
};

test('kicker and headline are parted, whichever was drawn first', () => {
  expect(cut('区图书馆夜读季启动把书房搬到星空下')).toEqual(['区图书馆夜读季启动', '把书房搬到星空下']);
  expect(cut('把书房搬到星空下区图书馆夜读季启动')).toEqual(['把书房搬到星空下', '区图书馆夜读季启动']);
});

test('what is one line stays one', () => {
  expect(cut('区政府召开防汛工作调度会')).toEqual(['区政府召开防汛工作调度会']);
  expect(cut('')).toEqual(['']);
  expect(cut('书')).toEqual(['书']);
});

test('no line ends inside quotation marks or a number', () => {
  for (const text of ['“区图书馆夜读季启动把书房搬到星空下”', '1234567890123456789012']) {
    expect(cut(text)).toEqual([text]);
  }
});

test('what is too long for a run of headlines is left alone', () => {
  const lines = '区图书馆夜读季启动把书房搬到星空下';
  expect(cut(lines.repeat(2)).length).toBeGreaterThan(2);
  expect(cut(lines.repeat(12))).toEqual([lines.repeat(12)]);
});
