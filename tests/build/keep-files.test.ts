import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { openKeptFiles } from '../../scripts/build/keep-files.ts';

const FILE = '2023-04-14/p02-009/index.html';

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'fengtai-kept-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Builds as the renderer does: takes what is kept, renders the rest, and puts the folder in its place. */
async function build(
  folder: string,
  pages: ReadonlyMap<string, { key: string; body: string }>,
  { version = 'one', cutOff = 'never' }: { version?: string; cutOff?: 'never' | 'early' | 'late' } = {},
): Promise<{ rendered: string[]; published: string }> {
  const [dist, published, previous] = ['building', 'dist', 'previous'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  rmSync(dist, { recursive: true, force: true });
  const kept = await openKeptFiles(join(folder, 'rendered'), dist, version, previous);
  mkdirSync(dist);
  const rendered: string[] = [];
  for (const [file, { key, body }] of pages) {
    if (kept.take(file, key)) continue;
    rendered.push(file);
    kept.put(file, key, Buffer.from(body));
  }
  if (cutOff === 'early') return { rendered, published };
  await kept.finish();
  if (cutOff === 'late') return { rendered, published };
  rmSync(previous, { recursive: true, force: true });
  if (existsSync(published)) renameSync(published, previous);
  renameSync(dist, published);
  return { rendered, published };
}

const listFiles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();

const page = (key: string, body = `page of ${key}`) => new Map([[FILE, { key, body }]]);

test('a page is rendered once for a key, and once for a version of the code', async () => {
  const folder = makeFolder();
  expect((await build(folder, page('a'))).rendered).toEqual([FILE]);
  const { rendered, published } = await build(folder, page('a'));
  expect(rendered).toEqual([]);
  expect(readFileSync(join(published, FILE), 'utf8')).toBe('page of a');
  expect((await build(folder, page('b'))).rendered).toEqual([FILE]);
  expect((await build(folder, page('b'), { version: 'two' })).rendered).toEqual([FILE]);
});

test('a page that comes out the same under another key stays the same file, with its date', async () => {
  const folder = makeFolder();
  const { published } = await build(folder, page('a', 'the same'));
  const before = statSync(join(published, FILE));
  await build(folder, page('b', 'the same'));
  const after = statSync(join(published, FILE));
  expect([after.ino, after.mtimeMs]).toEqual([before.ino, before.mtimeMs]);
});

test('the published page of the last build is not written into', async () => {
  const folder = makeFolder();
  const { published } = await build(folder, page('a'));
  await build(folder, page('b', 'other'), { cutOff: 'late' });
  expect(readFileSync(join(published, FILE), 'utf8')).toBe('page of a');
});

test('a page that somebody changed in the published folder is rendered anew', async () => {
  const folder = makeFolder();
  const { published } = await build(folder, page('a'));
  writeFileSync(join(published, FILE), 'page of b');
  expect((await build(folder, page('a'))).rendered).toEqual([FILE]);
  expect(readFileSync(join(published, FILE), 'utf8')).toBe('page of a');
});

test('a cache that was packed and unpacked, with other dates, is as good', async () => {
  const folder = makeFolder();
  const { published } = await build(folder, page('a'));
  utimesSync(join(published, FILE), 1000, 1000);
  expect((await build(folder, page('a'))).rendered).toEqual([]);
});

test('a folder of an earlier build is moved where every page in it is kept, and not where one differs', async () => {
  const folder = makeFolder();
  const pages = new Map(
    ['2023-04-14/a', '2023-04-14/b', '2023-04-21/c'].map((name) => [
      `${name}/index.html`,
      { key: name, body: `page of ${name}` },
    ]),
  );
  await build(folder, pages);
  const { published } = await build(folder, pages);
  const before = statSync(join(folder, 'previous/2023-04-14')).ino;
  writeFileSync(join(folder, 'previous/2023-04-21/stray.html'), 'of nobody');
  await build(folder, pages);
  expect(statSync(join(published, '2023-04-14')).ino).toBe(before);
  expect(listFiles(published)).toEqual([...pages.keys()]);
});

test('after any edits and cut-off runs a quick build gives what a clean one gives', async () => {
  const edit = fc.record({
    name: fc.constantFrom('a/index.html', 'a/b/index.html', 'a/b/c/index.html', 'd/index.html'),
    text: fc.option(fc.constantFrom('one', 'two', 'three'), { nil: undefined }),
    cutOff: fc.constantFrom('never', 'never', 'early', 'late'),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 8 }), async (edits) => {
      const folder = makeFolder();
      const pages = new Map<string, { key: string; body: string }>();
      for (const { name, text, cutOff } of edits) {
        if (text === undefined) pages.delete(name);
        else pages.set(name, { key: text, body: `${name} says ${text}` });
        await build(folder, pages, { cutOff });
      }
      const { published } = await build(folder, pages);
      for (const [name, { body }] of pages) expect(readFileSync(join(published, name), 'utf8')).toBe(body);
      expect(listFiles(published)).toEqual([...pages.keys()].sort());
    }),
    { numRuns: 100 },
  );
});
