import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Ten hexadecimal digits that change with the content. */
export const digestOf = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex').slice(0, 10);

/**
 * Writes a value as gzipped JSON. The same value gives the same bytes on every machine.
 *
 * @returns how many bytes were written
 */
export async function writePacked(file: string, value: unknown): Promise<number> {
  const bytes = gzipSync(JSON.stringify(value), { level: 9 });
  // The tenth byte names the operating system; a build must not show on which one it ran.
  bytes[9] = 255;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, bytes);
  return bytes.length;
}

/** Writes a value under a name that holds its digest: `places.1f2e3d4c5b.bin`. @returns the name */
export async function writeNamed(folder: string, name: string, value: unknown): Promise<string> {
  const file = `${name}.${digestOf(JSON.stringify(value))}.bin`;
  await writePacked(join(folder, file), value);
  return file;
}
