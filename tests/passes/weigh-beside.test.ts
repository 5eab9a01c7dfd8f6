import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Block } from '../../scripts/pipeline/2-blocks/row.ts';
import { layOut } from '../../scripts/pipeline/3-articles/layout.ts';
import { readCutSigns } from '../../scripts/pipeline/3-articles/read-cut-signs.ts';
import { readRegister } from '../../scripts/pipeline/3-articles/read-register.ts';
import { weighBeside } from '../../scripts/pipeline/3-articles/weigh-beside.ts';
import { runStages } from '../../scripts/pipeline/index.ts';

const REPORT = [
  '区园林绿化局公布明年口袋公园建设计划，六处公园全部选在老旧小区旁边，总面积1.8万平方米。',
  '六处公园中，柳条巷公园面积最大，有3200平方米，将种植海棠、元宝枫等乔木210株。',
];
const MEMOIR = [
  '父亲有一把旧算盘，珠子磨得发亮。小时候我趴在桌边看他拨珠子，噼里啪啦，像下雨。',
  '他教我念口诀，我总是念错，他也不恼，笑着把珠子归了位，让我再来一遍。',
];

const ROADS = [
  '区城管委公布明年道路大修计划，5条道路全部在学校周边，总长6.4公里。',
  '五条道路中，学院西街最长，有1.9公里，将铺设降噪沥青，增设人行过街、盲道和护栏180处。',
];

test('from a report to a memoir the register changes more than from one report to another', () => {
  const across = (behind: readonly string[]) => readRegister([...REPORT, ...behind])[2] as number;
  expect(across(MEMOIR)).toBeGreaterThan(across(ROADS) + 0.2);
});

test('an even number of paragraphs that are alike: in the middle the register does not change', () => {
  expect([...readRegister([])]).toEqual([0]);
  expect([...readRegister(['丰台。'])]).toEqual([0, 0]);
  const paragraph = fc
    .array(fc.constantFrom('我', '着', '，', '1', '丰', '\u{20000}'), { maxLength: 60, size: 'max' })
    .map((characters) => characters.join(''));
  fc.assert(
    fc.property(paragraph, fc.nat(4), (text, half) => {
      const changes = readRegister(Array.from({ length: 2 * half }, () => text));
      expect(changes[half]).toBeCloseTo(0);
      expect(changes.every((change) => change >= 0)).toBe(true);
    }),
  );
});

/** The evidence beside the gaps of paragraphs, each gap having so much by itself. */
function weigh(paragraphs: readonly string[], alone: readonly number[]): readonly number[] {
  const scan = paragraphs.map((text) => `　　${text}\n`).join('\n');
  const { blocks } = runStages(scan, { scan: 'a' }, 'join-headings');
  const layout = layOut(blocks?.blocks as readonly Block[]);
  expect(layout.paragraphs.length).toBe(paragraphs.length);
  return weighBeside(layout, readCutSigns(layout), alone);
}

test('a gap across which less goes on than across those beside it speaks for a cut', () => {
  const weights = weigh([...REPORT, ...MEMOIR], [0, -3, -3, -3]);
  expect(weights[2]).toBeGreaterThan(-2);
  expect(weights[2]).toBeGreaterThan(Math.max(weights[1] as number, weights[3] as number) + 1);
});

test('a cut near by speaks against another, the more the less text lies between', () => {
  const short = '区里明天有雨。';
  const long = REPORT.join('').repeat(4);
  const texts = (between: string) => [...REPORT, between, ...MEMOIR];
  const lost = (between: string): number => {
    const far = weigh(texts(between), [0, -6, 0, -6, -6])[2] as number;
    return far - (weigh(texts(between), [0, -6, 0, 6, -6])[2] as number);
  };
  expect(lost(short)).toBeGreaterThan(2);
  expect(lost(long)).toBeLessThan(1);
  expect(lost(long)).toBeGreaterThanOrEqual(0);
});

test('a report that begins with 本报讯 begins there, however near to another', () => {
  const briefs = Array.from({ length: 9 }, (_, k) => `本报讯 ${k + 1}号楼昨天装上了电梯，今天开放。`);
  const alone = briefs.map(() => 6);
  for (const weight of weigh(briefs, alone).slice(1)) expect(weight).toBeGreaterThanOrEqual(6);
  const stories = briefs.map((text) => text.slice(4));
  expect(Math.min(...weigh(stories, alone).slice(1))).toBeLessThan(4);
});

test('of a page with one paragraph nothing is beside', () => {
  expect(weigh([MEMOIR[0] as string], [0])).toEqual([0]);
});
