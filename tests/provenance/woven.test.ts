import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { findUnbalanced } from '../../scripts/build/find-unbalanced.ts';
import { cleanText } from '../../scripts/pipeline/index.ts';
import { gatherContent } from '../../src/loader/read-content.ts';
import { accountPage } from '../../src/provenance/account-page.ts';
import { alignAsRead } from '../../src/provenance/align-as-read.ts';
import { alignPage } from '../../src/provenance/align-page.ts';
import { alignScannedPage, listScannedPages } from '../../src/provenance/list-pages.ts';
import { makeArticle } from '../archive/make-article.ts';
import { fixture, makeArchive, REPOSITORY } from '../editors/make-archive.ts';

vi.setConfig({ testTimeout: 60_000 });

const LEFT = '会议强调，要紧盯全年目标，抓好收官，对照年度任务逐项盘点，稳住工业、提振消费、扩大投资。';
const RIGHT = '新建家庭照护床位八百张，为每户安装紧急呼叫、睡眠监测和离床报警设备，由机构全天响应呼叫。';

const RIGHT_2 =
  '近日，一批退休工人自发组成护绿小队，每天清晨沿河巡查，清理垃圾、劝阻垂钓，居民纷纷点赞，小队从最初的六人增加到了四十人。';

/** Two texts side by side, as an export takes them: row by row, a row of each in a line. */
const weave = (width: number) =>
  Array.from(
    { length: Math.ceil(LEFT.length / width) },
    (_, row) => LEFT.slice(row * width, (row + 1) * width) + RIGHT.slice(row * width, (row + 1) * width),
  );

const align = (lines: readonly string[], texts: readonly string[]) =>
  alignAsRead({
    lines,
    articles: texts.map((text, index) =>
      makeArticle({
        id: `p02-00${index + 1}`,
        date: '2023-04-14',
        status: 'machine',
        headline: '无题',
        headlineSource: 'derived',
        lines: [[1, lines.length]],
        blocks: [{ kind: 'paragraph', text, line: 1 }],
      }),
    ),
    furniture: [],
    removed: [],
  });

/** The texts that the machine makes of some lines. */
const readAsMachine = (lines: readonly string[]) =>
  cleanText(lines.join('\n'), { scan: 'p02.txt' }).articles.flatMap(({ kicker, headline, deck, ...rest }) => [
    ...[kicker, rest.headlineSource === 'printed' ? headline : undefined, deck].filter(
      (text) => text !== undefined,
    ),
    ...rest.blocks.map(({ text }) => text),
  ]);

test.each([9, 13, 17, 22])(
  'two texts whose rows of %i characters alternate are both found whole',
  async (width) => {
    const account = accountPage(await align(weave(width), [LEFT, RIGHT]));
    expect(account).toMatchObject({ lost: 0, corrected: 0, published: LEFT.length + RIGHT.length });
  },
);

test('a text that goes on at the head of the next column is found there', async () => {
  const [head, foot] = [LEFT.slice(0, 20), LEFT.slice(20)];
  const account = accountPage(await align([head, RIGHT, RIGHT_2, foot].toReversed(), [LEFT, RIGHT, RIGHT_2]));
  expect(account).toMatchObject({ lost: 0, corrected: 0 });
});

test('two rows that an editor put in the wrong order are told as changed', async () => {
  const rows = LEFT.match(/.{1,12}/gu)!;
  const swapped = [rows[1], rows[0], ...rows.slice(2)].join('');
  expect(accountPage(await align([...rows, RIGHT], [swapped, RIGHT])).corrected).toBeGreaterThan(0);
});

test('what an editor changed in a woven text is told as changed, and nothing else', async () => {
  const account = accountPage(await align(weave(17), [LEFT, RIGHT.replace('八百', '九百')]));
  expect(account).toMatchObject({ lost: 0, corrected: 1 });
});

/** Rows of typeset pages as an export wove them, in pieces that are too short to be told from chance. */
const SHREDDED: readonly (readonly string[])[] = [
  [
    '案。要坚持共建共治，用好社区议事厅、楼门长会等平 单”，坚决防范遏制重特大事故。要加强应急值守，畅',
    '台，让居民从“旁观者”变成“参与者”。',
    '通信息渠道，遇有突发情况第一时间到场处置。',
    '会议强调，要紧盯全年目标，抓好一季度收官。对',
  ],
  [
    '于是喷泉没了，换成了三排晾衣架和一个带',
    '里小 家住在枣林桥街道纺机里小区3号楼1层，上下水',
    '管线刚刚换完一个星期。',
    '纺机里小区建于1983年，是原槐江纺织机械',
    '区',
    '改',
    '厂的家属院，11栋楼、746户，六成以上是退休',
    '新排了一遍。“他们说的是外行话，可住在这里',
    '造',
    '职工。管线锈、楼道黑、屋顶漏、没处停车，居 的是他们。”骆微说。',
    '的',
  ],
  [
    '样机，最后从章鱼腕足上得到灵感，',
    '行红字，位置、照片、三维坐标一并 做出了会自己“找平”的柔性吸盘，',
    '存档。',
    '今，一台机器人六个小时就能扫描完 （记者 苗可 通讯员 秋石）',
  ],
];

test.each(SHREDDED)(
  'what the machine makes of shreds balances, and corrects nothing: %s',
  async (...lines) => {
    const account = accountPage(await align(lines, readAsMachine(lines)));
    expect(account).toMatchObject({ lost: 0, corrected: 0, published: account.scan });
  },
);

test.each(SHREDDED)('in shreds too an edited character is one correction: %s', async (...lines) => {
  const texts = readAsMachine(lines);
  const longest = texts.reduce((a, b) => (b.length > a.length ? b : a));
  const edited = `${longest.slice(0, 9)}鑫${longest.slice(10)}`;
  const account = accountPage(await align(lines, texts.with(texts.indexOf(longest), edited)));
  expect(account).toMatchObject({ lost: 0, corrected: 1 });
});

test.each(SHREDDED)('in shreds too a paragraph that is missing is told as lost: %s', async (...lines) => {
  const texts = readAsMachine(lines);
  const longest = texts.reduce((a, b) => (b.length > a.length ? b : a));
  const { lost, corrected } = accountPage(
    await align(
      lines,
      texts.filter((text) => text !== longest),
    ),
  );
  expect(lost + corrected).toBeGreaterThanOrEqual(longest.replace(/\s/gu, '').length);
  expect(lost).toBeGreaterThan(0);
});

test('furniture whose marks are listed as they were printed is that of the scan; another word is not', () => {
  const list = (text: string) =>
    alignPage({
      lines: ['区情,速览!'],
      articles: [],
      furniture: [{ text, source: [[1, 0, 6]] }],
      removed: [],
    }).problems.length;
  expect([list('区情，速览！'), list('区情,速览!'), list('区情，速读！')]).toEqual([0, 0, 1]);
});

test('what the machine makes of any typeset page of the fixtures balances: a scan that is committed is published', async () => {
  const archive = makeArchive();
  const pages = readdirSync(join(REPOSITORY, 'tests/fixtures/gold-pages')).filter((file) =>
    file.endsWith('.txt'),
  );
  expect(pages.length).toBeGreaterThan(10);
  pages.forEach((file, index) => {
    const day = String(index + 1).padStart(2, '0');
    archive.write(`content/scans/2024-03-${day}/p02.txt`, fixture(`gold-pages/${file}`));
  });
  const { content, problems } = await gatherContent(archive.root);
  expect(problems).toEqual([]);
  const scanned = listScannedPages(content);
  expect(await findUnbalanced(archive.root, scanned, () => {})).toEqual([]);
  for (const page of scanned) {
    const { scan, corrected } = accountPage(await alignScannedPage(archive.root, page));
    // Nobody has corrected anything yet.
    expect(corrected / scan, page.scan.file).toBeLessThan(0.002);
  }
});
