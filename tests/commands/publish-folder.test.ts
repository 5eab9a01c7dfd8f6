import { link, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildArchive } from '../../scripts/build/build-archive.ts';
import { bringBack, publishFolder } from '../../scripts/build/publish-folder.ts';
import { makeFolder } from './make-folder.ts';

test('puts the finished folder in place of the old one', async () => {
  const folder = await makeFolder({
    'dist/a.html': 'old',
    'dist/gone/b.html': 'b',
    'next/a.html': 'new',
    'next/c/d.html': 'd',
  });
  const published = await publishFolder(join(folder, 'next'), join(folder, 'dist'));
  expect(published).toEqual({ written: 2, kept: 0, removed: 1 });
  expect((await readdir(join(folder, 'dist'), { recursive: true })).sort()).toEqual([
    'a.html',
    'c',
    join('c', 'd.html'),
  ]);
  expect(await readFile(join(folder, 'dist/a.html'), 'utf8')).toBe('new');
  expect(await readdir(folder)).toEqual(['dist']);
});

test('leaves a file alone whose bytes did not change', async () => {
  const folder = await makeFolder({ 'dist/a.html': 'same', 'next/a.html': 'same', 'next/b.html': 'b' });
  const before = await stat(join(folder, 'dist/a.html'));
  expect(await publishFolder(join(folder, 'next'), join(folder, 'dist'))).toEqual({
    written: 1,
    kept: 1,
    removed: 0,
  });
  const after = await stat(join(folder, 'dist/a.html'));
  expect([after.ino, after.mtimeMs]).toEqual([before.ino, before.mtimeMs]);
});

test('a build with a new cache does not make all later ones compare what is published byte by byte', async () => {
  const folder = await makeFolder({ 'dist/a.html': 'same', 'dist/b.html': 'old', 'cache/a~1': 'same' });
  const [cache, next, dist] = ['cache', 'next', 'dist'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  await mkdir(next);
  await link(join(cache, 'a~1'), join(next, 'a.html'));
  await writeFile(join(next, 'b.html'), 'new');
  await link(join(next, 'b.html'), join(cache, 'b~1'));
  const published = await stat(join(dist, 'a.html'));
  expect((await publishFolder(next, dist, undefined, cache)).kept).toBe(1);
  // One file under both paths, the one that was published: the next build sees so without reading it.
  for (const path of ['dist/a.html', 'cache/a~1']) {
    const { ino, mtimeMs } = await stat(join(folder, path));
    expect([path, ino, mtimeMs]).toEqual([path, published.ino, published.mtimeMs]);
  }
  expect((await stat(join(dist, 'b.html'))).ino).toBe((await stat(join(cache, 'b~1'))).ino);
  expect(await readFile(join(cache, 'b~1'), 'utf8')).toBe('new');
});

test('a build that fails brings back what a run that was cut off had put aside', async () => {
  for (const aside of ['.cache/building.old', 'dist.next.old']) {
    const folder = await makeFolder({ [`${aside}/index.html`]: 'old', 'content/archive.yaml': 'wrong' });
    await expect(buildArchive({ root: folder, say: () => undefined })).rejects.toThrow('archive.yaml');
    expect(await readFile(join(folder, 'dist/index.html'), 'utf8')).toBe('old');
  }
});

test('what is published is not given up for what was put aside', async () => {
  const folder = await makeFolder({ 'dist/index.html': 'new', 'building.old/index.html': 'old' });
  await bringBack(join(folder, 'building'), join(folder, 'dist'));
  expect(await readFile(join(folder, 'dist/index.html'), 'utf8')).toBe('new');
});

test('publishes for the first time', async () => {
  const folder = await makeFolder({ 'next/a.html': 'a' });
  expect(await publishFolder(join(folder, 'next'), join(folder, 'deep/er/dist'))).toEqual({
    written: 1,
    kept: 0,
    removed: 0,
  });
});
