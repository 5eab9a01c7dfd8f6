import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { leaveContent, takeContent } from '../../scripts/build/hand-on-content.ts';
import { articlesLoader } from '../../src/loader/articles-loader.ts';
import { type HandedContent, handContent, handedContent } from '../../src/loader/handed-content.ts';
import { listLoader } from '../../src/loader/list-loader.ts';
import { loadedArticles } from '../../src/loader/loaded-articles.ts';
import { readContent, readIssues } from '../../src/loader/read-content.ts';
import { root } from '../provenance/read-real-pages.ts';

const NAME = '2023-04-14/p02-009';

beforeEach(() => {
  const { articles } = loadedArticles();
  return () => {
    handContent(undefined);
    loadedArticles().articles = articles;
  };
});

/** The content of the repository, as a build leaves it to its next process. */
async function handOn(): Promise<HandedContent> {
  const cache = await mkdtemp(join(tmpdir(), 'fengtai-handed-'));
  onTestFinished(() => rm(cache, { recursive: true, force: true }));
  await leaveContent(cache, await readContent(root));
  return takeContent(cache);
}

/** Asks a loader as Astro does: in a build, or where somebody watches. */
async function load(loader: Loader, watching = false): Promise<Map<string, unknown>> {
  const items = new Map<string, unknown>();
  const store = {
    keys: () => items.keys(),
    set: ({ id, data }: { id: string; data: unknown }) => items.set(id, data),
    delete: (id: string) => items.delete(id),
    clear: () => items.clear(),
  };
  const watcher = watching ? { on: () => {} } : undefined;
  const config = { root: pathToFileURL(`${root}/`) };
  const context = { store, config, watcher, generateDigest: JSON.stringify };
  await loader.load(context as unknown as LoaderContext);
  return items;
}

const issuesLoader = () =>
  listLoader({
    name: 'issues',
    path: 'content/issues/',
    read: async () => {
      const { issues, problems } = await readIssues(root);
      return { items: issues, problems };
    },
    pick: ({ issues }) => issues,
    idOf: ({ date }) => date,
  });

/** The same, with another headline of an article and no issue: what takes it shows. */
const tamper = ({ content, digests }: HandedContent): HandedContent => ({
  content: {
    ...content,
    issues: [],
    articles: content.articles.map((article) =>
      article.name === NAME ? { ...article, headline: '只在交来的内容里' } : article,
    ),
  },
  digests,
});

test('what was handed on is what would be read, article by article, with the same digests', async () => {
  await load(articlesLoader());
  const read = [...loadedArticles().articles].sort(([a], [b]) => (a < b ? -1 : 1));
  handContent(await handOn());
  await load(articlesLoader());
  const taken = [...loadedArticles().articles].sort(([a], [b]) => (a < b ? -1 : 1));
  expect(taken).toEqual(read);
  expect(taken.length).toBeGreaterThan(5);
  const issues = await load(issuesLoader());
  handContent(undefined);
  expect(issues).toEqual(await load(issuesLoader()));
});

test('a build takes what was handed on; where somebody watches, the files are read', async () => {
  handContent(tamper(await handOn()));
  const headline = () => loadedArticles().articles.get(NAME)?.article.headline;
  await load(articlesLoader());
  expect(headline()).toBe('只在交来的内容里');
  expect((await load(issuesLoader())).size).toBe(0);
  expect(handedContent()).toBeDefined();
  await load(articlesLoader(), true);
  expect(headline()).not.toBe('只在交来的内容里');
  expect((await load(issuesLoader(), true)).size).toBeGreaterThan(0);
});
