import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { checkFeedTexts } from '../../scripts/build/check-published/check-feed-texts.ts';
import { checkFeeds } from '../../scripts/build/check-published/check-feeds.ts';
import { digestFile } from '../../scripts/build/check-published/digest-file.ts';
import { listFeedItems, writeJsonFeed, writeRss } from '../../src/archive/feeds.ts';
import { makeArticle } from '../archive/make-article.ts';
import { makeFolder } from '../commands/make-folder.ts';
import { article, articlePage, check, FEED_TEXT, item, jsonFeed, page, rss, THING } from './made-up-site.ts';

const ADDRESS = 'data/articles.jsonl';
const LINE = `${JSON.stringify({ name: article.name })}\n`;
const sumOf = (text: string) => createHash('sha256').update(text).digest('hex');
/** The page of the article, telling machines that it is another. */
const headed = (headline: string) => ({
  '2023-04-14/p02-009/index.html': articlePage().replace(
    '</head>',
    `<script type="application/ld+json">${JSON.stringify({ ...THING, headline })}</script></head>`,
  ),
});

test('a page that tells machines its own headline is published', async () => {
  expect(await check(headed(article.headline))).toBe('');
});

test('feeds of texts that look like markup say what the articles say', async () => {
  const text = '1 < 2 &amp;lt; &#38; <b>粗</b> <!-- --> ]]> &nbsp; “𠮷” \'"';
  const [plain, linking] = [
    makeArticle({ headline: text, blocks: [{ kind: 'paragraph', text, line: 1 }] }),
    makeArticle({
      id: 'p02-002',
      blocks: [
        { kind: 'paragraph', text: '见 甲&乙', html: '见 <a href="../a/?b&#x26;c">甲&#x26;乙</a>', line: 1 },
      ],
    }),
  ];
  const articles = [plain!, linking!];
  const home = 'https://a.example/';
  const items = listFeedItems({
    articles,
    issues: new Map(),
    topicTitles: new Map(),
    history: new Map(),
    addressOf: (name) => `${home}${name}/`,
  });
  const channel = { title: '报', description: '报', page: home, self: `${home}feed.xml` };
  const { feeds, faults } = checkFeeds(
    new Map([
      ['feed.xml', await writeRss(channel, items)],
      ['feed.json', writeJsonFeed(channel, items)],
    ]),
  );
  expect(faults).toEqual([]);
  expect(feeds.map(({ entries }) => entries.length)).toEqual([2, 2]);
  expect(checkFeedTexts(feeds, articles, home)).toEqual([]);
});

describe('a folder is not published', () => {
  test.each<[string, Record<string, string | Uint8Array | undefined>, string]>([
    ['whose page tells machines the headline of another', headed('别的标题'), '标题是“别的标题”'],
    [
      'with an object of another host',
      { 'a/index.html': page({ body: '<h1>甲</h1><object data="https://b.example/x.pdf"></object>' }) },
      '从别处取来或送往别处：https://b.example/x.pdf',
    ],
    [
      'with a button that sends elsewhere',
      {
        'a/index.html': page({
          body: '<h1>甲</h1><form action="/base/"><button formaction="https://b.example/">发</button></form>',
        }),
      },
      '从别处取来或送往别处：https://b.example/',
    ],
    [
      'with a link that tells another host that it was followed',
      { 'a/index.html': page({ body: '<h1>甲</h1><a href="/base/" ping="https://b.example/">乙</a>' }) },
      '从别处取来或送往别处：https://b.example/',
    ],
    [
      'with a drawing that takes another host’s',
      {
        'a/index.html': page({ body: '<h1>甲</h1><svg><use xlink:href="https://b.example/x.svg#a"/></svg>' }),
      },
      '从别处取来或送往别处：https://b.example/x.svg#a',
    ],
    [
      'with an RSS feed of another headline',
      { 'feed.xml': rss(item().replace('我区召开会议', '我区不召开会议')) },
      'feed.xml  https://a.example/base/2023-04-14/p02-009/ 的标题应为“我区召开会议”，读到“我区不召开会议”',
    ],
    [
      'with an RSS feed whose words were changed',
      { 'feed.xml': rss(item().replace('第一段', '第二段')) },
      'feed.xml  https://a.example/base/2023-04-14/p02-009/ 的正文与文章不同',
    ],
    [
      'with a JSON feed of another headline',
      { 'feed.json': jsonFeed({}, { title: '别的' }) },
      '的标题应为“我区召开会议”，读到“别的”',
    ],
    [
      'with a JSON feed that leaves out a block',
      { 'feed.json': jsonFeed({}, { content_html: FEED_TEXT.replace(/<h2>.*/u, '') }) },
      'feed.json  https://a.example/base/2023-04-14/p02-009/ 的正文与文章不同',
    ],
    [
      'with an RSS feed that has a number beyond all characters',
      { 'feed.xml': rss(item().replace('第一段', '&amp;#x110000;第一段')) },
      'feed.xml  https://a.example/base/2023-04-14/p02-009/ 的正文里有不成字的 &#x110000;（第 1 行）',
    ],
    [
      'with a JSON feed that has a name nobody knows',
      { 'feed.json': jsonFeed({}, { content_html: `<p>\n&nosuch;</p>${FEED_TEXT}` }) },
      'feed.json  https://a.example/base/2023-04-14/p02-009/ 的正文里有不成字的 &nosuch;（第 2 行）',
    ],
    ['without the program that keeps pages', { 'sw.js': undefined }, 'sw.js  public/ 里的这个文件没有发布'],
    ['with another program than that', { 'sw.js': 'alert(1)' }, 'sw.js  与 public/ 里的不同'],
    ['without robots.txt', { 'robots.txt': undefined }, 'robots.txt  没有这个文件'],
    [
      'with a robots.txt that knows no site map',
      { 'robots.txt': 'User-agent: *\nAllow: /\n' },
      '应有一行 Sitemap: https://a.example/base/sitemap.xml',
    ],
    [
      'that search engines are not to read',
      { 'robots.txt': 'User-agent: *\nDisallow: /\n\nSitemap: https://a.example/base/sitemap.xml\n' },
      '不让搜索引擎读：Disallow: /',
    ],
    [
      'without sums',
      { 'data/checksums.txt': '' },
      `${ADDRESS}  没有列入 checksums.txt`.slice(ADDRESS.length),
    ],
    [
      'with data that are not what their sum says',
      { 'data/checksums.txt': `${sumOf('x')}  articles.jsonl\n` },
      `${ADDRESS}  与 checksums.txt 里的校验值不符`,
    ],
    [
      'with a sum of what is not there',
      { 'data/checksums.txt': `${sumOf('x')}  scans/x.txt\n` },
      'data/scans/x.txt  列入了 checksums.txt，而没有这个文件',
    ],
    [
      'with a sum that is none',
      { 'data/checksums.txt': 'x  articles.jsonl\n' },
      '不成一行：x  articles.jsonl',
    ],
    [
      'with data of another size than they are described with',
      {
        'data/datapackage.json': JSON.stringify({
          resources: [{ path: 'articles.jsonl', bytes: LINE.length + 1, hash: `sha256:${sumOf(LINE)}` }],
        }),
      },
      'data/datapackage.json  articles.jsonl 的大小或校验值不符',
    ],
    [
      'with data of another sum than they are described with',
      {
        'data/datapackage.json': JSON.stringify({
          resources: [{ path: 'articles.jsonl', bytes: LINE.length, hash: `sha256:${sumOf('x')}` }],
        }),
      },
      'data/datapackage.json  articles.jsonl 的大小或校验值不符',
    ],
    ['with data that are not described', { 'data/datapackage.json': '{}' }, 'data/datapackage.json  '],
  ])('%s', async (_, files, fault) => {
    expect(await check(files)).toContain(fault);
  });
});

test('the sum of a file that is read in pieces is that of the whole', async () => {
  const folder = await makeFolder();
  const file = join(folder, 'a');
  for (const text of ['', '一', '丰台报'.repeat(1000)]) {
    writeFileSync(file, text);
    expect(digestFile(file, 7)).toEqual({ bytes: Buffer.byteLength(text), sum: sumOf(text) });
  }
});

test('each of the single files is read, however many there are', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 404 }, (_, at) => [`data/scans/2023-04-14/${1000 + at}.txt`, String(at)]),
  );
  const list = Object.entries(files).map(([file, text]) => `${sumOf(text)}  ${file.slice('data/'.length)}`);
  const sums = [`${sumOf('x')}  scans/2023-04-14/1001.txt`, ...list.toSpliced(1, 1)].sort((a, b) =>
    a.slice(66).localeCompare(b.slice(66)),
  );
  expect(await check({ ...files, 'data/checksums.txt': sums.join('\n') })).toContain(
    'data/scans/2023-04-14/1001.txt  与 checksums.txt 里的校验值不符',
  );
});

describe('no text that is published beside the pages hides characters', () => {
  test.each<[string, Record<string, string>, string]>([
    ['in XML', { 'feed.xml': rss(item()).replace('报', '报\u200b') }, 'feed.xml  有看不见的字符 U+200B'],
    [
      'by its number',
      { 'feed.xml': rss(item()).replace('报', '&#x202e;') },
      'feed.xml  有改变文字方向的字符 U+202E',
    ],
    ['in JSON', { 'feed.json': jsonFeed({ title: '\u202e' }) }, 'feed.json  有改变文字方向的字符 U+202E'],
    [
      'by its escape',
      { 'feed.json': jsonFeed().replace('报', '\\u200b') },
      'feed.json  有看不见的字符 U+200B',
    ],
    [
      'in the manifest',
      { 'manifest.webmanifest': '{"name":"\\u200b","icons":[{"src":"/base/favicon.svg"}]}' },
      'manifest.webmanifest  有看不见的字符 U+200B',
    ],
    [
      'by its escape, in linked data',
      {
        'a/index.html': page({
          title: '甲',
          head: `<script type="application/ld+json">${JSON.stringify({ ...THING, description: '文' }).replace('文', '\\u200b')}</script>`,
        }),
      },
      'a/index.html  JSON-LD：有看不见的字符 U+200B',
    ],
    ['in robots.txt', { 'robots.txt': '\ufeff' }, 'robots.txt  有看不见的字符 U+FEFF'],
  ])('%s', async (_, files, fault) => {
    expect(await check(files)).toContain(fault);
  });
});

test.each([
  ['evil.htm', '不知道来历的文件'],
  ['.env', '不知道来历的文件'],
  ['setup.exe', '不知道来历的文件'],
])('no file is published of a kind that the archive does not have: %s', async (file, fault) => {
  expect(await check({ [file]: 'x' })).toContain(`${file}  ${fault}`);
});

afterEach(() => vi.unstubAllEnvs());

test('source maps are not published', async () => {
  vi.stubEnv('COVERAGE', undefined);
  expect(await check({ '_astro/app.abc123.js.map': '{}' })).toContain(
    '_astro/app.abc123.js.map  不知道来历的文件',
  );
});

test('a measurement of coverage has the source maps that it needs', async () => {
  vi.stubEnv('COVERAGE', '1');
  expect(await check({ '_astro/app.abc123.js.map': '{}' })).not.toContain('app.abc123.js.map  ');
});

test('what stands in public/ may be of any kind', async () => {
  expect(await check({ 'map.pdf': 'x', 'public/map.pdf': 'x' })).not.toMatch(/^map\.pdf {2}/mu);
});

test.each(['404.html', '_headers', '.htaccess', '.nojekyll'])('%s is there', async (file) => {
  expect(await check({ [file]: undefined })).toContain(`${file}  没有这个文件`);
});

test('the headers say which policy is meant', async () => {
  expect(await check({ _headers: '/*\n  X-Frame-Options: DENY\n' })).toContain(
    '_headers  没有内容安全策略（Content-Security-Policy）',
  );
});
