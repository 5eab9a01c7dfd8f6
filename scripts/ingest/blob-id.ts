import { createHash } from 'node:crypto';

/** Text as git stores it: `.gitattributes` asks for line feeds whatever the editor's system writes. */
const normalised = (text: string) => text.replaceAll('\r\n', '\n');

/**
 * The id that git gives a text: forty hexadecimal digits.
 *
 * @param text text of a file, or the bytes of a scan (which are taken as they are)
 */
export function blobIdOf(text: string | Uint8Array): string {
  const bytes = Buffer.from(typeof text === 'string' ? normalised(text) : text);
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}
