import { createHash, hash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { digestCode } from '../digest-code.ts';
import { openKeptFiles } from '../keep-files.ts';

/** Ten hexadecimal digits that change with the content. */
export const digestOf = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex').slice(0, 10);

/** Gzipped JSON in a folder: tables of the search, and the text of each article. */
export interface PackedFiles {
  /** Writes a value. @param file its path in the folder */
  write: (file: string, value: unknown) => void;
  /** Writes a value under a name that holds its digest: `places.1f2e3d4c5b.bin`. @returns the name */
  writeNamed: (name: string, value: unknown) => string;
  /** Ends the build: what was not written again is forgotten. */
  finish: () => Promise<void>;
}

/**
 * Opens a folder for packed files. Nearly all of them are those of the last build, and to pack one takes longer than to
 * name it: what was packed is kept by digest of its text.
 *
 * @param folder where they are written
 * @param cache folder where they are kept for the next build; none are kept when left out
 * @param previous the same folder of an earlier build, if it was kept
 */
export async function openPackedFiles(
  folder: string,
  cache?: string,
  previous?: string,
): Promise<PackedFiles> {
  // Node, whose zlib packs, belongs to the digest.
  const code = cache === undefined ? '' : await digestCode('scripts/build/search/pack.ts');
  const kept =
    cache === undefined ? undefined : await openKeptFiles(join(cache, 'packed'), folder, code, previous);
  const writeText = (file: string, text: string): void => {
    if (!kept) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), pack(text));
      return;
    }
    const key = hash('sha256', text, 'base64url');
    if (!kept.take(file, key)) kept.put(file, key, pack(text));
  };
  return {
    write: (file, value) => writeText(file, JSON.stringify(value)),
    writeNamed: (name, value) => {
      const text = JSON.stringify(value);
      const file = `${name}.${digestOf(text)}.bin`;
      writeText(file, text);
      return file;
    },
    finish: async () => kept?.finish(),
  };
}

/** Gzips a text. The same text gives the same bytes on every machine. */
function pack(text: string): Uint8Array {
  const bytes = gzipSync(text, { level: 9 });
  // The tenth byte names the operating system; a build must not show on which one it ran.
  bytes[9] = 255;
  return bytes;
}
