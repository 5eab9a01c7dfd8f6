import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { checkPublished } from '../../scripts/build/check-published.ts';
import type { Content } from '../../src/loader/read-content.ts';
import type { Article } from '../../src/model.ts';
import { makeArticle } from '../archive/make-article.ts';
import { makeFolder } from '../commands/make-folder.ts';

const POLICY = "default-src 'none'; script-src 'self'";
/** The one article of the site. */
export const article = makeArticle({
  id: 'p02-009',
  date: '2023-04-14',
  headline: '我区召开会议',
  blocks: [
    { kind: 'paragraph', text: '第一段“引文”&<符号>。', line: 1 },
    { kind: 'subhead', text: '小标题', line: 2 },
  ],
});

interface Parts {
  title?: string;
  head?: string;
  body?: string;
  lang?: string;
  policy?: string;
}

/** A page with what every page has; a test gives what is wrong with it. */
export const page = ({
  title = '一页',
  head = '',
  body = '<h1>一页</h1>',
  lang = 'zh-CN',
  policy = POLICY,
}: Parts) =>
  `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/base/a.css"><title>${title}</title>` +
  `<meta http-equiv="content-security-policy" content="${policy}">${head}</head><body>${body}</body></html>`;

export const BLOCKS =
  '<p id="p1" data-block="p1"><b>第一段</b>“引文”&amp;&lt;符号&gt;。</p><h2 id="p2" data-block="p2">小<wbr>标题</h2>';
/** The article's page. */
export const articlePage = (blocks = BLOCKS, headline = '我区召开会议') =>
  page({
    title: '我区召开会议',
    body: `<main><article data-article="2023-04-14/p02-009"><h1>${headline}</h1>${blocks}</article></main><p>别的话</p>`,
  });
/** A site map with all pages of these files that ask to be found. */
const mapOf = (files: Record<string, string | Uint8Array | undefined>) =>
  Object.entries(files)
    .filter(([file, text]) => file.endsWith('index.html') && !/refresh|noindex/u.test(String(text)))
    .map(([file]) => `<url><loc>https://a.example/base/${file.replace('index.html', '')}</loc></url>`)
    .join('');
export const SITEMAP = '<urlset><url><loc>https://a.example/base/2023-04-14/p02-009/</loc></url></urlset>';
const HOME = page({ title: '首页', body: '<h1>首页</h1><a href="/base/2023-04-14/p02-009/#p2">文</a>' });

/** An article as a page lists it. */
export const listed = (name: string, headline = '我区<wbr>召开会议') =>
  `<h3 class="headline"><a href="/base/${name}/">${headline}</a></h3>`;
const ISSUE = page({ title: '四月十四日', body: `<h1>期</h1>${listed(article.name)}` });
export const URL_OF = 'https://a.example/base/2023-04-14/p02-009/';
/** The article's text as a feed gives it. */
export const FEED_TEXT = '<p>第一段“引文”&amp;&lt;符号&#x3E;。</p>\n<h2>小标题</h2>';
/** As it stands in XML. */
const inXml = (html: string) => html.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
/** An entry of the RSS feed. */
export const item = (url = URL_OF, date = 'Fri, 14 Apr 2023 04:00:00 GMT', html = inXml(FEED_TEXT)) =>
  `<item><title>我区召开会议</title><link>${url}</link><guid>${url}</guid><pubDate>${date}</pubDate><content:encoded>${html}</content:encoded></item>`;
/** The RSS feed. */
export const rss = (items: string, self = 'https://a.example/base/feed.xml') =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>报</title><link>https://a.example/base/</link><description>报</description><language>zh-CN</language><atom:link href="${self}" rel="self" type="application/rss+xml"/>${items}</channel></rss>`;
/** The JSON feed, with something of it or of its entry changed. */
export const jsonFeed = (change: object = {}, itemChange: object = {}) =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: '报',
    home_page_url: 'https://a.example/base/',
    feed_url: 'https://a.example/base/feed.json',
    language: 'zh-CN',
    items: [
      {
        id: URL_OF,
        url: URL_OF,
        title: '我区召开会议',
        content_html: FEED_TEXT,
        date_published: '2023-04-14T12:00:00+08:00',
        ...itemChange,
      },
    ],
    ...change,
  });
/** What a page tells machines of the article. */
export const THING = {
  '@context': 'https://schema.org',
  '@type': 'NewsArticle',
  '@id': URL_OF,
  url: URL_OF,
  inLanguage: 'zh-CN',
  headline: '甲',
  description: '文',
  image: 'https://a.example/base/og/a.png',
  datePublished: '2023-04-14',
  wordCount: 1,
  publisher: { '@type': 'Organization', name: '报' },
  isPartOf: {
    '@type': 'PublicationIssue',
    url: 'https://a.example/base/2023-04-14/',
    datePublished: '2023-04-14',
    isPartOf: { '@type': 'Newspaper', name: '报' },
  },
};
/** A page with {@link THING}, changed. */
export const linked = (change: object) => ({
  'a/index.html': page({
    title: '甲',
    head: `<script type="application/ld+json">${JSON.stringify({ ...THING, ...change })}</script>`,
  }),
});
/** A picture with this inside. */
export const picture = (inside: string) => ({
  'a.svg': `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">${inside}</svg>`,
});

/** A table of the search, under its name. */
const table = (name: string, value: unknown) => {
  const text = JSON.stringify(value);
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 10);
  return [`${name}.${digest}.bin`, gzipSync(text)] as const;
};
const [EMPTY, NOTHING] = table('suggestions', {});
const placesOf = (ids: string[]) =>
  table('places', {
    records: { zxx_0000001: '0p' },
    issues: [['2023-04-14', ids.length]],
    ids: ids.join(' '),
  });

/** What the search reads first: all its tables but one are the same. */
const manifestOf = (places: string) => ({
  shards: [{ folder: 'pagefind/0/', places, chunks: EMPTY }],
  characterMap: EMPTY,
  bundles: [[0, EMPTY]],
  facets: [[0, EMPTY]],
  suggestions: EMPTY,
});
/** A file of Pagefind's. */
export const packed = (text: string) => gzipSync(`pagefind_dcd${text}`);
/** The text of the article, as the search shows it. */
export const shownText = (change: object = {}) =>
  gzipSync(
    JSON.stringify({
      date: '2023-04-14',
      article: {
        id: article.id,
        headline: article.headline,
        blocks: article.blocks.map(({ text }) => text),
        ...change,
      },
    }),
  );

/** What the search reads first, the table of its articles, and its index: a record and a piece. */
export const searched = (ids: string[]) => {
  const [name, places] = placesOf(ids);
  return {
    'search/data/manifest.json': JSON.stringify(manifestOf(name)),
    'pagefind/0/pagefind.js': 'export {};',
    'pagefind/0/pagefind.zxx_1.pf_meta': packed('kzxx_0000001kzxx_0000002'),
    'pagefind/0/index/zxx_0000002.pf_index': packed(''),
    'pagefind/0/wasm.unknown.pagefind': packed(''),
    [`search/data/${EMPTY}`]: NOTHING,
    [`search/data/${name}`]: places,
  };
};

/** A picture of this size that says no more than where it begins and ends. */
export function png(width: number, height: number): Buffer {
  const size = Buffer.alloc(8);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  const begins = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
  return Buffer.concat([
    begins,
    size,
    Buffer.from('0803000000', 'hex'),
    Buffer.from('0000000049454e44ae426082', 'hex'),
  ]);
}

const PROGRAM = 'self.addEventListener("install", () => {});';

/**
 * Checks a folder without a fault, with some of its files replaced or added.
 *
 * @returns why it is not published; nothing when it is
 */
export async function check(
  files: Record<string, string | Uint8Array | undefined>,
  articles: Article[] = [article],
): Promise<string> {
  const given: Record<string, string | Uint8Array | undefined> = {
    'index.html': HOME,
    '2023-04-14/p02-009/index.html': articlePage(),
    '2023-04-14/index.html': ISSUE,
    'og/a.png': png(1200, 630),
    'a.css': 'p {}',
    'feed.xml': rss(
      articles.length > 0
        ? articles.map(({ name }) => item(URL_OF.replace(/2023.*(?=\/)/u, name))).join('')
        : '',
    ),
    'feed.json': jsonFeed(),
    'data/articles.jsonl': `${JSON.stringify({ name: article.name })}\n`,
    'data/articles.csv': `\ufeffname,headline\r\n${article.name},"甲\r\n乙"\r\n`,
    'data/citations.csl.json': JSON.stringify([{ id: article.name }], undefined, 1),
    'manifest.webmanifest': JSON.stringify({ icons: [{ src: '/base/favicon.svg' }] }),
    [`search/data/text/${article.name}.bin`]: shownText(),
    ...searched([article.name.slice(11)]),
    'favicon.svg': picture('<path d="M0 0"/>')['a.svg'],
    ...linked({}),
    'robots.txt': 'User-agent: *\nAllow: /\n\nSitemap: https://a.example/base/sitemap.xml\n',
    '404.html': page({ title: '没有这一页', head: '<meta name="robots" content="noindex">' }),
    _headers: "/*\n  Content-Security-Policy: base-uri 'none'\n",
    '.htaccess': 'Header always set Content-Security-Policy "base-uri \'none\'"\n',
    '.nojekyll': '',
    'sw.js': PROGRAM,
    'public/sw.js': PROGRAM,
    ...files,
  };
  const data = Object.entries(given).filter(([file, text]) => file.startsWith('data/') && text !== undefined);
  const resources = data.map(([file, text]) => ({
    path: file.slice('data/'.length),
    bytes: Buffer.byteLength(text!),
    hash: `sha256:${createHash('sha256').update(text!).digest('hex')}`,
  }));
  given['data/checksums.txt'] ??= resources
    .map(({ path, hash }) => `${hash.slice('sha256:'.length)}  ${path}\n`)
    .join('');
  given['data/datapackage.json'] ??= JSON.stringify({ resources });
  const all: Record<string, string | Uint8Array> = { 'sitemap.xml': `<urlset>${mapOf(given)}</urlset>` };
  for (const [file, content] of Object.entries(given)) if (content !== undefined) all[file] = content;
  const dist = await makeFolder(all);
  const said: string[] = [];
  return checkPublished({
    root: dist,
    dist: join(dist),
    cache: dist,
    base: '/base/',
    site: 'https://a.example',
    content: { articles } as unknown as Content,
    say: (line) => said.push(line),
  }).then(
    () => '',
    (error: Error) => error.message,
  );
}
