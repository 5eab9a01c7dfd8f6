import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  article,
  articlePage,
  BLOCKS,
  check,
  FEED_TEXT,
  jsonFeed,
  linked,
  page,
  THING,
  URL_OF,
} from './made-up-site.ts';

/** A policy that names one style sheet. */
const STYLED = `default-src 'none'; style-src 'self' 'sha256-${createHash('sha256').update('h1{}').digest('base64')}'`;

test('a folder without a fault is published', async () => {
  expect(await check({})).toBe('');
  const styled = page({ title: '另一页', head: '<style>h1{}</style>', policy: STYLED });
  expect(await check({ 'a/index.html': styled })).toBe('');
});

test('nor is a folder held back for what it may well have', async () => {
  // An address that moved says where the article stands now.
  const moved = page({
    head:
      '<meta http-equiv="refresh" content="0;url=/base/2023-04-14/p02-009/"><meta name="robots" content="noindex">' +
      `<link rel="canonical" href="${URL_OF}">`,
  });
  expect(await check({ 'a/index.html': moved })).toBe('');
  // A text that looks like markup, and is none.
  const html = '<p>&lt;img src=x onerror=alert(1)&gt; href="x"</p><a href="https://a.example/">文</a>';
  expect(await check({ 'feed.json': jsonFeed({}, { content_html: html + FEED_TEXT }) })).toBe('');
});

describe('a folder is not published', () => {
  test.each<[string, Record<string, string | Uint8Array | undefined>, string]>([
    [
      'with a link to nothing',
      { 'a/index.html': page({ body: '<h1>甲</h1><a href="../b/">乙</a>' }) },
      '链接 ../b/：没有这个文件',
    ],
    [
      'with a link to an anchor that is not there',
      { 'a/index.html': page({ body: '<h1>甲</h1><a href="/base/#x">乙</a>' }) },
      '那一页没有 #x',
    ],
    [
      'with a link outside the base path',
      { 'a/index.html': page({ body: '<h1>甲</h1><a href="/other/">乙</a>' }) },
      '不在 /base/ 之下',
    ],
    [
      'with an absolute link to nothing',
      { 'a/index.html': page({ body: '<h1>甲</h1><a href="https://a.example/base/x/">乙</a>' }) },
      '没有这个文件',
    ],
    [
      'with a picture that is not there',
      { 'a/index.html': page({ body: '<h1>甲</h1><img src="x.png" alt="图">' }) },
      '链接 x.png',
    ],
    [
      'with a link that is a program',
      { 'a/index.html': page({ body: '<h1>甲</h1><a href="javascript:alert(1)">乙</a>' }) },
      '不许的地址',
    ],
    [
      'with a link whose address breaks off',
      { 'a/index.html': page({ body: '<h1>甲</h1><a href="/base/%zz/">乙</a>' }) },
      '不成地址：/base/%zz/',
    ],
    [
      'with a link to an anchor that breaks off',
      { 'a/index.html': page({ body: '<h1>甲</h1><a href="#%e4%b8">乙</a>' }) },
      '不成地址：#%e4%b8',
    ],
    [
      'with a script of another host',
      { 'a/index.html': page({ head: '<script src="https://b.example/x.js"></script>' }) },
      '从别处取来或送往别处：https://b.example/x.js',
    ],
    [
      'with a style sheet of another host',
      { 'a/index.html': page({ head: '<link rel="stylesheet" href="//b.example/x.css">' }) },
      '从别处取来或送往别处：//b.example/x.css',
    ],
    [
      'with a picture of another host for large screens',
      {
        'a/index.html': page({
          body: '<h1>甲</h1><img src="/base/favicon.svg" srcset="https://b.example/x.png 2x" alt="图">',
        }),
      },
      '从别处取来或送往别处：https://b.example/x.png',
    ],
    [
      'with a form that sends elsewhere',
      { 'a/index.html': page({ body: '<h1>甲</h1><form action="https://b.example/"></form>' }) },
      '从别处取来或送往别处：https://b.example/',
    ],
    [
      'with a redirect to another host',
      { 'a/index.html': page({ head: '<meta http-equiv="refresh" content="0;url=https://b.example/">' }) },
      '从别处取来或送往别处：https://b.example/',
    ],
    [
      'with a share picture that is not there',
      {
        'a/index.html': page({
          head: '<meta property="og:image" content="https://a.example/base/og/b.png">',
        }),
      },
      '链接 https://a.example/base/og/b.png：没有这个文件',
    ],
    [
      'with linked data that lead to nothing',
      linked({ image: 'https://a.example/base/og/b.png' }),
      '链接 https://a.example/base/og/b.png：没有这个文件',
    ],
    [
      'with a page that says it stands elsewhere',
      { 'a/index.html': page({ head: '<link rel="canonical" href="https://a.example/base/">' }) },
      '自己的地址写作 https://a.example/base/',
    ],
    [
      'with a redirect to nothing',
      { 'a/index.html': page({ head: '<meta http-equiv="refresh" content="0;url=/base/b/">' }) },
      '链接 /base/b/',
    ],
    [
      'with an id twice',
      { 'a/index.html': page({ body: '<h1 id="a">甲</h1><p id="a">乙</p>' }) },
      'id 重复：a',
    ],
    [
      'with one link that leads nowhere on two pages',
      Object.fromEntries(
        ['a', 'b'].map((name) => [
          `${name}/index.html`,
          page({ title: name, body: '<h1>甲</h1><a href="/base/none/">乙</a><a href="/base/">首页</a>' }),
        ]),
      ),
      'a/index.html、b/index.html  链接 /base/none/：没有这个文件',
    ],
    [
      'with an element that is not closed',
      { 'a/index.html': page({ body: '<h1>甲</h1><section><p>乙</p>' }) },
      '标签没有成对：</body>',
    ],
    [
      'with an element that closes what is not open',
      { 'a/index.html': page({ body: '<h1>甲</h1></div><svg><path d="M0 0"/></svg><br>' }) },
      '标签没有成对：</div>',
    ],
    ['with two pages of one title', { 'a/index.html': page({ title: '首页' }) }, '标题与 '],
    ['with a page without a title', { 'a/index.html': page({ title: '' }) }, '没有标题'],
    ['in another language', { 'a/index.html': page({ lang: 'en' }) }, 'lang 读到 en'],
    ['with two h1', { 'a/index.html': page({ body: '<h1>甲</h1><h1>乙</h1>' }) }, '有 2 个 h1'],
    ...Object.entries({
      'U+202E': '\u202e',
      'U+200B': '\u200b',
      'U+200D': '&#x200d;',
      'U+00AD': '\u00ad',
      'U+0085': '\u0085',
      'U+0007': '\u0007',
      'U+FEFF': '甲\ufeff',
      'U+FFFD': '\ufffd',
      'U+FFFE': '\ufffe',
      'U+E0041': '\u{e0041}',
    }).map(([code, character]): [string, Record<string, string>, string] => [
      `with the character ${code} in a page`,
      { 'a/index.html': page({ body: `<h1>甲</h1><p>丰台${character}区</p>` }) },
      code,
    ]),
    [
      'with a character that turns the text, in an attribute',
      { 'a/index.html': page({ body: '<h1>甲</h1><p title="丰台\u202e区">乙</p>' }) },
      'U+202E',
    ],
    ['with a character that turns the text, in linked data', linked({ headline: '甲\u202e' }), 'U+202E'],
    [
      'with a script in the page',
      { 'a/index.html': page({ body: '<h1>甲</h1><script>1</script>' }) },
      '<script>',
    ],
    [
      'with a handler in the page',
      { 'a/index.html': page({ body: '<h1 onclick="x()">甲</h1>' }) },
      '<h1 onclick>',
    ],
    [
      'with a style in the page',
      { 'a/index.html': page({ body: '<h1 style="color:red">甲</h1>' }) },
      '<h1 style>',
    ],
    [
      'with a style sheet in the page that its policy does not name',
      { 'a/index.html': page({ head: '<style>h1{color:red}</style>', policy: STYLED }) },
      '<style>',
    ],
    [
      'with a page that is far too large',
      { 'a/index.html': page({ body: `<h1>甲</h1><p>${'字'.repeat(400_000)}</p>` }) },
      '上限 1000000',
    ],
    [
      'with HTML that is none',
      { 'a/index.html': page({ body: '<h1>甲</h1><ul><p>乙</p></ul>' }) },
      'element-permitted-content',
    ],
    [
      'with JSON-LD that is no JSON',
      { 'a/index.html': page({ head: '<script type="application/ld+json">{</script>' }) },
      'JSON-LD',
    ],
    [
      'with a news article without a date',
      {
        'a/index.html': page({
          head: `<script type="application/ld+json">${JSON.stringify({ ...THING, datePublished: undefined })}</script>`,
        }),
      },
      '应有 datePublished 或 temporalCoverage 之一',
    ],
    [
      'with a changed text',
      { '2023-04-14/p02-009/index.html': articlePage(BLOCKS.replace('第一段', '第一頁')) },
      '第 1 段应为',
    ],
    [
      'with a lost paragraph',
      { '2023-04-14/p02-009/index.html': articlePage(BLOCKS.replace(/<h2.*/u, '')) },
      '应有 2 段，网页上有 1 段',
    ],
    [
      'with a paragraph twice',
      {
        '2023-04-14/p02-009/index.html': articlePage(`<p data-block="p1">别的话</p>${BLOCKS}`),
      },
      '第 1 段应为',
    ],
    [
      'with a kicker that the article lacks',
      { '2023-04-14/p02-009/index.html': articlePage(`<p data-head="kicker">引题</p>${BLOCKS}`) },
      '引题应为“（没有）”，网页上是“引题”',
    ],
    [
      'with a changed headline',
      { '2023-04-14/p02-009/index.html': articlePage(BLOCKS, '我区会议') },
      '标题应为',
    ],
  ])('%s', async (_, files, fault) => {
    expect(await check(files)).toContain(fault);
  });

  test('with HTML that is none, on the one page of its kind among many others', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 200 }, (_, i) => [`names/${i}/index.html`, page({ title: `名字${i}` })]),
    );
    const bad = page({ title: '离线', body: '<h1>甲</h1><ul><p>乙</p></ul>' });
    for (const file of ['offline/index.html', 'names/index.html', 'browse/2023/index.html', '404.html'])
      expect(await check({ ...many, [file]: bad })).toContain('element-permitted-content');
  });

  test('without the page of an article', async () => {
    const other = { ...article, name: '2023-04-14/p02-107' };
    expect(await check({}, [article, other])).toContain('2023-04-14/p02-107/index.html  没有这篇文章的网页');
  });

  test('with the text of a withdrawn article', async () => {
    const message = await check({}, [{ ...article, status: 'withdrawn' }]);
    expect(message).toContain('已撤下的文章仍有正文');
    expect(message).toContain('网站地图里还有已撤下的');
  });

  test('and one fault of many pages is told once', async () => {
    const bad = Object.fromEntries(
      Array.from({ length: 9 }, (_, i) => [`a${i}/index.html`, page({ title: `页${i}`, lang: 'en' })]),
    );
    expect(await check(bad)).toMatch(/等 9 处 {2}lang 读到 en/u);
  });
});
