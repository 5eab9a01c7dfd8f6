import { hash } from 'node:crypto';
import {
  copyFileSync,
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  type Stats,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { listPaths } from '../../src/loader/list-paths.ts';
import { readKept, writeKept } from './kept-json.ts';
import { moveFolders } from './move-folders.ts';

/** What is known of the files, beside them. */
const LIST = 'list.json';

/** What is known of a file in the cache: the key it was made under, its digest and size, which file it is since when. */
type KeptFile = [key: string, digest: string, bytes: number, mark: string];

/** Files of the last build, pages and records of the data, as the next one takes them. */
export interface KeptFiles {
  /**
   * Takes the file of the last build; it is in its place when the build has ended.
   *
   * @param file its path in the folder that is built
   * @param key digest of everything that it is made of now
   * @returns whether it was kept under this key, and its file is as it was left
   */
  take: (file: string, key: string) => boolean;
  /** Writes a file that was made, and keeps it. */
  put: (file: string, key: string, body: Uint8Array) => void;
  /** Ends the build: puts what was taken in its place, and forgets what is not there any more. */
  finish: () => Promise<void>;
  /** Digest of the bytes of every file that was taken or put, by its path. */
  digests: ReadonlyMap<string, string>;
}

/** As {@link KeptFiles} and the checks of the published folder tell files apart: SHA-256 in base64url. */
export const digestBytes = (bytes: Uint8Array): string => hash('sha256', bytes, 'base64url');

/**
 * Opens the files that the last build kept. Each is one file in the cache, in the folder that is built and in the
 * published one (a link, not a copy), so that a build after a small change writes little. A file that somebody has
 * changed in one of those places is seen by its date and digest, and rendered anew. A run that is cut off leaves
 * files that no list speaks of, or lists files that have changed: neither is used.
 *
 * @param folder where they are kept
 * @param dist the folder that is built
 * @param version digest of everything that they are made with; those of another version are forgotten
 * @param previous the folder of an earlier build that `dist` stands for, if it was kept: folders that are the same in both
 *   are moved from there
 */
export async function openKeptFiles(
  folder: string,
  dist: string,
  version: string,
  previous?: string,
): Promise<KeptFiles> {
  mkdirSync(folder, { recursive: true });
  const list = join(folder, LIST);
  const before = new Map(Object.entries((await readKept<Record<string, KeptFile>>(list, version)) ?? {}));
  const after = new Map<string, KeptFile>();
  const digests = new Map<string, string>();
  const made = new Set<string>();
  const makeFolder = (path: string): void => {
    if (made.has(path)) return;
    makeOne(path);
    made.add(path);
  };
  // Put together by hand: to have every path of ten thousands made regular is more than to look a file up.
  const keptOf = (file: string): string => `${folder}/${nameOf(file)}`;
  const keep = (file: string, entry: KeptFile): void => {
    after.set(file, entry);
    digests.set(file, entry[1]);
  };
  const taken = new Map<string, string>();
  const place = (kept: string, file: string): void => {
    const target = `${dist}/${file}`;
    makeFolder(dirname(target));
    linkOrCopy(kept, target);
  };
  return {
    digests,
    take(file, key) {
      const entry = before.get(file);
      if (entry?.[0] !== key) return false;
      const mark = markAsLeft(keptOf(file), entry);
      if (!mark) return false;
      taken.set(file, mark);
      keep(file, [key, entry[1], entry[2], mark]);
      return true;
    },
    put(file, key, body) {
      const known = before.get(file);
      const digest = digestBytes(body);
      const kept = keptOf(file);
      const mark = known?.[1] === digest && markAsLeft(kept, known);
      if (mark) {
        // Rendered anew, and the same as before: it stays the same file, with its date.
        place(kept, file);
        keep(file, [key, digest, body.byteLength, mark]);
        return;
      }
      const target = `${dist}/${file}`;
      makeFolder(dirname(target));
      writeFileSync(target, body);
      makeFolder(dirname(kept));
      linkOrCopy(target, kept);
      keep(file, [key, digest, body.byteLength, markOf(statSync(kept))]);
    },
    async finish() {
      const moved = previous === undefined ? new Set<string>() : moveFolders(previous, dist, taken);
      for (const file of taken.keys()) if (!moved.has(file)) place(keptOf(file), file);
      const names = new Set([...after.keys()].map(nameOf));
      for (const name of listPaths(folder))
        if (name !== LIST && !names.has(name)) unlinkSync(join(folder, name));
      await writeKept(list, version, Object.fromEntries(after));
    },
  };
}

/** Makes a folder; as a rule the one above it is there, which the system says quickest. */
function makeOne(path: string): void {
  try {
    mkdirSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') mkdirSync(path, { recursive: true });
  }
}

/** The mark of a kept file that still holds what was put there; of any other nothing. */
function markAsLeft(kept: string, [, digest, bytes, before]: KeptFile): string | undefined {
  const stats = statSync(kept, { throwIfNoEntry: false });
  if (stats?.size !== bytes) return undefined;
  const mark = markOf(stats);
  // A cache that was packed and unpacked has other files with other dates.
  return mark === before || digestBytes(readFileSync(kept)) === digest ? mark : undefined;
}

/** Which file it is, by its number, and since when. */
export const markOf = ({ ino, mtimeMs }: Stats): string => `${ino} ${mtimeMs}`;

/** A folder for each issue, and no more: `2023-04-14/p02-009/provenance/index.html` lies in `2023-04-14/`. */
function nameOf(file: string): string {
  const at = file.indexOf('/');
  return `${file.slice(0, at + 1)}${file.slice(at + 1).replaceAll('/', '~')}`;
}

/** One file under a second path; where links are not possible, a copy. */
export function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOSPC' || code === 'ENOENT') throw error;
    // What stands there may be one file with another path: it is replaced, never written into.
    if (code === 'EEXIST') {
      unlinkSync(to);
      linkOrCopy(from, to);
    } else {
      rmSync(to, { force: true });
      copyFileSync(from, to);
    }
  }
}
