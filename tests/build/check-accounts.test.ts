import { readdirSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { checkAccounts } from '../../scripts/build/check-accounts.ts';
import { listRecords } from '../../scripts/build/data/list-records.ts';
import { type Content, readContent } from '../../src/loader/read-content.ts';
import { root } from '../provenance/read-real-pages.ts';

const silent = () => {};
const HOME = 'https://example.org/';

/** The archive with one word more in the first paragraph of an article, and with one line of its scan unclaimed. */
function changeArticle(content: Content, change: 'reword' | 'lose'): Content {
  const name = '2023-04-14/p02-009';
  const articles = content.articles.map((article) => {
    if (article.name !== name) return article;
    const [first, ...rest] = article.blocks;
    return change === 'reword'
      ? { ...article, blocks: [{ ...first!, text: `${first!.text}又` }, ...rest] }
      : { ...article, blocks: rest };
  });
  return { ...content, articles };
}

test('a page that balanced is aligned again only when something of it changed', async () => {
  const cache = await mkdtemp(join(tmpdir(), 'fengtai-accounts-'));
  onTestFinished(() => rm(cache, { recursive: true, force: true }));
  const content = await readContent(root);
  expect(await checkAccounts(root, content, cache, HOME, silent)).toBeGreaterThan(1);
  expect(await checkAccounts(root, content, cache, HOME, silent)).toBe(0);
  expect(await checkAccounts(root, changeArticle(content, 'reword'), cache, HOME, silent)).toBe(1);
});

test('a page that loses text is refused in every build, also after one that balanced', async () => {
  const cache = await mkdtemp(join(tmpdir(), 'fengtai-accounts-'));
  onTestFinished(() => rm(cache, { recursive: true, force: true }));
  const content = await readContent(root);
  await checkAccounts(root, content, cache, HOME, silent);
  const broken = changeArticle(content, 'lose');
  for (let build = 0; build < 2; build += 1)
    await expect(checkAccounts(root, broken, cache, HOME, silent)).rejects.toThrow(
      'content/scans/2023-04-14/p02.txt',
    );
});

test('what was aligned for the check is recorded for the open data, as it would be without', async () => {
  const [cache, other] = await Promise.all(
    ['with', 'without'].map((name) => mkdtemp(join(tmpdir(), `fengtai-accounts-${name}-`))),
  );
  onTestFinished(async () => {
    for (const folder of [cache!, other!]) await rm(folder, { recursive: true, force: true });
  });
  const content = await readContent(root);
  const aligned = await checkAccounts(root, content, cache!, HOME, silent);
  const listFiles = () =>
    readdirSync(join(cache!, 'page-records'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => `${name} ${statSync(join(parentPath, name)).ino}`);
  const files = listFiles();
  expect(files).toHaveLength(aligned);
  const list = (from: string) => Array.fromAsync(listRecords(root, content, HOME, from));
  expect(await list(cache!)).toEqual(await list(other!));
  // None of them was made again.
  expect(listFiles()).toEqual(expect.arrayContaining(files));
});
