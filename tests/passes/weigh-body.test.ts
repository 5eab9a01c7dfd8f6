import { expect, test } from 'vitest';
import type { Block } from '../../scripts/pipeline/2-blocks/row.ts';
import { isOverFeatures } from '../../scripts/pipeline/2-blocks/standing-heads.ts';
import { weighBody } from '../../scripts/pipeline/3-articles/weigh-body.ts';

const LONG = '河水涨起来的时候，摆渡的老人总要把灯挂得高一些，对岸的孩子放学晚，远远望见那一点黄，就知道还有船，心里也就不慌了，这是他多年的习惯。';
const page = (...texts: readonly string[]): Block[] =>
  texts.map((text) => ({ kind: 'paragraph', strand: { text } }) as unknown as Block);
const weigh = (paragraphs: readonly Block[], on = true) =>
  weighBody(paragraphs, { from: 0, to: paragraphs.length }, on);

test('a brief may stand without a headline; whatever else does has lost its own', () => {
  const brief = weigh(page(`本报讯（记者 许念）${LONG}`, LONG, LONG));
  const essay = weigh(page(LONG, LONG, LONG));
  expect(brief.bare).toBeGreaterThan(essay.bare);
  expect(brief).toMatchObject({ slight: 0, news: true });
  expect(essay).toMatchObject({ slight: 0, news: false });
});

test('the shorter a text without a dateline, the less likely it is an article', () => {
  const costs = [page('图书角开放了。'), page(LONG), page(LONG, LONG), page(LONG, LONG, LONG)].map(
    (paragraphs) => weigh(paragraphs).slight,
  );
  expect(costs).toEqual(costs.toSorted((a, b) => a - b));
  expect(new Set(costs).size).toBe(4);
  expect(weigh(page(`本报讯 ${LONG}`)).slight).toBe(0);
});

test('switched off, all texts are the same', () => {
  expect(weigh(page('图书角开放了。'), false)).toEqual(weigh(page(`本报讯 ${LONG}`, LONG), false));
});

test.each(['潆河副刊', '读者来信', '荻塘时评', '以案说法', '健康问答', '槐渡旧事'])('%s stands over no news', (head) => {
  expect(isOverFeatures(head)).toBe(true);
});

test.each(['民生直通车', '部门动态', '两会声音', '副刊编辑部向读者征集往年的旧照片'])('%s may', (head) => {
  expect(isOverFeatures(head)).toBe(false);
});
