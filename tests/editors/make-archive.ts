import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

export const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));

/** A text of `tests/fixtures/`, as bytes. */
export const fixture = (path: string) => readFileSync(join(REPOSITORY, 'tests/fixtures', path));

/** An archive of its own for one test: settings and topics, no issues, a git repository. */
export interface TestArchive {
  root: string;
  git: (...args: string[]) => string;
  read: (file: string) => string;
  write: (file: string, text: string | Uint8Array) => void;
  /** Text of every file under `content/` by path, scans as latin1. */
  tree: () => Record<string, string>;
  commit: (message: string) => void;
}

export function makeArchive(): TestArchive {
  const root = mkdtempSync(join(tmpdir(), 'archive-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const file of ['content/archive.yaml', 'content/topics', '.gitattributes', '.gitignore'])
    cpSync(join(REPOSITORY, file), join(root, file), { recursive: true });
  // The topics' reasons name articles of the real archive.
  for (const file of readdirSync(join(root, 'content/topics'))) {
    const path = join(root, 'content/topics', file);
    writeFileSync(path, readFileSync(path, 'utf8').replace(/^reasons:\n(?: .*\n)+/mu, ''));
  }
  const archive = openArchive(root);
  archive.git('init', '-q', '-b', 'main');
  archive.commit('start');
  return archive;
}

/** The archive in a folder, such as a clone. */
export function openArchive(root: string): TestArchive {
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=编者', '-c', 'user.email=editor@example.invalid', ...args], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  return {
    root,
    git,
    read: (file) => readFileSync(join(root, file), 'utf8'),
    write: (file, text) => {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), text);
    },
    tree: () =>
      Object.fromEntries(
        readdirSync(join(root, 'content'), { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name))
          .sort()
          .map((path) => [path.slice(root.length + 1), readFileSync(path, 'utf8')]),
      ),
    commit: (message) => {
      git('add', '-A');
      git('commit', '-q', '--allow-empty', '-m', message);
    },
  };
}

/** A copy of the real archive, without git. */
export function copyArchive(): TestArchive {
  const root = mkdtempSync(join(tmpdir(), 'archive-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  cpSync(join(REPOSITORY, 'content'), join(root, 'content'), { recursive: true });
  return openArchive(root);
}
