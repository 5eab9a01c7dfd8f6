import { describe, expect, test } from 'vitest';
import { article, check, page } from './made-up-site.ts';

const SCAN = ['我区召开会议', '', '第一段', '“引文”&<符号>。 小 标题'];
const PROVENANCE = '2023-04-14/p02-009/provenance/index.html';
const SCAN_PAGE = '2023-04-14/p02/scan/index.html';

const inHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const lineOf = (anchor: string, text: string, note = '') =>
  `<li id="${anchor}"><span class="n">${Number.parseInt(anchor.slice(1), 10)}</span><span class="text">${inHtml(text)}${note}</span></li>`;
const pairOf = (id: string, text: string, lines: string) =>
  `<section class="pair" id="${id}"><h2 class="hidden">第 1 块</h2><p data-running-text><a class="sentence" id="s-${id}">${inHtml(text)}</a></p><ol class="lines">${lines}</ol></section>`;

const scanPage = (lines: readonly string[], note = '') =>
  page({
    title: '扫描文本',
    head: '<meta name="robots" content="noindex">',
    body: `<main><h1>二版</h1><div class="scan-page"><section class="fate"><h2>正文</h2><ol>${lines.map((text, index) => lineOf(`n${index + 1}`, text, note)).join('')}</ol></section></div></main>`,
  });
const provenancePage = (pairs: string) =>
  page({
    title: '出处',
    head: '<meta name="robots" content="noindex">',
    body: `<main><h1>出处</h1><provenance-pairs>${pairs}</provenance-pairs></main>`,
  });
const HEADLINE = pairOf('headline', article.headline, lineOf('n1', '我区召开会议'));
const [FIRST, SECOND] = article.blocks.map(({ text }) => text) as [string, string];
const BLOCKS =
  pairOf('b1', FIRST, `${lineOf('n3', '第一段')}${lineOf('n4', '“引文”&<符号>。')}`) +
  pairOf('b2', SECOND, `<li class="far">移动位置</li>${lineOf('n4-2', '小标题')}`);

const told = (files: Record<string, string | undefined>) =>
  check({
    'data/scans/2023-04-14/p02.txt': SCAN.join('\n'),
    [SCAN_PAGE]: scanPage(SCAN),
    [PROVENANCE]: provenancePage(`${HEADLINE}${BLOCKS}`),
    ...files,
  });

test('a scan, and an article beside its lines, as the archive has them', async () => {
  expect(await told({})).toBe('');
  const notes = scanPage(SCAN, '<small>〔版面附件〕</small>');
  expect(await told({ [SCAN_PAGE]: notes })).toBe('');
});

describe('the page of a scan', () => {
  test.each<[string, string[], string]>([
    ['another character', SCAN.with(2, '第二段'), '扫描文本第 3 行应为“3第一段”，网页上是“3第二段”'],
    ['a line too few', SCAN.slice(0, 3), '扫描文本应有 4 行，网页上有 3 行'],
    ['a line too many', [...SCAN, '多余'], '扫描文本第 5 行应为“（没有）”，网页上是“5多余”'],
  ])('%s', async (_, lines, fault) => {
    expect(await told({ [SCAN_PAGE]: scanPage(lines) })).toContain(`${SCAN_PAGE}  ${fault}`);
  });
});

describe('the page that sets an article beside its scan', () => {
  test.each([
    [
      'another text',
      `${HEADLINE}${BLOCKS.replace('>第一段“', '>第二段“')}`,
      '对照的 b1 应为“第一段“引文”&amp;&lt;符号&gt;。”，网页上是“第二段“引文”',
    ],
    ['another headline', `${HEADLINE.replace('会议</a>', '大会</a>')}${BLOCKS}`, '对照的 headline 应为'],
    ['a block too few', HEADLINE, '对照的 b1 应为“第一段“引文”&amp;&lt;符号&gt;。”，网页上是“（没有）”'],
    ['a block too many', `${HEADLINE}${BLOCKS}${pairOf('b3', '多余', '')}`, '对照里有不该有的 b3'],
    [
      'another character in a line',
      `${HEADLINE}${BLOCKS.replace('第一段</span>', '第二段</span>')}`,
      '扫描文本第 3 行应为“3第一段”，网页上是“3第二段”',
    ],
    [
      'a line that the scan does not have',
      `${HEADLINE}${BLOCKS}${pairOf('jump', '', lineOf('n9', '多余'))}`,
      '扫描文本第 9 行应为“（没有）”，网页上是“9多余”',
    ],
    ['nothing of it', '', '对照的 headline 应为'],
  ])('%s', async (_, pairs, fault) => {
    expect(await told({ [PROVENANCE]: provenancePage(pairs) })).toContain(`${PROVENANCE}  ${fault}`);
  });

  test('is not there', async () => {
    expect(await told({ [PROVENANCE]: undefined })).toContain(`${PROVENANCE}  没有这一页`);
  });
});
