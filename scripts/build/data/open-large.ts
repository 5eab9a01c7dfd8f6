import { createHash } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';

/** A file that is written piece by piece. */
export interface LargeFile {
  add: (text: string) => void;
  /** Ends the file; gives its size in bytes and its SHA-256 in hexadecimal. */
  close: () => { bytes: number; sum: string };
}

/** Characters that are gathered before they are written. */
const GATHERED = 1 << 20;

/**
 * Opens a file whose text is too long to be held in memory.
 *
 * @param file path; an old file of this name is overwritten
 */
export function openLarge(file: string): LargeFile {
  const handle = openSync(file, 'w');
  const hash = createHash('sha256');
  let gathered: string[] = [];
  let length = 0;
  let bytes = 0;
  const flush = (): void => {
    const data = Buffer.from(gathered.join(''), 'utf8');
    for (let at = 0; at < data.length; ) at += writeSync(handle, data, at);
    hash.update(data);
    bytes += data.length;
    gathered = [];
    length = 0;
  };
  return {
    add(text) {
      gathered.push(text);
      length += text.length;
      if (length >= GATHERED) flush();
    },
    close() {
      flush();
      closeSync(handle);
      return { bytes, sum: hash.digest('hex') };
    },
  };
}
