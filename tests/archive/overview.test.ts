import { beforeAll, describe, expect, test } from 'vitest';
import { indexNames } from '../../src/archive/names/index-names.ts';
import { listNames, matcherOf } from '../../src/archive/names/name-entries.ts';
import { drawChart } from '../../src/archive/overview/draw-chart.ts';
import { type Series, summarise } from '../../src/archive/overview/summarise.ts';
import { readContent } from '../../src/loader/read-content.ts';
import { root } from '../provenance/read-real-pages.ts';

let series: Series[];
beforeAll(async () => {
  const { issues, articles, topics, names: entries } = await readContent(root);
  const names = listNames(entries);
  series = summarise({
    issues,
    articles,
    topics: new Map(topics.map(({ slug, title }) => [slug, title])),
    names: indexNames(names, articles, matcherOf(names)).values(),
  });
});
const rowsOf = (id: string) =>
  Object.fromEntries(series.find((each) => each.id === id)!.rows.map(({ label, value }) => [label, value]));

describe('the archive in counts', () => {
  test('every month from the first issue to the last, the empty ones too', () => {
    const months = rowsOf('months');
    expect(Object.keys(months)).toHaveLength(36);
    expect(months).toMatchObject({ '2023年4月': 1, '2023年5月': 0, '2025年2月': 2, '2026年3月': 1 });
  });

  test('a reader of twenty years of columns is told years all along the axis, and none that runs over its edge', async () => {
    const months = Array.from({ length: 243 }, (_, k) => `${2006 + Math.floor(k / 12)}年${(k % 12) + 1}月`);
    const rows = months.map((label) => ({ label, value: 1 }));
    const svg = await drawChart({ ...series.find(({ id }) => id === 'months')!, rows });
    expect(svg.match(/\d{4}年(?=<)/gu)).toEqual(['2006年', '2010年', '2014年', '2018年', '2022年']);
  });

  test('articles by page, length and status add up to all of them', () => {
    const sum = (id: string) => Object.values(rowsOf(id)).reduce((a, b) => a + b, 0);
    expect(sum('pages')).toBe(22);
    expect(sum('status')).toBe(22);
    expect(sum('lengths')).toBe(21);
    expect(rowsOf('pages')).toEqual({ 版次不详: 7, 第02版: 15 });
  });

  test('what is missing is counted', () => {
    expect(rowsOf('missing')).toMatchObject({
      '日期没有印出，推定': 4,
      版次不详: 2,
      前半在别的版上: 5,
      标题代拟: 1,
    });
  });

  test('names by articles', () => {
    expect(rowsOf('person').王少峰).toBe(13);
  });
});

test('a chart is a picture with a name, in the colour of the text, without styles or scripts of its own', async () => {
  for (const each of series) {
    const svg = await drawChart(each);
    expect(svg).toMatch(/^<svg role="img" aria-label="[^"]+共 \d+ 项/u);
    expect(svg).not.toMatch(/<style|<script| style=|aria-roledescription/u);
    expect(svg).toContain('currentColor');
    if (!each.upright)
      for (const { label } of each.rows.slice(0, 3)) expect(svg).toContain(label.slice(0, 5));
  }
});
