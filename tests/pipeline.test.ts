import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkConservation } from '../scripts/pipeline/check-conservation.ts';
import { cleanScan, cleanText, readFolio, ScanError } from '../scripts/pipeline/index.ts';
import { CleanedScan } from '../src/model.ts';

const fixture = (path: string): Uint8Array => readFileSync(new URL(`fixtures/${path}`, import.meta.url));
const pages = [
  ...readdirSync(new URL('fixtures/scans/', import.meta.url)).map((file) => `scans/${file}`),
  ...readdirSync(new URL('fixtures/gold-pages/', import.meta.url)).map((file) => `gold-pages/${file}`),
].filter((file) => file.endsWith('.txt'));

describe.each(pages)('%s', (file) => {
  const text = fixture(file).toString();
  const cleaned = cleanScan(text, { scan: file });

  test('keeps the contract, and every character in exactly one place', () => {
    expect(CleanedScan.parse(cleaned)).toEqual(cleaned);
    expect(checkConservation(text, cleaned)).toEqual([]);
  });

  test('publishes only characters that its spans hold', () => {
    const lines = text.split(/\r?\n/u);
    for (const article of cleaned.articles) {
      for (const block of article.blocks) {
        const source = block.source
          .map(([line, from, to]) => (lines[line - 1] ?? '').slice(from, to))
          .join('');
        expect(bare(block.text)).toBe(bare(source));
      }
    }
  });

  test('comes out the same when cleaned twice: its blocks, one a line', () => {
    for (const article of cleaned.articles) {
      const texts = article.blocks.map((block) => block.text);
      if (texts.length > 0)
        expect(partsOf(cleanText(texts.join('\n'), { scan: file }))).toEqual(texts.map(bare));
    }
  });
});

/** Blocks and headings of a cleaned page in the order of the scan. */
function partsOf(cleaned: CleanedScan): string[] {
  const parts: [line: number, text: string][] = [];
  for (const { spans, blocks, ...article } of cleaned.articles) {
    for (const part of ['kicker', 'headline', 'deck'] as const) {
      const line = spans[part]?.[0]?.[0];
      if (line !== undefined) parts.push([line, article[part] ?? '']);
    }
    for (const block of blocks) parts.push([block.source[0]?.[0] ?? 0, block.text]);
  }
  return parts.sort((a, b) => a[0] - b[0]).map(([, text]) => bare(text));
}

/** Text without what named rules change: spaces, width of punctuation, vertical forms. */
function bare(text: string): string {
  const forms: Record<string, string> = {
    ',': '，',
    ';': '；',
    ':': '：',
    '?': '？',
    '!': '！',
    '(': '（',
    ')': '）',
  };
  const turned: Record<string, string> = { '﹃': '“', '﹄': '”', '﹁': '‘', '﹂': '’' };
  return text
    .replace(/\s/gu, '')
    .replace(/[,;:?!()﹃﹄﹁﹂]/gu, (mark) => forms[mark] ?? turned[mark] ?? mark);
}

describe('what cannot be cleaned is refused, with what to do', () => {
  const refuse = (input: Uint8Array | string): ScanError => {
    try {
      cleanScan(input, { scan: 'a.txt' });
    } catch (error) {
      if (error instanceof ScanError) return error;
      throw error;
    }
    throw new Error('it was not refused');
  };
  const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

  test.each([
    ['an empty file', bytes(), 'empty'],
    ['blank lines', '\n \n\u3000\n', 'empty'],
    ['a picture', bytes(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0x0d), 'binary'],
    ['UTF-16', bytes(0xff, 0xfe, 0x30, 0x4e), 'encoding'],
    ['Big5', bytes(0xa4, 0xa4, 0xa4, 0xe5, 0xb3, 0xf8, 0xaf, 0xc8, 0xff), 'encoding'],
    ['text that lost its characters', '丰台\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd区', 'encoding'],
    ['an English page', 'The district held a meeting on Friday. '.repeat(9), 'language'],
    [
      'a Japanese page',
      '区議会は金曜日に会議を開き、今年の予算について話し合いました。'.repeat(9),
      'language',
    ],
  ])('%s', (_, input, problem) => {
    const error = refuse(input);
    expect(error.problem).toBe(problem);
    expect(error.message).toMatch(/^a\.txt.*：.*应为.*请/su);
  });

  test('GB18030 and GBK are read, a BOM is no character of the text', () => {
    // 丰台区委 in GBK
    const gbk = bytes(0xb7, 0xe1, 0xcc, 0xa8, 0xc7, 0xf8, 0xce, 0xaf);
    expect(JSON.stringify(cleanScan(gbk, { scan: 'a.txt' }))).toContain('丰台区委');
    const withBom = cleanScan(Uint8Array.from([0xef, 0xbb, 0xbf, ...new TextEncoder().encode('丰台区委')]), {
      scan: 'a',
    });
    expect(JSON.stringify(withBom.articles)).not.toContain('\ufeff');
  });
});

describe('never stuck', () => {
  test.each([
    ['a line of 1 MB', '丰台区召开会议，部署工作。'.repeat(80_000)],
    ['100,000 blank lines', `丰台${'\n'.repeat(100_000)}区委`],
    ['100 KB of one character', '丰'.repeat(35_000)],
    ['100 KB of one quote', `丰${'“'.repeat(35_000)}`],
    ['100 KB of spaces', `丰${' '.repeat(100_000)}台`],
    ['30,000 lines', '会议指出，今年是关键之年\n各部门要压实责任。\n'.repeat(15_000)],
    ['20,000 headings', '压实责任补短板\n\n'.repeat(20_000)],
    [
      '16,000 headlines in two lines over their texts',
      Array.from(
        { length: 16_000 },
        (_, i) =>
          `压实责任补短板\n\n真抓实干促发展\n\n区气象台第${i}次发布预报，今天多云转晴，市民外出请注意添衣。\n\n`,
      ).join(''),
    ],
    ['50,000 lines of one character', '丰\n'.repeat(50_000)],
  ])('%s', (_, text) => {
    const cleaned = cleanText(text, { scan: 'a.txt' });
    expect(checkConservation(text, cleaned)).toEqual([]);
  });
});

test('the folio line becomes data of the issue', () => {
  expect(readFolio(['02 2023 年 4 月 14 日    星期五综合 责任编辑：徐伟  美编：冰昔  校对：杨志强'])).toEqual(
    {
      date: '2023-04-14',
      weekday: '星期五',
      page: '02',
      section: '综合',
      staff: [
        { role: '责任编辑', name: '徐伟' },
        { role: '美编', name: '冰昔' },
        { role: '校对', name: '杨志强' },
      ],
    },
  );
  expect(
    readFolio(['第3版', '云溪晚报·民生', '2024年8月8日  星期四', '本版编辑：赵敏  美编：钱伟']),
  ).toMatchObject({
    date: '2024-08-08',
    page: '03',
    section: '民生',
    newspaper: '云溪晚报',
  });
});
