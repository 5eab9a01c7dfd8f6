import fc from 'fast-check';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { expect, test } from 'vitest';
import {
  FEED_LENGTH,
  type FeedSource,
  listFeedItems,
  writeJsonFeed,
  writeRss,
} from '../../src/archive/feeds.ts';
import type { Issue } from '../../src/model.ts';
import { makeArticle } from './make-article.ts';

const CHANNEL = {
  title: '丰台报存档',
  description: '全文存档',
  page: 'https://archive.example/fengtai/',
  self: 'https://archive.example/fengtai/feed.xml',
};
const printed: Issue = {
  date: '2024-05-06',
  dateSource: 'printed',
  pages: [{ page: '02', pageSource: 'printed', furniture: [], removed: [] }],
};

function sourceOf(given: Partial<FeedSource>): FeedSource {
  return {
    articles: [makeArticle()],
    issues: new Map([[printed.date, printed]]),
    topicTitles: new Map([['military', '军事·双拥']]),
    history: new Map(),
    addressOf: (name) => `https://archive.example/fengtai/${name}/`,
    ...given,
  };
}

const parse = (xml: string) => new XMLParser({ ignoreAttributes: false, trimValues: false }).parse(xml);
const at = (date: string) => [{ hash: 'a', subject: 's', date }];

test('what the archive took in last comes first, however old the paper', () => {
  const old = makeArticle({ date: '2023-01-02' });
  const recent = makeArticle({ date: '2026-01-02' });
  const history = new Map([
    [old.file, at('2026-03-01T00:00:00.000Z')],
    [recent.file, at('2026-02-01T00:00:00.000Z')],
  ]);
  const names = (source: FeedSource) => listFeedItems(source).map(({ url }) => url.slice(-19, -1));
  expect(names(sourceOf({ articles: [recent, old], history }))).toEqual([
    '2023-01-02/p02-001',
    '2026-01-02/p02-001',
  ]);
  expect(names(sourceOf({ articles: [old, recent] }))).toEqual(['2026-01-02/p02-001', '2023-01-02/p02-001']);
});

test('a withdrawn article is in no feed, and a feed does not grow without end', () => {
  const withdrawn = makeArticle({
    status: 'withdrawn',
    withdrawn: { reason: '权利人要求', date: '2026-01-01' },
  });
  expect(listFeedItems(sourceOf({ articles: [withdrawn] }))).toEqual([]);
  const many = Array.from({ length: FEED_LENGTH + 20 }, (_, i) =>
    makeArticle({ id: `p02-${String(i + 1).padStart(3, '0')}` }),
  );
  expect(listFeedItems(sourceOf({ articles: many }))).toHaveLength(FEED_LENGTH);
});

test('an inferred date, an unknown page and a headline of ours are said to be so', () => {
  const article = makeArticle({ id: 'p00-003', headlineSource: 'derived', status: 'machine' });
  const issue: Issue = { ...printed, dateSource: 'inferred', evidence: '文中所记' };
  const [item] = listFeedItems(sourceOf({ articles: [article], issues: new Map([[issue.date, issue]]) }));
  expect(item!.place).toBe('2024年5月6日（日期推定） · 版次不详 · 标题代拟 · 未校对');
  expect(item!.html).toContain(item!.place);
});

test('an item is dated with the day of the paper, in Beijing and at Greenwich', async () => {
  const items = listFeedItems(sourceOf({}));
  const { rss } = parse(await writeRss(CHANNEL, items));
  expect(rss.channel.item.pubDate).toBe('Mon, 06 May 2024 04:00:00 GMT');
  expect(JSON.parse(writeJsonFeed(CHANNEL, items)).items[0].date_published).toBe('2024-05-06T12:00:00+08:00');
});

test('links of editors are whole addresses in a feed', () => {
  const block = {
    kind: 'paragraph' as const,
    text: '见前文',
    html: '见<a href="../p02-009/?a=1&#x26;b=2">前文</a>',
    line: 9,
  };
  const [item] = listFeedItems(sourceOf({ articles: [makeArticle({ blocks: [block] })] }));
  expect(item!.html).toContain('<a href="https://archive.example/fengtai/2024-05-06/p02-009/?a=1&amp;b=2">');
});

test('whatever the text, RSS is well-formed and gives back headline and text', async () => {
  const text = fc.string({ unit: 'binary', maxLength: 40 }).filter((value) => value.trim() !== '');
  await fc.assert(
    fc.asyncProperty(text, text, async (headline, body) => {
      const article = makeArticle({
        headline,
        topics: ['military'],
        blocks: [{ kind: 'paragraph', text: body, line: 1 }],
      });
      const items = listFeedItems(sourceOf({ articles: [article] }));
      const xml = await writeRss(CHANNEL, items);
      expect(XMLValidator.validate(xml)).toBe(true);
      // XML 1.0, production [2] Char.
      expect(xml).not.toMatch(/[^\u0009\u000A\u000D\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u);
      const { rss } = parse(xml);
      expect(rss['@_version']).toBe('2.0');
      expect(rss.channel['atom:link']['@_href']).toBe(CHANNEL.self);
      expect(rss.channel.item.link).toBe('https://archive.example/fengtai/2024-05-06/p02-001/');
      expect(rss.channel.item.category).toBe('军事·双拥');
      const json = JSON.parse(writeJsonFeed(CHANNEL, items));
      expect(json.version).toBe('https://jsonfeed.org/version/1.1');
      expect(json.items[0].id).toBe(json.items[0].url);
    }),
    { numRuns: 200 },
  );
});

test('the text in the feed is the text of the article', async () => {
  const blocks = [
    { kind: 'subhead' as const, text: '一、A<B & “引号”', line: 1 },
    { kind: 'paragraph' as const, text: '3~5月]]>完', line: 2 },
  ];
  const items = listFeedItems(sourceOf({ articles: [makeArticle({ blocks })] }));
  const { rss } = parse(await writeRss(CHANNEL, items));
  const html = String(rss.channel.item['content:encoded']);
  expect(html).toContain('<h2>一、A&lt;B &amp; “引号”</h2>\n<p>3~5月]]&gt;完</p>');
});
