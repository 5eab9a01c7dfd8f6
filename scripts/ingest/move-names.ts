import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { listFiles } from '../../src/loader/list-files.ts';
import { addRedirects, REDIRECTS_FILE, type Redirect, retarget } from './redirects-file.ts';

/**
 * Adds to a change what follows from articles having another name: redirects, and every file that names them.
 *
 * @param root folder of the repository
 * @param redirects addresses that move
 * @param changes the change so far; it is added to
 */
export async function moveNames(
  root: string,
  redirects: readonly Redirect[],
  changes: Map<string, string | Uint8Array | null>,
): Promise<void> {
  const inUse = new Set<string>();
  for (const [file, text] of changes) {
    const name = /^content\/articles\/(.+)\.mdx$/u.exec(file)?.[1];
    if (name && text !== null) inUse.add(name);
  }
  const before = await readText(root, REDIRECTS_FILE);
  if (redirects.length > 0 || (before !== undefined && [...inUse].some((name) => before.includes(name)))) {
    const after = addRedirects(before, redirects, inUse);
    if (after !== undefined && after !== before) changes.set(REDIRECTS_FILE, after);
  }
  if (redirects.length === 0) return;
  for (const file of [
    ...(await listFiles(root, 'content/topics')),
    ...(await listFiles(root, 'content/names')),
  ]) {
    const text = await readText(root, file);
    const moved = redirects.reduce((now, { from, to }) => retarget(now, from, to), text ?? '');
    if (moved !== text) changes.set(file, moved);
  }
}

async function readText(root: string, file: string): Promise<string | undefined> {
  return readFile(join(root, file), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
}
