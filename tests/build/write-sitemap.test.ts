import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { expect, onTestFinished, test } from 'vitest';
import { writeSitemap } from '../../scripts/build/write-sitemap.ts';
import type { Content } from '../../src/loader/read-content.ts';
import { makeArticle } from '../archive/make-article.ts';

const content: Content = {
  settings: { name: '存档', newspaper: '报', description: '说明', corrections: { branch: 'main' } },
  issues: [],
  articles: [makeArticle()],
  topics: [],
  names: { person: [], place: [], organisation: [] },
  scans: [],
};

async function sitemapOf(pages: Record<string, string>): Promise<{ loc: string; lastmod?: string }[]> {
  const root = await mkdtemp(join(tmpdir(), 'sitemap-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  const dist = join(root, 'dist');
  for (const [path, html] of Object.entries(pages)) {
    await mkdir(join(dist, path), { recursive: true });
    await writeFile(join(dist, path, 'index.html'), html);
  }
  const context = { root, dist, cache: root, base: '/fengtai/', site: 'https://archive.example', content };
  await writeSitemap({ ...context, say: () => {} });
  const { urlset } = new XMLParser().parse(await readFile(join(dist, 'sitemap.xml'), 'utf8'));
  return [urlset.url].flat();
}

test('lists every page with its whole address, but none that asks not to be found', async () => {
  const listed = await sitemapOf({
    '': '<title>首页</title>',
    '2024-05-06/p02-001': '<title>文章</title>',
    '2024-05-06/p02-002': '<meta name="robots" content="noindex">',
    offline: '<meta content="noindex" name="robots">',
    old: '<meta http-equiv="refresh" content="0;url=/new/">',
  });
  expect(listed.map(({ loc }) => loc)).toEqual([
    'https://archive.example/fengtai/',
    'https://archive.example/fengtai/2024-05-06/p02-001/',
  ]);
});

test('invents no date of change where git knows none', async () => {
  const [page] = await sitemapOf({ '2024-05-06/p02-001': '' });
  expect(page).not.toHaveProperty('lastmod');
});
