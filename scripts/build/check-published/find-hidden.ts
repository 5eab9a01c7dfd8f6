import { findForbidden } from '../../../src/loader/find-forbidden.ts';
import { type PageText, textOfPage } from './page-text.ts';
import { hasOther, readEntities } from './read-entities.ts';

const CONTROLS = Array.from({ length: 0x20 }, (_, code) => code)
  .filter((code) => code !== 0x09 && code !== 0x0a && code !== 0x0d)
  .concat(0x7f)
  .map((code) => String.fromCharCode(code));

/** How the UTF-8 of what the loader refuses begins, and the ranges of the byte that follows. */
const BEGINNINGS: readonly (readonly [bytes: string, ...next: (readonly [from: number, to: number])[]])[] = [
  ['\xc2', [0x80, 0x9f], [0xad, 0xad]],
  ['\xcd', [0x8f, 0x8f]],
  ['\xd8', [0x9c, 0x9c]],
  ['\xe1\x85', [0x9f, 0xa0]],
  ['\xe1\x9e', [0xb4, 0xb5]],
  ['\xe1\xa0', [0x8b, 0x8f]],
  ['\xe2\x80', [0x8b, 0x8f], [0xa8, 0xae]],
  ['\xe2\x81', [0xa0, 0xaf]],
  ['\xe3\x85', [0xa4, 0xa4]],
  ['\xef\xb7', [0x90, 0xaf]],
  ['\xef\xb8', [0x80, 0x8f]],
  ['\xef\xbb', [0xbf, 0xbf]],
  ['\xef\xbe', [0xa0, 0xa0]],
  ['\xef\xbf', [0xb0, 0xbf]],
  // Beyond the first 65,536: rough, for hardly a page has one.
  ['\xf0\x93', [0x90, 0x90]],
  ['\xf0\x9b', [0xb2, 0xb2]],
  ['\xf0\x9d', [0x85, 0x85]],
  ['\xf3', [0x80, 0xbf]],
  ['\xbf', [0xbe, 0xbf]],
];
/**
 * By the first byte of them all the two bytes after it that are refused: half of what is printed begins with the same few
 * bytes as they do, and for each of those a page is looked through once.
 */
const FIRSTS = [...Map.groupBy(BEGINNINGS, ([bytes]) => bytes[0]!)].map(
  ([first, beginnings]) => [first, refusedAfter(beginnings)] as const,
);

function refusedAfter(beginnings: typeof BEGINNINGS): Uint8Array {
  const refused = new Uint8Array(0x10000);
  for (const [bytes, ...next] of beginnings)
    for (const [from, to] of next)
      if (bytes.length > 1)
        refused.fill(1, (bytes.charCodeAt(1) << 8) | from, ((bytes.charCodeAt(1) << 8) | to) + 1);
      else refused.fill(1, from << 8, (to + 1) << 8);
  return refused;
}

/**
 * Characters of a page that hide, turn text round or are what is left of a lost one: whatever way they came, no reader
 * shall meet them. Nearly no page has one: its bytes are looked through for what they begin with, and only a page that
 * may have one is read.
 *
 * @param bytes the page, in UTF-8
 * @param text the same page; what is known to be free of them is not looked at again
 * @returns what is wrong, once for each character
 */
export function findHidden(bytes: Buffer, { unlooked }: PageText = textOfPage(bytes)): string[] {
  if (!unlooked.some(mayHide)) return [];
  const page = bytes.toString('utf8');
  const { text, invalid } = readEntities(page);
  const found = findForbidden(page + text).map(({ code, name }) => `${name} ${code}`);
  return [...new Set([...found, ...invalid.map((written) => `不成字的 ${written}`)])].map(
    (character) => `网页里有${character}`,
  );
}

/**
 * Whether a part of a page may have such a character.
 *
 * @param html a character for each byte of it, from the end of a tag to the beginning of another
 */
export function mayHide(html: string): boolean {
  return (
    CONTROLS.some((control) => html.includes(control)) ||
    FIRSTS.some(([first, refused]) => {
      for (let at = html.indexOf(first); at !== -1; at = html.indexOf(first, at + 1))
        if (refused[(html.charCodeAt(at + 1) << 8) | html.charCodeAt(at + 2)]) return true;
      return false;
    }) ||
    hasOther(html)
  );
}
