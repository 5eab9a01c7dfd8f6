import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { copyProject } from '../../scripts/bench/copy-project.ts';
import { buildArchive } from '../../scripts/build/build-archive.ts';
import { fixContent } from '../../scripts/check/fix-content.ts';
import { runCheck } from '../../scripts/check/run-check.ts';
import { describeFailure } from '../../scripts/describe-failure.ts';
import { type IngestRequest, runIngest } from '../../scripts/ingest/run-ingest.ts';
import { finishJournal, writeTree } from '../../scripts/write-tree.ts';
import { fixture, openArchive, REPOSITORY } from '../editors/make-archive.ts';
import { canMount, failureOf, mountDisk } from './mount-disk.ts';

// An editor whose disk is full, or who works in a folder that may not be written to, loses nothing and is told why.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const BARE = 'content/articles/2023-04-14/p02-009.mdx';
/** A small disk with a copy of the archive on it. */
function mountArchive(size = '6m') {
  const root = mountDisk(size);
  cpSync(join(REPOSITORY, 'content'), join(root, 'content'), { recursive: true });
  mkdirSync(join(root, 'in'));
  writeFileSync(join(root, 'in/page.txt'), fixture('gold-pages/d02.txt'));
  const archive = openArchive(root);
  const filler = join(root, 'filler');
  return {
    ...archive,
    /** Leaves so many bytes. */
    fill: (left: number) => {
      rmSync(filler, { force: true });
      const free = Number(
        execFileSync('df', ['--output=avail', '-B1', root], { encoding: 'utf8' }).split('\n')[1],
      );
      writeFileSync(filler, Buffer.alloc(Math.max(0, free - left)));
    },
    free: () => rmSync(filler, { force: true }),
    lock: () => execFileSync('mount', ['-o', 'remount,ro', root]),
  };
}

const ingest = (root: string, request: Partial<IngestRequest> = {}) =>
  runIngest(root, {
    files: ['in/page.txt'],
    from: [root],
    date: '2024-03-08',
    page: '03',
    today: '2026-11-21',
    ...request,
  });

describe.runIf(canMount)('on a disk that is full', () => {
  test('ingest leaves the tree as it was, says so, and goes through when there is room', async () => {
    const disk = mountArchive();
    const before = disk.tree();
    const seen = new Set<string>();
    for (const left of [0, 4, 16, 32, 48, 64, 80, 96, 128]) {
      disk.fill(left * 1024);
      const failure = await failureOf(ingest(disk.root));
      if (failure === 'nothing failed') break;
      seen.add(failure.replace(/^.*：/u, ''));
      expect(failure).toContain('磁盘已满');
      expect(failure).not.toContain('at ');
      expect(disk.tree()).toEqual(before);
      expect(existsSync(join(disk.root, '.cache/desk/journal'))).toBe(false);
      expect(readdirSync(join(disk.root, '.cache/desk')).filter((name) => name.startsWith('draft'))).toEqual(
        [],
      );
    }
    expect(seen.size).toBeGreaterThan(0);
    disk.free();
    await ingest(disk.root);
    expect(Object.keys(disk.tree()).length).toBeGreaterThan(Object.keys(before).length);
  });

  test('check --fix leaves every file as it was', async () => {
    const disk = mountArchive();
    disk.write(BARE, disk.read(BARE).replace('date: "2023-04-14"', 'date: 2023-04-14'));
    const before = disk.tree();
    disk.fill(0);
    expect(await failureOf(fixContent(disk.root))).toContain('磁盘已满');
    expect(disk.tree()).toEqual(before);
    disk.free();
    expect(await fixContent(disk.root)).toHaveLength(1);
    expect(disk.read(BARE)).toContain('date: "2023-04-14"');
  });

  test('case leaves the cases that are there', () => {
    const disk = mountArchive();
    const cases = 'tests/passes/3-articles/classify-topics.json';
    disk.write(cases, readFileSync(join(REPOSITORY, cases)));
    const before = disk.read(cases);
    const take = () =>
      spawnSync(process.execPath, [join(REPOSITORY, 'scripts/case.ts'), 'in/page.txt', '5-20', '新例'], {
        cwd: disk.root,
        encoding: 'utf8',
      });
    for (const left of [0, 4 * 1024]) {
      disk.fill(left);
      const { status, stderr } = take();
      expect(stderr).toContain('磁盘已满');
      expect(status).toBe(1);
      expect(disk.read(cases)).toBe(before);
    }
    disk.free();
    expect(take().status).toBe(0);
    expect(disk.read(cases)).toContain('"name": "新例"');
    expect(readdirSync(join(disk.root, '.cache/desk'))).toEqual([]);
  });
});

describe.runIf(canMount)('a build on a disk that is full', () => {
  test('says so, whoever met it, and leaves what is published', async () => {
    const disk = mountArchive('16m');
    await copyProject(REPOSITORY, disk.root);
    disk.write('dist/index.html', '旧');
    for (const left of [0, 160 * 1024, 2_500 * 1024]) {
      disk.fill(left);
      const { status, stderr } = spawnSync(process.execPath, [join(disk.root, 'scripts/build.ts')], {
        cwd: disk.root,
        encoding: 'utf8',
      });
      expect(status).toBe(1);
      expect(stderr).toContain('磁盘已满');
      expect(stderr).not.toMatch(/^\s+at /mu);
      expect(disk.read('dist/index.html')).toBe('旧');
      expect(readdirSync(join(disk.root, '.cache')).filter((name) => /building|lock/u.test(name))).toEqual(
        [],
      );
    }
  });
});

test('what a bundler says of a full disk in its own words is told like any other', () => {
  for (const message of [
    'Build failed with 1 error:\n\nFailed to write file in /x/console.mjs\n\nCaused by:\n    No space left on device (os error 28)',
    "[plugin vite:prepare-out-dir]\nError: ENOSPC: no space left on device, copyfile '/a' -> '/b'\n    at Object.copyFileSync",
  ])
    expect(describeFailure(new Error(message))).toBe(
      '写入文件：磁盘已满。腾出空间后重新运行；已有的文件没有改动。（ENOSPC）',
    );
  expect(describeFailure(new Error('x (os error 2)'))).toContain('x (os error 2)\n    at ');
});

describe.runIf(canMount)('in a folder that may not be written to', () => {
  test('ingest, check --fix and build say so and change nothing; check reads', async () => {
    const disk = mountArchive();
    disk.write(BARE, disk.read(BARE).replace('date: "2023-04-14"', 'date: 2023-04-14'));
    const before = disk.tree();
    disk.lock();
    for (const work of [
      () => ingest(disk.root),
      () => fixContent(disk.root),
      () => buildArchive({ root: disk.root, say: () => undefined }),
    ])
      expect(await failureOf(work())).toContain('只读');
    expect(disk.tree()).toEqual(before);
    finishJournal(disk.root);
    expect((await runCheck(disk.root)).findings.some(({ code }) => code === 'front-matter')).toBe(true);
  });
});

// Where nobody may mount a disk, one that fails at each step stands for it.
test('a disk that fails at any step: the tree is as it was, or the next command completes it and is told', () => {
  const root = mkdtempSync(join(tmpdir(), 'disk-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const archive = openArchive(root);
  const change = new Map<string, string | null>([
    ['content/a/one.txt', '一'],
    ['content/b/two.txt', '二'],
    ['content/old.txt', null],
  ]);
  const steps: string[] = [];
  archive.write('content/old.txt', '旧');
  writeTree(root, change, (step) => steps.push(step));
  const complete = archive.tree();
  const messages = new Set<string>();
  for (let stop = 0; stop < steps.length; stop++) {
    rmSync(join(root, 'content'), { recursive: true, force: true });
    archive.write('content/old.txt', '旧');
    const before = archive.tree();
    let at = 0;
    let failure = '';
    try {
      writeTree(root, change, () => {
        if (at++ === stop)
          throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC', path: join(root, 'x') });
      });
    } catch (error) {
      failure = describeFailure(error);
    }
    const after = archive.tree();
    const decided = failure.includes('会接着放完');
    messages.add(decided ? 'decided' : 'nothing changed');
    if (!decided) {
      expect(failure).toContain('磁盘已满');
      expect(after).toEqual(before);
      expect(readdirSync(join(root, 'content'))).toEqual(['old.txt']);
    }
    finishJournal(root);
    expect(archive.tree()).toEqual(decided ? complete : before);
  }
  expect([...messages].sort()).toEqual(['decided', 'nothing changed']);
  expect(readFileSync(join(root, 'content/b/two.txt'), 'utf8')).toBe('二');
});

test('of a copy onto a full disk the place is named that is full, not what was copied', () => {
  const failed = Object.assign(new Error('ENOSPC'), {
    code: 'ENOSPC',
    path: '/cache/a.html',
    dest: '/out/a.html',
  });
  expect(describeFailure(failed)).toMatch(/^\/out\/a\.html：磁盘已满。/u);
  // What may not be read is what was to be copied.
  expect(describeFailure(Object.assign(failed, { code: 'EACCES' }))).toMatch(
    /^\/cache\/a\.html：没有权限。/u,
  );
});
