import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { checkAccounts } from '../../scripts/build/check-accounts.ts';
import { type Content, readContent } from '../../src/loader/read-content.ts';
import { root } from '../provenance/read-real-pages.ts';

const silent = () => {};

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
  expect(await checkAccounts(root, content, cache, silent)).toBeGreaterThan(1);
  expect(await checkAccounts(root, content, cache, silent)).toBe(0);
  expect(await checkAccounts(root, changeArticle(content, 'reword'), cache, silent)).toBe(1);
});

test('a page that loses text is refused in every build, also after one that balanced', async () => {
  const cache = await mkdtemp(join(tmpdir(), 'fengtai-accounts-'));
  onTestFinished(() => rm(cache, { recursive: true, force: true }));
  const content = await readContent(root);
  await checkAccounts(root, content, cache, silent);
  const broken = changeArticle(content, 'lose');
  for (let build = 0; build < 2; build += 1)
    await expect(checkAccounts(root, broken, cache, silent)).rejects.toThrow(
      'content/scans/2023-04-14/p02.txt',
    );
});
