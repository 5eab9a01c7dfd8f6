import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { firstSeen, lastChange, readHistory } from '../../src/archive/history.ts';

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'history-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

function git(folder: string, day: string, ...args: string[]): void {
  const at = `2025-01-${day}T08:00:00Z`;
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@b.invalid', ...args], {
    cwd: folder,
    env: { ...process.env, GIT_AUTHOR_DATE: at, GIT_COMMITTER_DATE: at },
    stdio: 'ignore',
  });
}

async function commit(folder: string, day: string, file: string): Promise<void> {
  await mkdir(join(folder, file, '..'), { recursive: true });
  await writeFile(join(folder, file), day);
  git(folder, day, 'add', '.');
  git(folder, day, 'commit', '-m', `Change on ${day}`);
}

test('knows when each file was taken in and last changed, from one repository', async () => {
  const folder = await makeFolder();
  git(folder, '01', 'init', '-q');
  await commit(folder, '01', 'content/articles/a.mdx');
  await commit(folder, '02', 'content/期/b.mdx');
  await commit(folder, '03', 'content/articles/a.mdx');
  await commit(folder, '04', 'README.md');
  const history = await readHistory(folder);
  expect([...history.keys()].sort()).toEqual(['content/articles/a.mdx', 'content/期/b.mdx']);
  expect(firstSeen(history, 'content/articles/a.mdx')).toBe('2025-01-01T08:00:00.000Z');
  expect(lastChange(history, ['content/articles/a.mdx'])).toBe('2025-01-03T08:00:00.000Z');
  expect(lastChange(history, history.keys())).toBe('2025-01-03T08:00:00.000Z');
  expect(history.get('content/articles/a.mdx')![0]!.subject).toBe('Change on 03');
});

test('a message that looks like what git writes between commits, or turns the text round it, is only a message', async () => {
  const folder = await makeFolder();
  git(folder, '01', 'init', '-q');
  await commit(folder, '01', 'content/a.mdx');
  await writeFile(join(folder, 'content/a.mdx'), 'b');
  const subject = `改\u0001${'f'.repeat(40)}\u0002x\u0002\u202e字`;
  git(folder, '02', 'commit', '-a', '-m', subject);
  const history = await readHistory(folder);
  expect(history.get('content/a.mdx')!.map(({ subject, date }) => [subject, date])).toEqual([
    [`改<U+0001>${'f'.repeat(40)}<U+0002>x<U+0002><U+202E>字`, '2025-01-02T08:00:00.000Z'],
    ['Change on 01', '2025-01-01T08:00:00.000Z'],
  ]);
});

test('works where the archive is a folder of a larger repository', async () => {
  const folder = await makeFolder();
  git(folder, '01', 'init', '-q');
  await commit(folder, '01', 'sites/paper/content/a.mdx');
  expect([...(await readHistory(join(folder, 'sites/paper'))).keys()]).toEqual(['content/a.mdx']);
});

test('gives no history without git, rather than failing or guessing', async () => {
  const folder = await makeFolder();
  const history = await readHistory(folder);
  expect(history.size).toBe(0);
  expect(lastChange(history, ['content/a.mdx'])).toBeUndefined();
});

test('does not take the end of a shallow clone for the day a file was made', async () => {
  const folder = await makeFolder();
  git(folder, '01', 'init', '-q');
  await commit(folder, '01', 'content/old.mdx');
  await commit(folder, '02', 'content/older.mdx');
  await commit(folder, '03', 'content/new.mdx');
  const clone = await makeFolder();
  git(clone, '04', 'clone', '-q', '--depth', '2', `file://${folder}`, 'x');
  const history = await readHistory(join(clone, 'x'));
  expect([...history.keys()]).toEqual(['content/new.mdx']);
});
