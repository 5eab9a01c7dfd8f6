import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { findUnbalanced } from '../../scripts/build/find-unbalanced.ts';
import { gatherContent } from '../../src/loader/read-content.ts';
import { accountPage } from '../../src/provenance/account-page.ts';
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

const align = (lines: string[], texts: readonly string[]) =>
  alignPage({
    lines,
    articles: texts.map((text, index) =>
      makeArticle({
        id: `p02-00${index + 1}`,
        date: '2023-04-14',
        headline: '无题',
        headlineSource: 'derived',
        lines: [[1, lines.length]],
        blocks: [{ kind: 'paragraph', text, line: 1 }],
      }),
    ),
    furniture: [],
    removed: [],
  });

test.each([9, 13, 17, 22])(
  'two texts whose rows of %i characters alternate are both found whole',
  (width) => {
    const account = accountPage(align(weave(width), [LEFT, RIGHT]));
    expect(account).toMatchObject({ lost: 0, corrected: 0, published: LEFT.length + RIGHT.length });
  },
);

test('a text that goes on at the head of the next column is found there', () => {
  const [head, foot] = [LEFT.slice(0, 20), LEFT.slice(20)];
  const account = accountPage(align([head, RIGHT, RIGHT_2, foot].toReversed(), [LEFT, RIGHT, RIGHT_2]));
  expect(account).toMatchObject({ lost: 0, corrected: 0 });
});

test('two rows that an editor put in the wrong order are told as changed', () => {
  const rows = LEFT.match(/.{1,12}/gu)!;
  const swapped = [rows[1], rows[0], ...rows.slice(2)].join('');
  expect(accountPage(align([...rows, RIGHT], [swapped, RIGHT])).corrected).toBeGreaterThan(0);
});

test('what an editor changed in a woven text is told as changed, and nothing else', () => {
  const account = accountPage(align(weave(17), [LEFT, RIGHT.replace('八百', '九百')]));
  expect(account).toMatchObject({ lost: 0, corrected: 1 });
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
