import { hash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What is known of a scan: which file it was, as it stood, and the digest of its bytes. */
export interface KnownScan {
  mark: string;
  digest: string;
}

// What reads the content, what makes the pages and what writes the data ask for the same scans, each in a process of its
// own, and Astro's pages through a second copy of this module: what is known is kept where all of them find it.
const KEY = Symbol.for('fengtai-archive.known-scans');
const shared = globalThis as { [KEY]?: Map<string, KnownScan> };

/**
 * Milliseconds that a file must have stood still before it is read: one that is written again within a tick of the file
 * system's clock (two seconds on the coarsest) would show the same times.
 */
const STILL = 2500;

/** What is known of scans in this process, by path from the root; a build hands it from each of its processes to the next. */
export function knownScans(): Map<string, KnownScan> {
  shared[KEY] ??= new Map();
  return shared[KEY];
}

/**
 * Digest of a scan's bytes, SHA-256 in base64url. It is read once, and again where it is another file, or another size,
 * or was touched since.
 *
 * @param root folder of the repository
 * @param file path of the scan from there
 * @param now milliseconds since 1970
 */
export function digestScan(root: string, file: string, now = Date.now()): string {
  const path = join(root, file);
  const { dev, ino, size, mtimeNs, ctimeNs } = statSync(path, { bigint: true });
  // Whatever writes to a file sets the second time, which no program can set back.
  const mark = `${dev} ${ino} ${size} ${mtimeNs} ${ctimeNs}`;
  const known = knownScans().get(file);
  if (known?.mark === mark) return known.digest;
  const digest = hash('sha256', readFileSync(path), 'base64url');
  const touched = Math.max(Number(mtimeNs / 1_000_000n), Number(ctimeNs / 1_000_000n));
  if (touched + STILL < now) knownScans().set(file, { mark, digest });
  else knownScans().delete(file);
  return digest;
}
