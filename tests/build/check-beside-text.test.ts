import { describe, expect, test } from 'vitest';
import { makeArticle } from '../archive/make-article.ts';
import { article, articlePage, BLOCKS, check } from './made-up-site.ts';

/** All pages of the site, as search engines are told of them. */
const SITE_MAP = `<urlset>${['', '2023-04-14/', '2023-04-14/p02-009/', 'a/']
  .map((path) => `<url><loc>https://a.example/base/${path}</loc></url>`)
  .join('')}</urlset>`;
const FILE = '2023-04-14/p02-009/index.html';
const [FIRST, SECOND] = BLOCKS.split(/(?<=<\/p>)/u);
const shown = (blocks: string) => ({ [FILE]: articlePage(blocks) });
/** What stands on a page of ours beside the text. */
const FRAME =
  '<header data-frame="head"><p>丰台报</p></header><div><div data-frame="tools"><b>字号</b></div></div>' +
  '<figure><p>图片未收</p><figcaption></figcaption></figure><aside data-frame="desk"><p>文字的出处</p></aside>';

test('what stands beside the text of an article and belongs there is no fault', async () => {
  expect(await check(shown(`${FRAME}${BLOCKS}\n <p></p>`))).toBe('');
});

describe('words beside the text of an article are found', () => {
  test.each([
    ['between two blocks', `${FIRST}多余的话${SECOND}`, '多余的话'],
    ['after the last block', `${BLOCKS}多余的话`, '多余的话'],
    ['in a paragraph of their own', `${FIRST}<p>多<b>余</b>的话</p>${SECOND}`, '多余的话'],
    ['in a paragraph that answers to no number', `${BLOCKS}<p id="p3">多余的话</p>`, '多余的话'],
    ['as a block that comes again', `${BLOCKS}<p><b>第一段</b>“引文”</p>`, '第一段“引文”'],
    ['under a picture', `<figure><p>图片未收</p>说明</figure>${BLOCKS}`, '说明'],
    ['in a list', `${BLOCKS}<ul><li>多余</li></ul>`, '多余'],
    ['in a part of the page that is closed', `<aside data-frame="desk">出处</aside>多余${BLOCKS}`, '多余'],
    ['after the article', `${BLOCKS}</article><p>多余</p><article>`, '多余'],
  ])('%s', async (_, blocks, words) => {
    expect(await check(shown(blocks))).toBe(
      `网站有 1 处不对，没有发布：\n${FILE}  正文之外有不该有的字：“${words}”`,
    );
  });

  test('in a part that no page has, or that comes twice', async () => {
    expect(await check(shown(`${BLOCKS}<p data-frame="more">多余</p>`))).toContain(
      '没有见过的 data-frame：more',
    );
    expect(await check(shown(`${BLOCKS}${FRAME}<p data-frame="desk">多余</p>`))).toContain(
      'data-frame 重复：desk',
    );
  });
});

describe('what is said of the text beside it is what the article says', () => {
  const sectioned = makeArticle({
    ...article,
    section: '要闻',
    blocks: [
      { kind: 'subhead', text: '甲', line: 1 },
      { kind: 'subhead', text: '乙', line: 2 },
    ],
  });
  const blocks = '<h2 id="p1" data-block="p1">甲</h2><h2 id="p2" data-block="p2">乙</h2>';
  const frame = (section: string, ...subheads: string[]) =>
    `<aside data-frame="section"><p>${section}</p></aside>` +
    `<nav data-frame="subheads"><ol>${subheads.map((text) => `<li><a href="#p1">${text}</a></li>`).join('')}</ol></nav>`;
  const told = (beside: string) =>
    check({ ...shown(`${beside}${blocks}`), 'feed.xml': undefined }, [sectioned]);

  test('section and subheads', async () => {
    expect(await told(frame('要闻', '甲', '乙'))).not.toContain(FILE);
    expect(await told(frame('副刊', '甲', '乙'))).toContain(`${FILE}  栏目应为“要闻”，网页上是“副刊”`);
    expect(await told(frame('要闻', '甲', '丙'))).toContain(`${FILE}  小标题应为“甲乙”，网页上是“甲丙”`);
  });
});

describe('the text is there for a reader', () => {
  const headed = (head: string, blocks = BLOCKS) => ({
    [FILE]: articlePage(blocks).replace('<meta', `${head}<meta`),
  });

  test.each<[string, Record<string, string>, string]>([
    ['a block that is hidden', shown(BLOCKS.replace('<p ', '<p hidden ')), '应有 2 段，网页上有 1 段'],
    ['text that is hidden whole', shown(`<div hidden>${BLOCKS}</div>`), '应有 2 段，网页上有 0 段'],
    ['blocks in another order', shown(`${SECOND}${FIRST}`), '第 1 段排在它后面的段落之后'],
    ['another headline for whoever shares it', headed('<meta property="og:title" content="别的">'), '“别的”'],
    [
      'another headline for whoever cites it',
      headed('<meta name="citation_title" content="别的">'),
      '“别的”',
    ],
    [
      'another address for whoever shares it',
      headed(
        '<link rel="canonical" href="https://a.example/base/2023-04-14/p02-009/">' +
          '<meta property="og:url" content="https://a.example/base/2023-04-14/">',
      ),
      'og:url 写作 https://a.example/base/2023-04-14/',
    ],
    [
      'a page that one search engine is to leave out',
      headed('<meta name="Googlebot" content="none">'),
      '网站地图里有不该有的',
    ],
  ])('%s', async (_, files, fault) => {
    const map = { 'sitemap.xml': SITE_MAP };
    expect(await check({ ...files, ...map })).toContain(fault);
  });

  test('another title', async () => {
    expect(await check({ [FILE]: articlePage().replace('<title>我区', '<title>本区') })).toContain(
      '标题是“本区召开会议”，网页上是“我区召开会议”',
    );
  });

  test('a caption may stand before or after the text', async () => {
    for (const blocks of [`<figure>${SECOND}</figure>${FIRST}`, `${FIRST}<figure>${SECOND}</figure>`])
      expect(await check(shown(blocks))).toBe('');
  });
});
