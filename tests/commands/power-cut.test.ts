import fs, {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { writeTree } from '../../scripts/write-tree.ts';

// What is lost with the power: names in folders that were not synced, in any order.

/** A tree with one file, and what is done to names in it from now on, in order. */
function watchTree(refuse?: string) {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'power-')));
  mkdirSync(join(root, 'content/old'), { recursive: true });
  writeFileSync(join(root, 'content/old/two.txt'), '旧');
  const done: string[] = [];
  const nameOf = (path: string) => (relative(root, path) || '.').replace(/draft-\d+/u, 'draft');
  const real = {
    openSync: fs.openSync,
    fsyncSync: fs.fsyncSync,
    renameSync: fs.renameSync,
    rmSync: fs.rmSync,
  };
  const open = new Map<number, string>();
  const put = (changed: Partial<typeof fs>) => {
    Object.assign(fs, changed);
    syncBuiltinESMExports();
  };
  put({
    openSync: (path, ...rest) => {
      const handle = real.openSync(path, ...rest);
      open.set(handle, String(path));
      return handle;
    },
    fsyncSync: (handle) => {
      const path = open.get(handle) ?? '';
      if (statSync(path).isDirectory()) {
        if (refuse) throw Object.assign(new Error(refuse), { code: refuse, path });
        done.push(`sync ${nameOf(path)}`);
      }
      real.fsyncSync(handle);
    },
    renameSync: (from, to) => {
      done.push(`${nameOf(String(from))} -> ${nameOf(String(to))}`);
      real.renameSync(from, to);
    },
    rmSync: (path, options) => {
      if (existsSync(path)) done.push(`remove ${nameOf(String(path))}`);
      real.rmSync(path, options);
    },
  });
  onTestFinished(() => {
    put(real);
    rmSync(root, { recursive: true, force: true });
  });
  return { root, done };
}

const CHANGE = new Map([
  ['content/new/one.txt', '一'],
  ['content/old/two.txt', null],
]);

test('the journal is kept before the files are put, and the files before the journal goes', () => {
  const { root, done } = watchTree();
  writeTree(root, CHANGE);
  expect(done).toEqual([
    'sync .cache/desk/draft',
    '.cache/desk/draft -> .cache/desk/journal',
    'sync .cache/desk',
    'sync .cache',
    'sync .',
    '.cache/desk/journal/0 -> content/new/one.txt',
    'remove content/old/two.txt',
    'sync content/new',
    'sync content',
    'sync .',
    'remove .cache/desk/journal/manifest.json',
    'sync .cache/desk/journal',
    'remove .cache/desk/journal',
  ]);
});

test.each(['EPERM', 'EISDIR', 'EINVAL'])(
  'a system that syncs no folders (%s) is written to all the same',
  (code) => {
    const { root } = watchTree(code);
    writeTree(root, CHANGE);
    expect(readFileSync(join(root, 'content/new/one.txt'), 'utf8')).toBe('一');
  },
);

test('a disk that fails before the journal is kept leaves the tree as it was', () => {
  const { root, done } = watchTree('EIO');
  expect(() => writeTree(root, CHANGE)).toThrow('EIO');
  expect(readFileSync(join(root, 'content/old/two.txt'), 'utf8')).toBe('旧');
  expect(done).toEqual(['remove .cache/desk/draft']);
});
