import { createHash } from 'node:crypto';
import {
  copyFileSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { readKept, writeKept } from './kept-json.ts';

/** What is known of a page that lies in the cache: the key it was rendered under, and how its file looked then. */
type KeptPage = [key: string, digest: string, bytes: number, changed: number];

/** The pages of the last build, as the next one takes them. */
export interface KeptPages {
  /**
   * Puts the page of the last build in its place.
   *
   * @param file path of the page in the folder that is built
   * @param key of the page now
   * @returns whether it was kept under this key, and its file is as it was left
   */
  take: (file: string, key: string) => boolean;
  /** Writes a page that was rendered, and keeps it. */
  put: (file: string, key: string, body: Uint8Array) => void;
  /** Ends the build: forgets what is no page any more. */
  finish: () => Promise<void>;
  /** Digest of the bytes of every page that was taken or put, by path of its file. */
  digests: ReadonlyMap<string, string>;
}

/** As {@link KeptPages} and the checks of the published folder tell pages apart. */
export const digestPage = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('base64url').slice(0, 22);

/**
 * Opens the pages that the last build kept. A page is one file in the cache, in the folder that is built and in the
 * published one (a link, not a copy), so that a build after a small change writes little. A file that somebody has
 * changed in one of those places is seen by its date and digest, and rendered anew. A run that is cut off leaves
 * files that no list speaks of, or lists files that have changed: neither is used.
 *
 * @param folder where pages are kept
 * @param dist the folder that is built
 * @param version digest of everything that pages are made with; pages of another version are forgotten
 */
export async function openKeptPages(folder: string, dist: string, version: string): Promise<KeptPages> {
  mkdirSync(folder, { recursive: true });
  const list = join(folder, 'pages.json');
  const before = new Map(Object.entries((await readKept<Record<string, KeptPage>>(list, version)) ?? {}));
  const after = new Map<string, KeptPage>();
  const digests = new Map<string, string>();
  const made = new Set<string>();
  const makeFolder = (path: string): void => {
    if (made.has(path)) return;
    mkdirSync(path, { recursive: true });
    made.add(path);
  };
  const keep = (file: string, page: KeptPage): void => {
    after.set(file, page);
    digests.set(file, page[1]);
  };
  return {
    digests,
    take(file, key) {
      const page = before.get(file);
      if (page?.[0] !== key) return false;
      const kept = join(folder, nameOf(file));
      const stats = statSync(kept, { throwIfNoEntry: false });
      if (stats?.size !== page[2]) return false;
      if (stats.mtimeMs !== page[3] && digestPage(readFileSync(kept)) !== page[1]) return false;
      const target = join(dist, file);
      mkdirSync(dirname(target), { recursive: true });
      linkOrCopy(kept, target);
      keep(file, [key, page[1], page[2], stats.mtimeMs]);
      return true;
    },
    put(file, key, body) {
      const target = join(dist, file);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, body);
      const kept = join(folder, nameOf(file));
      makeFolder(dirname(kept));
      // The old file may be one with a published page: it is replaced, never written into.
      rmSync(kept, { force: true });
      linkOrCopy(target, kept);
      keep(file, [key, digestPage(body), body.byteLength, statSync(kept).mtimeMs]);
    },
    async finish() {
      const names = new Set([...after.keys()].map(nameOf));
      for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
        const path = join(entry.parentPath, entry.name);
        if (entry.isFile() && path !== list && !names.has(path.slice(folder.length + 1).replaceAll('\\', '/')))
          rmSync(path);
      }
      await writeKept(list, version, Object.fromEntries(after));
    },
  };
}

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
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') throw error;
    copyFileSync(from, to);
  }
}
