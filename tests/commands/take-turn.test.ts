import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { copyProject } from '../../scripts/bench/copy-project.ts';
import { fixContent } from '../../scripts/check/fix-content.ts';
import { finishInterrupted, takeTurn } from '../../scripts/take-turn.ts';
import { writeTree } from '../../scripts/write-tree.ts';
import { openArchive, REPOSITORY } from '../editors/make-archive.ts';

// Two commands at once, and commands that come after one that was killed.

const ARTICLE = 'content/articles/2023-04-14/p02-009.mdx';

/** An archive in which a change to an article was cut off when it was decided, and nothing of it was put. */
function interrupt() {
  const root = mkdtempSync(join(tmpdir(), 'turn-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  cpSync(join(REPOSITORY, 'content'), join(root, 'content'), { recursive: true });
  const archive = openArchive(root);
  const before = archive.read(ARTICLE);
  const after = before.replace(/^headline: .*$/mu, 'headline: "改过的标题"');
  expect(() =>
    writeTree(root, new Map([[ARTICLE, after]]), (step) => {
      if (step.startsWith('put')) throw new Error('power cut');
    }),
  ).toThrow('power cut');
  expect(archive.read(ARTICLE)).toBe(before);
  return { archive, root, before, after, pending: () => existsSync(join(root, '.cache/desk/journal')) };
}

test.each([
  ['articles', ['--json']],
  ['names', ['--json']],
  ['check', []],
  ['split', ['2023-04-14/p02-107', '--before', '会议强调']],
])('%s reads the whole of a change that was interrupted, and says so', async (command, args) => {
  const { root, archive, after, pending } = interrupt();
  await copyProject(REPOSITORY, root);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, `scripts/${command}.ts`), ...args],
    {
      cwd: root,
      encoding: 'utf8',
    },
  );
  expect(archive.read(ARTICLE)).toBe(after);
  expect(pending()).toBe(false);
  expect(status).toBe(0);
  expect(stderr).toContain(`上次运行中途停了，现已补完 1 个文件：${ARTICLE}。`);
  if (command === 'articles') expect(stdout.includes('改过的标题')).toBe(true);
});

test('what another command is still putting in place is left to it', async () => {
  const { archive, root, before, after, pending } = interrupt();
  const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  archive.write('.cache/desk/build.lock', String(other.pid));
  await expect(finishInterrupted(root)).rejects.toThrow('另一个命令正在写入这里');
  await expect(fixContent(root)).rejects.toThrow('另一个命令正在写入这里');
  expect(archive.read(ARTICLE)).toBe(before);
  other.kill();
  await once(other, 'exit');
  await finishInterrupted(root);
  expect(archive.read(ARTICLE)).toBe(after);
  expect(pending()).toBe(false);
});

test('a turn is given back when the work fails, and what only reads takes none', async () => {
  const { root } = interrupt();
  await expect(
    takeTurn(root, () => {
      // Complete before the work begins.
      expect(readFileSync(join(root, ARTICLE), 'utf8')).toContain('改过的标题');
      throw new Error('program error');
    }),
  ).rejects.toThrow('program error');
  expect(existsSync(join(root, '.cache/desk/build.lock'))).toBe(false);
  rmSync(join(root, '.cache'), { recursive: true });
  await finishInterrupted(root);
  expect(existsSync(join(root, '.cache'))).toBe(false);
});
