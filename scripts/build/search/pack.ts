import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Ten hexadecimal digits that change with the content. */
export const digestOf = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex').slice(0, 10);

/** Writes a value under a name that holds its digest: `places.1f2e3d4c5b.bin`. @returns the name */
export async function writeNamed(folder: string, name: string, value: unknown): Promise<string> {
  const text = JSON.stringify(value);
  const file = `${name}.${digestOf(text)}.bin`;
  await writeFile(join(folder, file), pack(text));
  return file;
}

/** Gzips a text. The same text gives the same bytes on every machine. */
export function pack(text: string): Uint8Array {
  const bytes = gzipSync(text, { level: 9 });
  // The tenth byte names the operating system; a build must not show on which one it ran.
  bytes[9] = 255;
  return bytes;
}
