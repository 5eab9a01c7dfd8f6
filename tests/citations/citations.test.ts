import { describe, expect, test } from 'vitest';
import { type Citable, toCitable } from '../../src/archive/citations/citable.ts';
import { citePassage } from '../../src/archive/citations/cite-passage.ts';
import { CITATION_STYLES } from '../../src/archive/citations/index.ts';
import type { Article, Issue } from '../../src/model.ts';
import { makeArticle } from '../archive/make-article.ts';

const URL_BASE = 'https://example.org/';

function cite(article: Partial<Article>, dateSource: 'printed' | 'inferred' = 'printed'): Citable {
  const full = makeArticle({
    id: 'p02-009',
    date: '2023-04-14',
    headline: '我区召开支援合作工作联席会议',
    ...article,
  });
  return toCitable(full, {
    issue: { date: full.date, dateSource, pages: [] } as unknown as Issue,
    newspaper: '丰台报',
    archive: '丰台报存档',
    url: `${URL_BASE}${full.name}/`,
  });
}

const write = (id: string, citable: Citable, accessed?: string) =>
  CITATION_STYLES.find((style) => style.id === id)!.format(citable, accessed);

const reporter = cite({ bylines: [{ role: '记者', name: '王蕾蕾' }] });
const nobody = cite({});
const continued = cite({
  name: '2023-04-14/p02-199',
  headline: '中关村丰台园实现“开门红”',
  jumpFrom: '01',
});
const reprinted = cite(
  {
    name: '2026-03-13/p02-009',
    date: '2026-03-13',
    headline: '构建现代化首都都市圈 让产业协作深度融合丰台实践',
    section: '两会声音',
    bylines: [
      { role: '文', name: '高枝' },
      { role: '文', name: '武红利' },
    ],
    reprintedFrom: '北京日报',
  },
  'inferred',
);
const unknownPage = cite(
  { name: '2023-06-16/p00-003', date: '2023-06-16', page: '00', headline: '以“五气”连枝助推丰台倍增发展' },
  'inferred',
);
const withdrawn = cite({
  status: 'withdrawn',
  withdrawn: { reason: '应当事人要求', date: '2026-01-01' },
  bylines: [{ role: '记者', name: '王蕾蕾' }],
});

describe('GB/T 7714', () => {
  test.each<[string, Citable, string, string]>([
    [
      'with a reporter',
      reporter,
      '王蕾蕾. 我区召开支援合作工作联席会议[N/OL]. 丰台报，2023-04-14（02）. https://example.org/2023-04-14/p02-009/.',
      '王蕾蕾. 我区召开支援合作工作联席会议[N/OL]. 丰台报, 2023-04-14(02)[2026-11-21]. https://example.org/2023-04-14/p02-009/.',
    ],
    [
      'without one',
      nobody,
      '我区召开支援合作工作联席会议[N/OL]. 丰台报，2023-04-14（02）. https://example.org/2023-04-14/p02-009/.',
      '我区召开支援合作工作联席会议[N/OL]. 丰台报, 2023-04-14(02)[2026-11-21]. https://example.org/2023-04-14/p02-009/.',
    ],
    [
      'continued from another page',
      continued,
      '中关村丰台园实现“开门红”[N/OL]. 丰台报，2023-04-14（01-02）. https://example.org/2023-04-14/p02-199/.',
      '中关村丰台园实现“开门红”[N/OL]. 丰台报, 2023-04-14(01-02)[2026-11-21]. https://example.org/2023-04-14/p02-199/.',
    ],
    [
      'reprinted, with an inferred date',
      reprinted,
      '高枝，武红利. 构建现代化首都都市圈 让产业协作深度融合丰台实践[N/OL]. 丰台报，[2026-03-13]（02）[2026-11-21]. https://example.org/2026-03-13/p02-009/.',
      '高枝, 武红利. 构建现代化首都都市圈 让产业协作深度融合丰台实践[N/OL]. 丰台报, [2026-03-13](02)[2026-11-21]. https://example.org/2026-03-13/p02-009/.',
    ],
    [
      'on a page whose number nobody knows',
      unknownPage,
      '以“五气”连枝助推丰台倍增发展[N/OL]. 丰台报，[2023-06-16][2026-11-21]. https://example.org/2023-06-16/p00-003/.',
      '以“五气”连枝助推丰台倍增发展[N/OL]. 丰台报, [2023-06-16][2026-11-21]. https://example.org/2023-06-16/p00-003/.',
    ],
    [
      'withdrawn',
      withdrawn,
      '（此文已撤下）[N/OL]. 丰台报，2023-04-14（02）. https://example.org/2023-04-14/p02-009/.',
      '（此文已撤下）[N/OL]. 丰台报, 2023-04-14(02)[2026-11-21]. https://example.org/2023-04-14/p02-009/.',
    ],
  ])('%s', (_, citable, of2025, of2015) => {
    expect(write('gbt-2025', citable, '2026-11-21')).toBe(of2025);
    expect(write('gbt-2015', citable, '2026-11-21')).toBe(of2015);
  });

  test('of more than three authors the first three and 等; a deck after the title', () => {
    const four = cite({
      deck: '副题',
      bylines: ['甲', '乙', '丙', '丁'].map((name) => ({ role: '记者', name })),
    });
    expect(write('gbt-2025', four)).toMatch(/^甲，乙，丙，等\. 我区召开支援合作工作联席会议：副题\[N\/OL\]/u);
    expect(write('gbt-2015', four)).toMatch(/^甲, 乙, 丙, 等\. 我区召开支援合作工作联席会议: 副题\[N\/OL\]/u);
  });
});

describe('Chicago and MLA', () => {
  test.each<[string, Citable, string, string]>([
    [
      'with a reporter',
      reporter,
      '王蕾蕾. “我区召开支援合作工作联席会议.” 丰台报, April 14, 2023. https://example.org/2023-04-14/p02-009/.',
      '王蕾蕾. “我区召开支援合作工作联席会议.” 丰台报, 14 Apr. 2023, p. 2. 丰台报存档, https://example.org/2023-04-14/p02-009/. Accessed 21 Nov. 2026.',
    ],
    [
      'without one',
      nobody,
      '“我区召开支援合作工作联席会议.” 丰台报, April 14, 2023. https://example.org/2023-04-14/p02-009/.',
      '“我区召开支援合作工作联席会议.” 丰台报, 14 Apr. 2023, p. 2. 丰台报存档, https://example.org/2023-04-14/p02-009/. Accessed 21 Nov. 2026.',
    ],
    [
      'continued from another page; quotation marks inside the title',
      continued,
      '“中关村丰台园实现‘开门红’.” 丰台报, April 14, 2023. https://example.org/2023-04-14/p02-199/.',
      '“中关村丰台园实现‘开门红’.” 丰台报, 14 Apr. 2023, pp. 1-2. 丰台报存档, https://example.org/2023-04-14/p02-199/. Accessed 21 Nov. 2026.',
    ],
    [
      'reprinted, with an inferred date',
      reprinted,
      '高枝 and 武红利. “构建现代化首都都市圈 让产业协作深度融合丰台实践.” 丰台报, [March 13, 2026?]. Reprinted from 北京日报. https://example.org/2026-03-13/p02-009/.',
      '高枝 and 武红利. “构建现代化首都都市圈 让产业协作深度融合丰台实践.” 丰台报, [13 Mar. 2026], p. 2. 丰台报存档, https://example.org/2026-03-13/p02-009/. Originally published in 北京日报. Accessed 21 Nov. 2026.',
    ],
    [
      'on a page whose number nobody knows',
      unknownPage,
      '“以‘五气’连枝助推丰台倍增发展.” 丰台报, [June 16, 2023?]. https://example.org/2023-06-16/p00-003/.',
      '“以‘五气’连枝助推丰台倍增发展.” 丰台报, [16 June 2023]. 丰台报存档, https://example.org/2023-06-16/p00-003/. Accessed 21 Nov. 2026.',
    ],
    [
      'withdrawn',
      withdrawn,
      '[Withdrawn article]. 丰台报, April 14, 2023. https://example.org/2023-04-14/p02-009/.',
      '[Withdrawn article]. 丰台报, 14 Apr. 2023, p. 2. 丰台报存档, https://example.org/2023-04-14/p02-009/. Accessed 21 Nov. 2026.',
    ],
  ])('%s', (_, citable, chicago, mla) => {
    expect(write('chicago', citable, '2026-11-21')).toBe(chicago);
    expect(write('mla', citable, '2026-11-21')).toBe(mla);
  });
});

describe('formats for machines', () => {
  test('BibTeX', () => {
    expect(write('bibtex', reprinted)).toBe(`@article{fengtai-2026-03-13-p02-009,
  author = {{高枝} and {武红利}},
  title = {{构建现代化首都都市圈 让产业协作深度融合丰台实践}},
  journal = {丰台报},
  entrysubtype = {newspaper},
  date = {2026-03-13?},
  year = {2026},
  month = {3},
  day = {13},
  pages = {02},
  url = {https://example.org/2026-03-13/p02-009/},
  language = {chinese},
  note = {报上未印日期，日期系推定；原文刊载于《北京日报》},
}
`);
    expect(write('bibtex', continued)).toContain('pages = {01--02}');
    expect(write('bibtex', unknownPage)).not.toContain('pages');
    expect(write('bibtex', nobody)).not.toContain('author');
    expect(write('bibtex', cite({ headline: '增长50%：A&B {C} #1' }))).toContain(
      'title = {{增长50\\%：A\\&B \\{C\\} \\#1}}',
    );
  });

  test('RIS', () => {
    expect(write('ris', reprinted, '2026-11-21').split('\r\n')).toEqual([
      'TY  - NEWS',
      'AU  - 高枝',
      'AU  - 武红利',
      'TI  - 构建现代化首都都市圈 让产业协作深度融合丰台实践',
      'T2  - 丰台报',
      'PY  - 2026',
      'DA  - 2026/03/13/',
      'SP  - 02',
      'SE  - 两会声音',
      'LA  - zh-CN',
      'DB  - 丰台报存档',
      'UR  - https://example.org/2026-03-13/p02-009/',
      'Y2  - 2026/11/21/',
      'N1  - 报上未印日期，日期系推定',
      'N1  - 原文刊载于《北京日报》',
      'ER  - ',
      '',
    ]);
    expect(write('ris', continued)).toContain('SP  - 01\r\nEP  - 02\r\n');
  });

  test('CSL-JSON', () => {
    expect(JSON.parse(write('csl-json', reprinted, '2026-11-21'))).toEqual({
      id: '2026-03-13/p02-009',
      type: 'article-newspaper',
      title: '构建现代化首都都市圈 让产业协作深度融合丰台实践',
      author: [{ literal: '高枝' }, { literal: '武红利' }],
      'container-title': '丰台报',
      page: '02',
      section: '两会声音',
      issued: { 'date-parts': [[2026, 3, 13]], circa: true },
      accessed: { 'date-parts': [[2026, 11, 21]] },
      URL: 'https://example.org/2026-03-13/p02-009/',
      language: 'zh-CN',
      source: '丰台报存档',
      note: '报上未印日期，日期系推定；原文刊载于《北京日报》',
    });
    expect(JSON.parse(write('csl-json', withdrawn))).toMatchObject({
      title: '（此文已撤下）',
      note: '此文已撤下',
    });
    expect(JSON.parse(write('csl-json', unknownPage))).not.toHaveProperty('page');
  });
});

test('a passage is cited with its paragraph and the anchor of it', () => {
  const citation = write('gbt-2025', reporter);
  const passage = { text: '会议强调，\n要“抓好”消费帮扶', from: 5, to: 5, anchor: 'l65' };
  expect(citePassage(citation, reporter.url, passage)).toBe(
    '“会议强调，要‘抓好’消费帮扶”（第5段）\n王蕾蕾. 我区召开支援合作工作联席会议[N/OL]. 丰台报，2023-04-14（02）. https://example.org/2023-04-14/p02-009/#l65.',
  );
});
