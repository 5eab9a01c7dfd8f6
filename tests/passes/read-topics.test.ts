import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { cleanText } from '../../scripts/pipeline/index.ts';
import { readTopics } from '../../scripts/pipeline/read-topics.ts';

function folderWith(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'topics-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'a.mdx'), text);
  writeFileSync(join(folder, 'notes.txt'), 'no topic');
  return folder;
}

test('a topic file without front matter, or with a wrong one, is named with what to do', () => {
  expect(() => readTopics(folderWith('倍增'))).toThrow(/a\.mdx：开头没有 --- .*请照其他专题补上/u);
  expect(() => readTopics(folderWith('---\ntitle: "倍增"\n---\n'))).toThrow(/a\.mdx：.+请改正后再运行/u);
});

test('an article just above or just below the threshold of a topic is a doubt that says both ways', () => {
  const page = `区里召开会议\n\n　　会议研究倍增计划。${'各部门要压实责任，抓好落实。'.repeat(30)}\n`;
  const doubtsAt = (threshold: number) => {
    const topics = [{ slug: 'doubling', terms: [{ term: '倍增', weight: 1 }], exceptions: [], threshold }];
    const [article] = cleanText(page, { scan: 'a', topics }).articles;
    return { given: article!.topics, doubts: article!.doubts.filter(({ code }) => code === 'topic') };
  };
  const weight = 2;
  const above = doubtsAt(weight * 0.95);
  expect(above.given).toEqual(['doubling']);
  expect(above.doubts[0]).toMatchObject({ runnerUp: '不列入' });
  expect(above.doubts[0]!.message).toContain('列入专题“doubling”：得 2.0 分');
  const below = doubtsAt(weight * 1.1);
  expect(below.given).toEqual([]);
  expect(below.doubts[0]).toMatchObject({ runnerUp: '列入' });
  expect(below.doubts[0]!.message).toContain('没有列入专题');
  expect(doubtsAt(weight * 3).doubts).toEqual([]);
});

describe('who reads a topic page finds what is about it', () => {
  const topics = readTopics(fileURLToPath(new URL('../../content/topics', import.meta.url)));
  const topicsOf = (headline: string, text: string) =>
    cleanText(`${headline}\n\n本报讯（记者 许念）${text}`, { scan: 'topic.txt', topics }).articles[0]?.topics;

  test.each([
    ['万盏花灯映红双拥公园', '元宵之夜，双拥公园里万盏花灯次第亮起，两万多名居民扶老携幼前来观灯。'],
    ['双拥路北段便道翻修完工', '坑洼的方砖不见了，双拥路北段便道翻修工程昨日完工，盲道也通了。'],
  ])('a street or a park by that name is no report of the army: %s', (headline, text) => {
    expect(topicsOf(headline, text)).toEqual([]);
  });

  test('a report of it is there', () => {
    expect(topicsOf('双拥模范街道送兵入伍', '三十名新兵昨日启程，双拥模范街道的居民敲锣打鼓欢送入伍青年。')).toEqual([
      'military',
    ]);
  });
});
