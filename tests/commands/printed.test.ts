import { spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { REPOSITORY } from '../editors/make-archive.ts';
import { canMount, mountDisk } from './mount-disk.ts';

// What a command prints, into a file or to another program.

const PRELOAD = ['--import', join(REPOSITORY, 'scripts/require-node.mjs')];
const CLEAN = [
  join(REPOSITORY, 'scripts/clean.ts'),
  ...['000', '001', '002', '003', '004'].map((name) => join(REPOSITORY, `tests/fixtures/scans/${name}.txt`)),
];

test.runIf(existsSync('/dev/full')).each([
  ['clean', CLEAN],
  ['check', [join(REPOSITORY, 'scripts/check.ts')]],
  ['articles', [join(REPOSITORY, 'scripts/articles.ts'), '--json']],
])('%s: where there is no room for it, it says so', (_, args) => {
  const full = openSync('/dev/full', 'w');
  const { status, stderr } = spawnSync(process.execPath, [...PRELOAD, ...args], {
    cwd: REPOSITORY,
    stdio: ['ignore', full, 'pipe'],
    encoding: 'utf8',
  });
  closeSync(full);
  expect(status).toBe(1);
  expect(stderr).toContain('磁盘已满');
  expect(stderr).not.toMatch(/^\s+at /mu);
});

test('where nobody reads on, it ends and is silent', async () => {
  const child = spawn(process.execPath, [...PRELOAD, ...CLEAN], { stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.once('data', () => child.stdout.destroy());
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const code = await new Promise((resolve) => child.once('close', resolve));
  expect(said).toBe('');
  expect(code).toBe(141);
});

test.runIf(canMount)('what is printed at once and has room in part only is no success', () => {
  const file = openSync(join(mountDisk('16k'), 'articles.jsonl'), 'w');
  const { status, stderr } = spawnSync(
    process.execPath,
    [...PRELOAD, join(REPOSITORY, 'scripts/articles.ts'), '--json'],
    { stdio: ['ignore', file, 'pipe'], encoding: 'utf8' },
  );
  closeSync(file);
  expect(stderr).toContain('磁盘已满');
  expect(status).toBe(1);
});
