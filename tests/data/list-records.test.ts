import { cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { listRecords, type PageRecords } from '../../scripts/build/data/list-records.ts';
import { type Content, readContent } from '../../src/loader/read-content.ts';
import { root } from '../provenance/read-real-pages.ts';

const HOME = 'https://example.org/';
let content: Content;
beforeAll(async () => {
  content = await readContent(root);
});

/** An archive with scans of its own, and an empty cache. */
async function makeArchive() {
  const folder = await mkdtemp(join(tmpdir(), 'fengtai-records-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await cp(join(root, 'content/scans'), join(folder, 'content/scans'), { recursive: true });
  const cache = join(folder, 'cache');
  return {
    folder,
    kept: join(cache, 'page-records'),
    list: (of = content, from = cache): Promise<PageRecords[]> =>
      Array.fromAsync(listRecords(folder, of, HOME, from)),
  };
}

/** Which file holds the records of each page: one that was written again is another file. */
async function statAll(kept: string): Promise<Map<string, string>> {
  const entries = await readdir(kept, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  return new Map(
    await Promise.all(
      paths.sort().map(async (path): Promise<[string, string]> => {
        const { ino, mtimeMs } = await stat(path);
        return [path.slice(kept.length + 1), `${ino} ${mtimeMs}`];
      }),
    ),
  );
}

test('a second build takes all records as they are, and finds the same', async () => {
  const { list, kept } = await makeArchive();
  const first = await list();
  const files = await statAll(kept);
  expect(files.size).toBe(first.length);
  expect(await list()).toEqual(first);
  expect(await statAll(kept)).toEqual(files);
});

test('another scan, and a withdrawn article, make the records of their page anew and no others', async () => {
  const { folder, list, kept } = await makeArchive();
  const before = await list();
  const files = await statAll(kept);
  const [first, second] = content.scans;
  const text = await readFile(join(folder, first!.file), 'utf8');
  await writeFile(join(folder, first!.file), `${text}\n另收一行\n`);
  const taken = content.articles.find(({ date, page }) => date === second!.date && page === second!.page)!;
  const withdrawn = { reason: '应要求', date: '2026-01-01' };
  const articles = content.articles.map((article) =>
    article === taken ? { ...article, status: 'withdrawn' as const, withdrawn } : article,
  );
  const changed: Content = { ...content, articles };

  const after = await list(changed);
  expect(after).toEqual(await list(changed, join(folder, 'another-cache')));
  const digests = (records: PageRecords[]) => records.flatMap(({ scan }) => (scan ? [scan.digest] : []));
  expect(digests(after).filter((digest) => !digests(before).includes(digest))).toHaveLength(2);
  const now = await statAll(kept);
  expect(now.size).toBe(files.size);
  const anew = [...now]
    .filter(([path, file]) => files.get(path) !== file)
    .map(([path]) => path.split('~')[0]);
  expect(anew).toEqual([first!, second!].map(({ date, page }) => `${date}/p${page}`).sort());
});

test('records that were spoilt, or left by a run that was cut off, are made again', async () => {
  const { list, kept } = await makeArchive();
  const first = await list();
  const [spoilt] = (await statAll(kept)).keys();
  await writeFile(join(kept, spoilt!), '{"version":"');
  await writeFile(join(kept, `${spoilt}.part`), '{');
  await writeFile(join(kept, 'list.json'), '[]');
  expect(await list()).toEqual(first);
  expect((await statAll(kept)).size).toBe(first.length);
  expect(await list()).toEqual(first);
});

test('a page that is not there any more leaves no records', async () => {
  const { list, kept } = await makeArchive();
  const first = await list();
  const { date, page } = content.scans[0]!;
  const other = (item: { date: string; page: string }) => item.date !== date || item.page !== page;
  const less: Content = {
    ...content,
    scans: content.scans.filter(other),
    articles: content.articles.filter(other),
  };
  expect(await list(less)).toHaveLength(first.length - 1);
  expect([...(await statAll(kept)).keys()].join('\n')).not.toContain(`${date}/p${page}~`);
});
