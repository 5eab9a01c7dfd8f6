import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import {
  articlePage,
  check,
  item,
  jsonFeed,
  linked,
  packed,
  page,
  rss,
  SITEMAP,
  searched,
  shownText,
  URL_OF,
} from './made-up-site.ts';

const MANIFEST = searched(['p02-009'])['search/data/manifest.json'];

describe('a folder is not published for what stands beside its pages', () => {
  test.each<[string, Record<string, string | Uint8Array | undefined>, string]>([
    [
      'with an article that search engines are not told of',
      { 'sitemap.xml': '<urlset></urlset>' },
      '网站地图里没有',
    ],
    [
      'with a site map that lists what is not there',
      {
        'sitemap.xml': SITEMAP.replace(
          '</urlset>',
          '<url><loc>https://a.example/base/b/</loc></url></urlset>',
        ),
      },
      '网站地图里有不该有的 https://a.example/base/b/',
    ],
    [
      'with a page that the site map lacks',
      { 'b/index.html': page({ title: '乙' }), 'sitemap.xml': SITEMAP },
      '网站地图里没有 https://a.example/base/b/',
    ],
    ['with an article that the table lacks', { 'data/articles.csv': 'name\r\n' }, 'data/articles.csv'],
    [
      'with an article that the citations lack',
      { 'data/citations.csl.json': '[]' },
      'data/citations.csl.json',
    ],
    [
      'with a search whose files are not there',
      { 'search/data/manifest.json': MANIFEST.replace(/suggestions\.\w+\.bin/gu, 'none.bin') },
      'search/data/none.bin  没有检索要读的文件',
    ],
    [
      'with a search whose first file breaks off',
      { 'search/data/manifest.json': '{"shards":[' },
      'search/data/manifest.json  读不出',
    ],
    ['with a table of the search that breaks off', { 'search/data/chunks.0123456789.bin': '1' }, '打不开'],
    [
      'with a table of the search that is not what its name says',
      { 'search/data/chunks.0123456789.bin': gzipSync('[]') },
      'search/data/chunks.0123456789.bin  内容与文件名里的校验值不符',
    ],
    [
      'with a search whose index lacks a piece',
      { 'pagefind/0/index/zxx_0000002.pf_index': undefined },
      'pagefind/0/index/zxx_0000002.pf_index  没有检索要读的文件',
    ],
    [
      'with an index that breaks off',
      { 'pagefind/0/index/zxx_0000002.pf_index': packed('abc').subarray(0, 20) },
      'pagefind/0/index/zxx_0000002.pf_index  打不开',
    ],
    [
      'with a piece of an index that is none',
      { 'pagefind/0/index/zxx_0000002.pf_index': gzipSync('abc') },
      'pagefind/0/index/zxx_0000002.pf_index  不是 Pagefind 的文件',
    ],
    [
      'with a search without the program of its index',
      { 'pagefind/0/wasm.unknown.pagefind': undefined },
      'pagefind/0/wasm.unknown.pagefind  没有检索要读的文件',
    ],
    [
      'with a search that shows the text of another article',
      { 'search/data/text/2023-04-14/p02-009.bin': shownText({ blocks: ['别的话'] }) },
      'search/data/text/2023-04-14/p02-009.bin  不是这篇文章的文字',
    ],
    [
      'with a search without the text of an article',
      { 'search/data/text/2023-04-14/p02-009.bin': undefined },
      '检索里没有 2023-04-14/p02-009 的文字',
    ],
    [
      'with a manifest whose picture is not there',
      { 'manifest.webmanifest': JSON.stringify({ icons: [{ src: '/base/icon.png' }] }) },
      '链接 /base/icon.png：没有这个文件',
    ],
    ['with a manifest that is no JSON', { 'manifest.webmanifest': '{' }, 'manifest.webmanifest'],
    ['with an article that the data lack', { 'data/articles.jsonl': '' }, '开放数据里没有'],
    ['with an article that the search lacks', searched(['p02-199']), '检索的索引里没有'],
    ['with an article that the search has twice', searched(['p02-009', 'p02-009']), '应有 1 篇，读到 2 篇'],
    [
      'with an article that its issue does not list',
      { '2023-04-14/index.html': page({ title: '期' }) },
      '这一期的目录里没有 2023-04-14/p02-009',
    ],
    [
      'with an article that only its newspaper page lists',
      {
        '2023-04-14/index.html': page({ title: '期' }),
        '2023-04-14/p02/index.html': page({ body: '<h1>版</h1><a href="/base/2023-04-14/p02-009/">文</a>' }),
      },
      '2023-04-14/index.html  这一期的目录里没有 2023-04-14/p02-009',
    ],
    [
      'with an article that its newspaper page lacks',
      { '2023-04-14/p02/index.html': page({ title: '版' }) },
      '2023-04-14/p02/index.html  这一版的目录里没有 2023-04-14/p02-009',
    ],
    ['with linked data of a misspelt field', linked({ healdine: '甲' }), 'NewsArticle'],
    [
      'with linked data that name no newspaper',
      linked({ isPartOf: { '@type': 'PublicationIssue' } }),
      'isPartOf',
    ],
    [
      'with linked data of an address that is a program',
      linked({ url: 'javascript:alert(1)' }),
      'NewsArticle url',
    ],
    ['with linked data of a day that there is not', linked({ datePublished: '2023-02-30' }), 'datePublished'],
    ['with linked data of an unknown type', linked({ '@type': 'Recipe' }), '没有见过的 @type Recipe'],
    ['with a feed that is no XML', { 'feed.xml': '<rss><channel></rss>' }, '不合 XML 写法'],
    ['with a site map that is no XML', { 'sitemap.xml': SITEMAP.replace('</url>', '') }, 'sitemap.xml'],
    ['with a feed that lacks an article', { 'feed.xml': rss('') }, '应有 1 篇，读到 0 篇'],
    [
      'with a feed of another address',
      { 'feed.xml': rss(item(), 'https://b.example/feed.xml') },
      '自己的地址写作',
    ],
    [
      'with a feed item that is none of ours',
      { 'feed.xml': rss(item('https://b.example/')) },
      '有不该在这里的',
    ],
    ['with a feed date of another kind', { 'feed.xml': rss(item(URL_OF, '2023-04-14')) }, 'RFC 822'],
    [
      'with a program in a feed',
      { 'feed.xml': rss(item(URL_OF, undefined, '&lt;script&gt;alert(1)&lt;/script&gt;')) },
      '不该有的标记或地址',
    ],
    [
      'with a program in a feed without quotes',
      { 'feed.xml': rss(item(URL_OF, undefined, '&lt;a href=javascript:alert(1)&gt;x&lt;/a&gt;')) },
      '不该有的标记或地址',
    ],
    [
      'with a JSON feed without a version',
      { 'feed.json': jsonFeed({ version: undefined }) },
      'feed.json  version',
    ],
    [
      'with a JSON feed of an address without a host',
      { 'feed.json': jsonFeed({}, { content_html: '<a href="/base/">文</a>' }) },
      '不该有的标记或地址',
    ],
    [
      'with a JSON feed date without a zone',
      { 'feed.json': jsonFeed({}, { date_published: '2023-04-14' }) },
      'date_published',
    ],
    ['with a JSON feed that is no JSON', { 'feed.json': '{' }, 'feed.json'],
    ['with style sheets over their budget', { '_astro/a.css': 'a'.repeat(70_000) }, '样式表有 70000 字节'],
    [
      'with programs over their budget',
      Object.fromEntries(Array.from({ length: 4 }, (_, i) => [`_astro/${i}.js`, 'a'.repeat(60_000)])),
      '程序合计',
    ],
    [
      'with an article’s page that is far larger than its text',
      {
        '2023-04-14/p02-009/index.html': articlePage().replace(
          '</article>',
          `<!--${'x'.repeat(70_000)}--></article>`,
        ),
      },
      '文章页有',
    ],
  ])('%s', async (_, files, fault) => {
    expect(await check(files)).toContain(fault);
  });
});
