import { expect, test } from 'vitest';
import { newsArticle } from '../../src/archive/linked-data.ts';
import type { Article, Block, Issue } from '../../src/model.ts';
import { makeArticle } from './make-article.ts';

const block = (kind: Block['kind'], text: string) => ({ kind, text, line: 1 }) as Block;
const article = makeArticle({
  id: 'p02-107',
  date: '2023-04-14',
  headline: '区委常委会召开第62次会议',
  bylines: [{ role: '记者', name: '王蕾蕾' }],
  blocks: [
    block('subhead', '小标题'),
    block('paragraph', '本报讯（记者 王蕾蕾）4月11日，区委常委会召开会议。'),
  ],
});
const about = {
  issue: { date: '2023-04-14', dateSource: 'printed', pages: [] } as unknown as Issue,
  newspaper: '丰台报',
  description: '',
  picture: '/og/a.png',
};
const describeArticle = (change: Partial<Article> = {}, more: object = {}) =>
  newsArticle({ ...article, ...change }, { ...about, ...more }) as Record<string, unknown>;

test('the dateline is the printed one, and only where a report begins with it', () => {
  expect(describeArticle().dateline).toBe('本报讯（记者 王蕾蕾）');
  expect(describeArticle({ blocks: [block('paragraph', '4月11日，本报讯说')] })).not.toHaveProperty(
    'dateline',
  );
});

test('what editors corrected is told with the page where it can be seen', () => {
  const [correction] = describeArticle({}, { corrections: ['引号改正：「”」改为「’」'] }).correction as {
    text: string;
    url: string;
  }[];
  expect(correction!.text).toBe('引号改正：「”」改为「’」');
  expect(correction!.url).toMatch(/2023-04-14\/p02-107\/provenance\/#changes$/u);
  expect(describeArticle()).not.toHaveProperty('correction');
});

test('an inferred date is a span, never a day of publication', () => {
  const issue = { ...about.issue, dateSource: 'inferred', earliest: '2023-04-11', latest: '2023-04-16' };
  const told = describeArticle({}, { issue });
  expect(told).not.toHaveProperty('datePublished');
  expect(told.temporalCoverage).toBe('2023-04-11/2023-04-16');
});
