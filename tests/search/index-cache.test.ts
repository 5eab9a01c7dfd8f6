import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { appendFile, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openIndexCache, readPagefindVersion } from '../../scripts/build/search/index-once.ts';

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'fengtai-index-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/**
 * Builds as one build does, an index for each text, and puts the folder in its place.
 *
 * @returns numbers of the indexes that were made
 */
async function build(
  folder: string,
  texts: readonly string[],
  { pagefind, cutOff = false }: { pagefind?: string; cutOff?: boolean } = {},
): Promise<number[]> {
  const [building, published, previous] = ['building', 'dist', 'previous'].map((name) =>
    join(folder, name),
  ) as [string, string, string];
  rmSync(building, { recursive: true, force: true });
  const cache = await openIndexCache(building, join(folder, 'cache'), {
    previous,
    ...(pagefind && { pagefind }),
  });
  const made: number[] = [];
  for (const [number, text] of texts.entries())
    await cache.index(
      () => [text],
      String(number),
      () => made.push(number),
    );
  if (cutOff) return made;
  await cache.finish();
  rmSync(previous, { recursive: true, force: true });
  if (existsSync(published)) renameSync(published, previous);
  renameSync(building, published);
  return made;
}

const readFolder = (folder: string): Map<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(folder.length + 1), readFileSync(path, 'base64')]),
  );

/** What a build without any cache writes. */
async function buildClean(texts: readonly string[]): Promise<Map<string, string>> {
  const folder = makeFolder();
  await build(folder, texts);
  return readFolder(join(folder, 'dist'));
}

const ONE = '丰台区\uffff';
const TWO = '丰台站\uffff';
const THREE = '卢沟桥\uffff';

test('an index is made once for the same texts; after an upgrade of Pagefind it is made again', async () => {
  const folder = makeFolder();
  expect(await build(folder, [ONE])).toEqual([0]);
  expect(await build(folder, [ONE])).toEqual([]);
  expect(await build(folder, [ONE], { pagefind: '1.7.0' })).toEqual([0]);
  // The engine in the browser would read nothing of what another version wrote.
  const entry = JSON.parse(await readFile(join(folder, 'dist/0/pagefind-entry.json'), 'utf8'));
  expect(entry.version).toBe(await readPagefindVersion());
});

test('a changed text makes its own index anew; the other one stays, file by file', async () => {
  const folder = makeFolder();
  await build(folder, [ONE, TWO]);
  const files = (number: string) =>
    [...readFolder(join(folder, 'dist', number)).keys()].map(
      (path) => `${path} ${statSync(join(folder, 'dist', number, path)).ino}`,
    );
  const [first, second] = [files('0'), files('1')];
  expect(await build(folder, [ONE, THREE])).toEqual([1]);
  expect(files('0')).toEqual(first);
  expect(files('1')).not.toEqual(second);
  expect(readFolder(join(folder, 'dist'))).toEqual(await buildClean([ONE, THREE]));
  // From the third build on, folders are moved from the one before the last.
  const moved = statSync(join(folder, 'previous/0')).ino;
  expect(await build(folder, [ONE, THREE])).toEqual([]);
  expect(statSync(join(folder, 'dist/0')).ino).toBe(moved);
  expect(readFolder(join(folder, 'dist'))).toEqual(await buildClean([ONE, THREE]));
});

test('an index that somebody changed where it is published is made again', async () => {
  const folder = makeFolder();
  await build(folder, [ONE, TWO]);
  await appendFile(join(folder, 'dist/1/pagefind-entry.json'), ' ');
  expect(await build(folder, [ONE, TWO])).toEqual([1]);
  expect(readFolder(join(folder, 'dist'))).toEqual(await buildClean([ONE, TWO]));
});

test('after runs that were cut off a build gives what a clean one gives', async () => {
  const folder = makeFolder();
  await build(folder, [ONE, TWO]);
  await build(folder, [THREE, TWO], { cutOff: true });
  await build(folder, [THREE], { cutOff: true });
  for (const texts of [[ONE, TWO], [THREE]]) {
    await build(folder, texts);
    expect(readFolder(join(folder, 'dist'))).toEqual(await buildClean(texts));
  }
});
