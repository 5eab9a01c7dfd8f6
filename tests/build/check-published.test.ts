import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkPublished } from '../../scripts/build/check-published.ts';
import type { Content } from '../../src/loader/read-content.ts';
import type { Article } from '../../src/model.ts';
import { makeFolder } from '../commands/make-folder.ts';

const POLICY = "default-src 'none'; script-src 'self'";
const article = {
  name: '2023-04-14/p02-009',
  status: 'proofread',
  headline: '我区召开会议',
  blocks: [
    { kind: 'paragraph', text: '第一段“引文”&<符号>。', line: 1 },
    { kind: 'subhead', text: '小标题', line: 2 },
  ],
} as unknown as Article;

interface Parts {
  title?: string;
  head?: string;
  body?: string;
  lang?: string;
  policy?: string;
}

const page = ({
  title = '一页',
  head = '',
  body = '<h1>一页</h1>',
  lang = 'zh-CN',
  policy = POLICY,
}: Parts) =>
  `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${title}</title>` +
  `<meta http-equiv="content-security-policy" content="${policy}">${head}</head><body>${body}</body></html>`;

const BLOCKS =
  '<p id="p1" data-block="p1"><b>第一段</b>“引文”&amp;&lt;符号&gt;。</p><h2 id="p2" data-block="p2">小<wbr>标题</h2>';
const articlePage = (blocks = BLOCKS, headline = '我区召开会议') =>
  page({
    title: '我区召开会议',
    body: `<article data-article="2023-04-14/p02-009"><h1>${headline}</h1>${blocks}</article><p>别的话</p>`,
  });
const SITEMAP = '<urlset><url><loc>https://a.example/base/2023-04-14/p02-009/</loc></url></urlset>';
const HOME = page({ title: '首页', body: '<h1>首页</h1><a href="/base/2023-04-14/p02-009/#p2">文</a>' });

async function check(files: Record<string, string>, articles: Article[] = [article]): Promise<string> {
  const dist = await makeFolder({
    'index.html': HOME,
    '2023-04-14/p02-009/index.html': articlePage(),
    'sitemap.xml': SITEMAP,
    ...files,
  });
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

test('a folder without a fault is published', async () => {
  expect(await check({})).toBe('');
});

describe('a folder is not published', () => {
  test.each<[string, Record<string, string>, string]>([
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
      'with a redirect to nothing',
      { 'a/index.html': page({ head: '<meta http-equiv="refresh" content="0;url=/base/b/">' }) },
      '链接 /base/b/',
    ],
    [
      'with an id twice',
      { 'a/index.html': page({ body: '<h1 id="a">甲</h1><p id="a">乙</p>' }) },
      'id 重复：a',
    ],
    ['with two pages of one title', { 'a/index.html': page({ title: '首页' }) }, '标题与 '],
    ['with a page without a title', { 'a/index.html': page({ title: '' }) }, '没有标题'],
    ['in another language', { 'a/index.html': page({ lang: 'en' }) }, 'lang 读到 en'],
    ['with two h1', { 'a/index.html': page({ body: '<h1>甲</h1><h1>乙</h1>' }) }, '有 2 个 h1'],
    [
      'without a policy',
      { 'a/index.html': page({}).replace(/<meta http-equiv[^>]*>/u, '') },
      '没有内容安全策略',
    ],
    [
      'with a loose policy',
      { 'a/index.html': page({ policy: "script-src 'unsafe-inline'" }) },
      '内容安全策略太松',
    ],
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
          head: '<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"甲"}</script>',
        }),
      },
      'NewsArticle 没有 datePublished',
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
      'with a changed headline',
      { '2023-04-14/p02-009/index.html': articlePage(BLOCKS, '我区会议') },
      '标题应为',
    ],
    [
      'with an article that search engines are not told of',
      { 'sitemap.xml': '<urlset></urlset>' },
      '网站地图里没有',
    ],
  ])('%s', async (_, files, fault) => {
    expect(await check(files)).toContain(fault);
  });

  test('without the page of an article', async () => {
    const other = { ...article, name: '2023-04-14/p02-107' } as Article;
    expect(await check({}, [article, other])).toContain('2023-04-14/p02-107/index.html  没有这篇文章的网页');
  });

  test('with the text of a withdrawn article', async () => {
    const message = await check({}, [{ ...article, status: 'withdrawn' } as Article]);
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
