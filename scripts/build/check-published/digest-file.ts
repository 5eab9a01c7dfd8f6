import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';

/**
 * Size and sum of a file, of which no more than a piece is held: the records of all articles are one.
 *
 * @param file its path
 * @param room bytes that are read at once
 * @returns bytes, and SHA-256 in hexadecimal digits
 * @throws what the file system says, where it cannot be read
 */
export function digestFile(file: string, room = 1 << 18): { bytes: number; sum: string } {
  const hash = createHash('sha256');
  const piece = Buffer.allocUnsafe(room);
  const handle = openSync(file, 'r');
  try {
    let bytes = 0;
    for (let read = readSync(handle, piece); read > 0; read = readSync(handle, piece)) {
      hash.update(piece.subarray(0, read));
      bytes += read;
    }
    return { bytes, sum: hash.digest('hex') };
  } finally {
    closeSync(handle);
  }
}
