import { existsSync, rmSync, statSync } from 'node:fs';
import { cp, link, mkdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { listPaths } from '../../src/loader/list-paths.ts';
import { watchProgress } from '../watch-progress.ts';
import { previousOf } from './move-folders.ts';

/** How many files of the published folder changed. */
export interface Published {
  written: number;
  kept: number;
  removed: number;
}

/**
 * Puts a finished folder in the place of the published one. Files whose bytes did not change stay the same
 * files, with their dates: a host that copies what is new copies little. The old folder is whole until the
 * new one takes its place.
 *
 * @param finished folder that was built; it is gone afterwards
 * @param out folder that is published
 * @param say says one line of progress
 * @param cache folder whose files the build linked into the finished folder, where there is one
 * @param files paths of all finished files; they are listed when left out
 */
export async function publishFolder(
  finished: string,
  out: string,
  say: (line: string) => void = () => {},
  cache?: string,
  files?: readonly string[],
): Promise<Published> {
  await mkdir(dirname(out), { recursive: true });
  if ((await stat(finished)).dev !== (await stat(dirname(out))).dev) {
    // A folder cannot be moved to another disk in one step: it is copied beside its place first.
    const beside = `${out}.next`;
    await rm(beside, { recursive: true, force: true });
    try {
      await cp(finished, beside, { recursive: true });
      await rm(finished, { recursive: true, force: true });
      return await publishFolder(beside, out, say, cache, files);
    } catch (error) {
      // Half a copy of the site would fill a disk that is full.
      await rm(beside, { recursive: true, force: true });
      throw error;
    }
  }
  const before = new Set(listPaths(out));
  const after = files ?? listPaths(finished);
  const progress = watchProgress(say, '个文件', after.length);
  /** Files that the build had made anew or taken from a new cache, by their number: what stays in their place. */
  const replaced = new Map<bigint, string>();
  let kept = 0;
  let linked = 0;
  for (const path of after) {
    progress.step();
    if (!before.delete(path)) continue;
    const [old, next] = [join(out, path), join(finished, path)];
    const same = await compareFiles(old, next);
    if (same === 'other') continue;
    kept += 1;
    if (same === 'file') linked += 1;
    if (same !== 'bytes') continue;
    const { ino, nlink } = statSync(next, { bigint: true });
    if (nlink > 1n && ino !== 0n) replaced.set(ino, old);
    await keepFile(old, next);
  }
  const aside = `${finished}.old`;
  await rm(aside, { recursive: true, force: true });
  await rename(out, aside).catch(ignoreMissing);
  try {
    await rename(finished, out);
  } catch (error) {
    await rename(aside, out).catch(() => {});
    throw error;
  }
  if (cache !== undefined) {
    rmSync(previousOf(cache), { recursive: true, force: true });
    if (replaced.size > 0) await linkFromCache(cache, replaced);
    // Where a file cannot have two paths, the old folder would take as much room as the new one.
    if (linked > 0) await rename(aside, previousOf(cache)).catch(() => {});
  }
  // Ten thousands of files: removed in one call they take a third of the time.
  rmSync(aside, { recursive: true, force: true });
  return { written: after.length - kept, kept, removed: before.size };
}

/**
 * Brings back what was published where a run was cut off when the old folder had made way and the new one was not in its
 * place yet: there would be no site until the next build is through, and that may find an article that is wrong.
 *
 * @param finished folder that the build makes
 * @param out folder that is published
 */
export async function bringBack(finished: string, out: string): Promise<void> {
  if (existsSync(out)) return;
  const aside = [`${finished}.old`, `${out}.next.old`].find((folder) => existsSync(folder));
  // What cannot be brought back, the build is told of when it publishes there.
  if (aside !== undefined) await rename(aside, out).catch(() => {});
}

/** Whether two paths are one file (a page that was kept is linked), two with the same bytes, or differ. */
async function compareFiles(a: string, b: string): Promise<'file' | 'bytes' | 'other'> {
  const [one, other] = [statSync(a, { bigint: true }), statSync(b, { bigint: true })];
  if (one.ino === other.ino && one.dev === other.dev && one.ino !== 0n) return 'file';
  if (one.size !== other.size) return 'other';
  const [left, right] = await Promise.all([readFile(a), readFile(b)]);
  return left.equals(right) ? 'bytes' : 'other';
}

/** The old file also under the new path; where links are not possible the new copy stands. */
async function keepFile(old: string, next: string): Promise<void> {
  const linked = `${next}.kept`;
  try {
    await link(old, linked);
    await rename(linked, next);
  } catch {
    await rm(linked, { force: true });
  }
}

/** The cache gets the files that stayed: else the next build links its own again, and each is compared anew, for ever. */
async function linkFromCache(cache: string, replaced: ReadonlyMap<bigint, string>): Promise<void> {
  for (const path of listPaths(cache)) {
    const held = join(cache, path);
    const stats = statSync(held, { bigint: true, throwIfNoEntry: false });
    const kept = stats && replaced.get(stats.ino);
    if (kept !== undefined) await keepFile(kept, held);
  }
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}
