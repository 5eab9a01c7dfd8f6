import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
/** Everything a build reads. The packages are linked, not copied. */
const PARTS = [
  ...['src', 'scripts', 'public', 'content', '.git'],
  ...['astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'],
];

/** A copy of the project in a folder of its own, to be built, broken and built again. */
export interface ProjectCopy {
  root: string;
  /** Absolute path of its published folder. */
  dist: string;
  /** Runs `npm run build` in it; gives its exit code and what it said. */
  build: (options?: BuildCall) => Promise<{ code: number | null; said: string }>;
}

/** How a copy is built. */
export interface BuildCall {
  args?: string[];
  env?: Record<string, string>;
  /** Kill it without warning after this many milliseconds. */
  killAfter?: number;
}

/**
 * Copies the project.
 *
 * @param inside name of a folder to put it in, where the path itself is what is tried
 */
export async function copyProject(inside = 'copy'): Promise<ProjectCopy> {
  const folder = await mkdtemp(join(tmpdir(), 'fengtai-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  const root = join(folder, inside);
  await mkdir(root, { recursive: true });
  for (const part of PARTS) {
    await cp(join(ROOT, part), join(root, part), { recursive: true }).catch((error) => {
      // A release without git has no `.git`.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    });
  }
  await symlink(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  return {
    root,
    dist: join(root, 'dist'),
    build: ({ args = [], env = {}, killAfter } = {}) =>
      new Promise((resolve, reject) => {
        const child = spawn(process.execPath, [join(root, 'scripts', 'build.ts'), ...args], {
          cwd: root,
          env: { ...process.env, SITE_URL: 'https://archive.example', BASE_PATH: '/', ...env },
        });
        let said = '';
        child.stdout.on('data', (data) => {
          said += data;
        });
        child.stderr.on('data', (data) => {
          said += data;
        });
        const timer = killAfter && setTimeout(() => child.kill('SIGKILL'), killAfter);
        child.once('error', reject);
        child.once('close', (code) => {
          clearTimeout(timer);
          resolve({ code, said });
        });
      }),
  };
}

/** Contents of all files of a folder, by path. */
export async function readFolder(folder: string): Promise<Map<string, Buffer>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    await Promise.all(
      files
        .sort()
        .map(async (file) => [file.slice(folder.length + 1), await readFile(file)] as [string, Buffer]),
    ),
  );
}

/** Paths that only one of two folders has, or whose bytes differ. */
export async function compareFolders(a: string, b: string): Promise<string[]> {
  const [left, right] = await Promise.all([readFolder(a), readFolder(b)]);
  const paths = [...new Set([...left.keys(), ...right.keys()])].sort();
  return paths.filter((path) => {
    const [one, other] = [left.get(path), right.get(path)];
    return !one || !other || !one.equals(other);
  });
}
