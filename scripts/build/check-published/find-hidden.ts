import { isUtf8 } from 'node:buffer';
import { findForbidden } from '../../../src/loader/find-forbidden.ts';
import { type PageText, textOfPage } from './page-text.ts';
import { hasOther, readEntities } from './read-entities.ts';

/** Characters of one unit in UTF-16, but for the halves of others. */
const PLAIN = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter((character) =>
  character.isWellFormed(),
);
/** Those of them that the loader refuses, as the bytes of a page have them: a character for each byte. */
const REFUSED = findForbidden(PLAIN.join('')).map(({ at }) => Buffer.from(PLAIN[at]!).toString('latin1'));
const SINGLE = REFUSED.filter((bytes) => bytes.length === 1 && bytes !== '\r');
/** A citation in RIS ends its lines with both. */
const RETURN_ALONE = /\r(?!\n)/u;
/**
 * By the first byte of the others the two bytes after it that are refused: half of what is printed begins with the same few
 * bytes as they do, and for each of those a page is looked through once. Of two bytes the third is any.
 */
const FIRSTS = [...Map.groupBy(REFUSED, (bytes) => bytes[0]!)].flatMap(([first, group]) =>
  group[0]!.length === 1 ? [] : [[first, refusedAfter(group)] as const],
);
/** How all that lies beyond the first 65,536 begins. Hardly a page has one: it is read. */
const BEYOND = ['\xf0', '\xf1', '\xf2', '\xf3', '\xf4'];

function refusedAfter(group: readonly string[]): Uint8Array {
  const refused = new Uint8Array(0x10000);
  for (const bytes of group) {
    const next = bytes.charCodeAt(1) << 8;
    if (bytes.length === 2) refused.fill(1, next, next + 0x100);
    else refused[next | bytes.charCodeAt(2)] = 1;
  }
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
  if (isUtf8(bytes) && !unlooked.some(mayHide)) return [];
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
    SINGLE.some((control) => html.includes(control)) ||
    (html.includes('\r') && RETURN_ALONE.test(html)) ||
    BEYOND.some((first) => html.includes(first)) ||
    FIRSTS.some(([first, refused]) => {
      for (let at = html.indexOf(first); at !== -1; at = html.indexOf(first, at + 1))
        if (refused[(html.charCodeAt(at + 1) << 8) | html.charCodeAt(at + 2)]) return true;
      return false;
    }) ||
    hasOther(html)
  );
}
