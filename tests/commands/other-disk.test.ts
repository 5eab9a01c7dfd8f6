import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { publishFolder } from '../../scripts/build/publish-folder.ts';
import { fixContent } from '../../scripts/check/fix-content.ts';
import { finishJournal, writeWhole } from '../../scripts/write-tree.ts';
import { openArchive } from '../editors/make-archive.ts';
import { canMount, failureOf, mountDisk } from './mount-disk.ts';

// Folders of the repository on several disks, as in a container with volumes.

test.runIf(canMount)(
  'a published folder that is a disk of its own is left as it is, and that is said',
  async () => {
    const root = mountDisk('1m');
    const archive = openArchive(root);
    archive.write('next/index.html', '新');
    mkdirSync(join(root, 'dist'));
    mountDisk('1m', join(root, 'dist'));
    archive.write('dist/index.html', '旧');
    const failure = await failureOf(publishFolder(join(root, 'next'), join(root, 'dist')));
    expect(failure).toContain('单独挂载的磁盘');
    expect(failure).not.toContain('at ');
    expect(archive.read('dist/index.html')).toBe('旧');
    expect(readdirSync(root).filter((name) => name.startsWith('dist'))).toEqual(['dist']);
  },
);

test.runIf(canMount)(
  'a site that has no room on the disk where it is published leaves no half of it there',
  async () => {
    const finished = mkdtempSync(join(tmpdir(), 'finished-'));
    onTestFinished(() => rmSync(finished, { recursive: true, force: true }));
    for (const name of ['a', 'b', 'c']) writeFileSync(join(finished, name), Buffer.alloc(8 * 1024));
    const root = mountDisk('20k');
    openArchive(root).write('dist/a', '旧');
    expect(await failureOf(publishFolder(finished, join(root, 'dist')))).toContain('磁盘已满');
    expect(readdirSync(root)).toEqual(['dist']);
    expect(readFileSync(join(root, 'dist/a'), 'utf8')).toBe('旧');
  },
);

test.runIf(canMount)(
  'a file that is written anew on a full disk, such as results of an hour, stays as it was',
  () => {
    const root = mountDisk('16k');
    const file = join(root, 'bench.json');
    writeWhole(file, '[1]');
    writeFileSync(join(root, 'filler'), Buffer.alloc(12 * 1024));
    expect(() => writeWhole(file, '[1, 2]')).toThrow('ENOSPC');
    expect(readFileSync(file, 'utf8')).toBe('[1]');
    expect(readdirSync(root).sort()).toEqual(['bench.json', 'filler']);
  },
);

describe.runIf(canMount)('where content/ is a disk of its own', () => {
  /** An archive with one date to mend on a disk that leaves so much room. */
  const mountContent = (size: string) => {
    const root = mountDisk('1m');
    mkdirSync(join(root, 'content'));
    const content = mountDisk(size, join(root, 'content'));
    const archive = openArchive(root);
    archive.write('content/issues/a.yaml', 'date: 2023-04-14\n');
    archive.write('content/issues/b.yaml', 'date: 2023-04-15\n');
    return {
      ...archive,
      content,
      before: archive.tree(),
      desk: () => readdirSync(join(root, '.cache/desk')),
    };
  };

  test('a change is made there too', async () => {
    const archive = mountContent('1m');
    // Left by a run that was killed.
    archive.write('content/issues/a.yaml.part', 'da');
    expect(await fixContent(archive.root)).toHaveLength(2);
    expect(archive.tree()).toEqual({
      'content/issues/a.yaml': 'date: "2023-04-14"\n',
      'content/issues/b.yaml': 'date: "2023-04-15"\n',
    });
    expect(archive.desk()).toEqual([]);
  });

  test('a full one: each file is the old or the new one, and the next command goes on', async () => {
    const archive = mountContent('16k');
    writeFileSync(join(archive.content, 'filler'), Buffer.alloc(8 * 1024));
    expect(await failureOf(fixContent(archive.root))).toContain('会接着放完');
    rmSync(join(archive.content, 'filler'));
    expect(archive.tree()).toEqual(archive.before);
    finishJournal(archive.root);
    expect(archive.read('content/issues/a.yaml')).toBe('date: "2023-04-14"\n');
    expect(archive.read('content/issues/b.yaml')).toBe('date: "2023-04-15"\n');
  });

  test('a read-only one is met before anything is decided', async () => {
    const archive = mountContent('1m');
    execFileSync('mount', ['-o', 'remount,ro', archive.content]);
    expect(await failureOf(fixContent(archive.root))).toContain('只读');
    expect(archive.tree()).toEqual(archive.before);
    expect(archive.desk()).toEqual([]);
  });
});
