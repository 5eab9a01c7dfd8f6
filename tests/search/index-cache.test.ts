import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openIndexCache, readPagefindVersion } from '../../scripts/build/search/index-once.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fengtai-index-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Builds as one build does; gives the index that is kept after it and when it was made. */
async function build(text: string, pagefind?: string): Promise<{ name: string; made: number }> {
  const cache = await openIndexCache(folder, pagefind);
  await cache.index(() => [text], join(folder, 'dist'));
  await cache.forget();
  const names = await readdir(join(folder, 'search'));
  expect(names).toHaveLength(1);
  const name = names[0]!;
  return { name, made: (await stat(join(folder, 'search', name, 'shard.json'))).mtimeMs };
}

test('an index is made once for the same texts; after an upgrade of Pagefind it is made again', async () => {
  const first = await build('丰台区\uffff');
  expect(await build('丰台区\uffff')).toEqual(first);
  const upgraded = await build('丰台区\uffff', '1.7.0');
  expect(upgraded.name).not.toBe(first.name);
  // The engine in the browser would read nothing of what another version wrote.
  const entry = JSON.parse(await readFile(join(folder, 'dist', 'pagefind-entry.json'), 'utf8'));
  expect(entry.version).toBe(await readPagefindVersion());
  expect((await build('丰台站\uffff')).name).not.toBe(first.name);
});
