import { beforeEach, expect, test, vi } from 'vitest';
import { severityOf } from '../../scripts/check/finding.ts';
import { runCheck } from '../../scripts/check/run-check.ts';
import { mergeArticles } from '../../scripts/desk/merge-articles.ts';
import { moveHeadline } from '../../scripts/desk/move-headline.ts';
import { movePage } from '../../scripts/desk/move-page.ts';
import { atDesk } from '../../scripts/desk/open-desk.ts';
import { splitArticle } from '../../scripts/desk/split-article.ts';
import { readContent } from '../../src/loader/read-content.ts';
import { copyArchive, type TestArchive } from './make-archive.ts';

// Each test has an archive and a git store of its own: slow disks need time.
vi.setConfig({ testTimeout: 60_000 });

const TODAY = '2026-11-21';
let archive: TestArchive;
beforeEach(() => {
  archive = copyArchive();
});

/** Every character of the page still has its place, and the content is in order. */
async function expectSound(): Promise<void> {
  const { findings } = await runCheck(archive.root);
  expect(findings.filter((finding) => severityOf(finding) !== 'note')).toEqual([]);
}

const articleOf = async (name: string) =>
  (await readContent(archive.root)).articles.find((a) => a.name === name);

test('an article is cut in two at a paragraph, named by the scan line of its first words', async () => {
  const before = (await articleOf('2023-04-14/p02-107'))!;
  await atDesk(archive.root, (desk) =>
    splitArticle(desk, '2023-04-14/p02-107', { before: '会议强调' }, '区委常委会强调保密工作'),
  );
  const [first, second] = [await articleOf('2023-04-14/p02-107'), await articleOf('2023-04-14/p02-115')];
  expect([...first!.blocks, ...second!.blocks].map(({ text }) => text)).toEqual(
    before.blocks.map(({ text }) => text),
  );
  expect(second).toMatchObject({
    headline: '区委常委会强调保密工作',
    headlineSource: 'derived',
    order: before.order + 1,
  });
  expect((await articleOf('2023-04-14/p02-199'))!.order).toBe(before.order + 2);
  await expectSound();
});

test('a cut at a subhead makes it the headline; a line between paragraphs means the next one', async () => {
  const article = (await articleOf('2023-04-14/p02-199'))!;
  const subhead = article.blocks.findIndex(({ kind }, index) => kind === 'subhead' && index > 1);
  await atDesk(archive.root, (desk) =>
    splitArticle(desk, article.name, { before: article.blocks[subhead]!.text }),
  );
  const second = (await readContent(archive.root)).articles.find(
    ({ headline }) => headline === article.blocks[subhead]!.text,
  );
  expect(second).toMatchObject({ headlineSource: 'printed', topics: article.topics });
  expect(second!.blocks[0]!.text).toBe(article.blocks[subhead + 1]!.text);
  await expectSound();
  await expect(atDesk(archive.root, (desk) => splitArticle(desk, article.name, { line: 1 }))).rejects.toThrow(
    '没有正文',
  );
  await expect(
    atDesk(archive.root, (desk) => splitArticle(desk, article.name, { before: '没有这几个字' })),
  ).rejects.toThrow('没有段落');
});

test('comments of an editor survive a cut', async () => {
  const file = 'content/articles/2023-04-14/p02-107.mdx';
  archive.write(file, archive.read(file).replace('topics: []', '# 专题待定\ntopics: []'));
  await atDesk(archive.root, (desk) => splitArticle(desk, '2023-04-14/p02-107', { before: '会议强调' }));
  expect(archive.read(file)).toContain('# 专题待定');
});

test('articles become one: all their words stay, the old address leads to it, topics know its name', async () => {
  const [a, b] = [(await articleOf('2023-06-16/p00-160'))!, (await articleOf('2023-06-16/p00-388'))!];
  await atDesk(archive.root, (desk) => mergeArticles(desk, [a.name, b.name], TODAY));
  const merged = (await articleOf(a.name))!;
  expect(await articleOf(b.name)).toBeUndefined();
  const words = merged.blocks.map(({ text }) => text);
  for (const text of [...a.blocks, ...b.blocks].map((block) => block.text)) expect(words).toContain(text);
  expect(words).toContain(b.headline);
  expect(archive.read('content/redirects.yaml')).toContain(
    `{ from: "${b.name}", to: "${a.name}", date: "${TODAY}"`,
  );
  expect(Object.values(archive.tree()).join('\n').split(`"${b.name}":`)).toHaveLength(1);
  await expectSound();
});

test('a headline moves to the article it belongs to, and both still account for their lines', async () => {
  const [a, b] = ['2023-04-14/p02-009', '2023-04-14/p02-363'];
  const [before, other] = [(await articleOf(a))!, (await articleOf(b))!];
  await atDesk(archive.root, (desk) => moveHeadline(desk, b!, a!));
  expect(await articleOf(a!)).toMatchObject({ headline: other.headline, kicker: other.kicker });
  expect((await articleOf(b!))!.headline).toBe(before.headline);
  await expectSound();
  await atDesk(archive.root, (desk) => moveHeadline(desk, a!, b!));
  expect(await articleOf(a!)).toEqual(before);
});

test('a page whose number is learned moves with its articles; old addresses lead on, also after a second move', async () => {
  await atDesk(archive.root, (desk) =>
    movePage(desk, '2023-06-16/p00', '2023-06-16/p03', { evidence: '与原报核对。', today: TODAY }),
  );
  const content = await readContent(archive.root);
  expect(content.articles.filter(({ date }) => date === '2023-06-16').map(({ id }) => id)).toEqual([
    'p03-003',
    'p03-160',
    'p03-388',
  ]);
  expect(content.issues.find(({ date }) => date === '2023-06-16')!.pages).toMatchObject([
    { page: '03', pageSource: 'inferred', evidence: '与原报核对。' },
  ]);
  await atDesk(archive.root, (desk) =>
    movePage(desk, '2023-06-16/p03', '2023-06-23/p03', { evidence: '与原报核对。', today: TODAY }),
  );
  expect(archive.read('content/redirects.yaml')).toMatch(
    /from: "2023-06-16\/p00-003", to: "2023-06-23\/p03-003"/u,
  );
  expect((await readContent(archive.root)).issues.map(({ date }) => date)).not.toContain('2023-06-16');
  await expect(
    atDesk(archive.root, (desk) =>
      movePage(desk, '2023-06-23/p03', '2023-04-14/p02', { evidence: '误。', today: TODAY }),
    ),
  ).rejects.toThrow('已经有扫描文本');
});
