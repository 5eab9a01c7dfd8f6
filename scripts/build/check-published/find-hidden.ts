import { findForbidden } from '../../../src/loader/find-forbidden.ts';

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
/** A character that is written by its number or name, but for the few that our pages have. */
const REFERENCE = /&(?!(?:#39|amp|lt|gt|quot);)/y;
const NUMBERS = /&#(?:x([0-9a-f]+)|(\d+));?/giu;
const BY_NAME = /&(?:shy|zwn?j|lrm|rlm|ZeroWidthSpace|NoBreak|NegativeThinSpace);/u;

/**
 * Characters of a page that hide, turn text round or are what is left of a lost one: whatever way they came, no reader
 * shall meet them. Nearly no page has one: its bytes are looked through for what they begin with, and only a page that
 * may have one is read.
 *
 * @param bytes the page, in UTF-8
 * @returns what is wrong, once for each character
 */
export function findHidden(bytes: Buffer): string[] {
  const html = bytes.toString('latin1');
  if (!mayHide(html)) return [];
  const text = bytes.toString('utf8').replace(NUMBERS, (reference, hex?: string, decimal?: string) => {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : reference;
  });
  const found = findForbidden(text).map(({ code, name }) => `${name} ${code}`);
  const named = BY_NAME.exec(html);
  return [...new Set([...found, ...(named ? [`看不见的字符 ${named[0]}`] : [])])].map(
    (character) => `网页里有${character}`,
  );
}

function mayHide(html: string): boolean {
  return (
    CONTROLS.some((control) => html.includes(control)) ||
    BEGINNINGS.some(([bytes, ...next]) => {
      for (let at = html.indexOf(bytes); at !== -1; at = html.indexOf(bytes, at + 1)) {
        const byte = html.charCodeAt(at + bytes.length);
        for (const [from, to] of next) if (byte >= from && byte <= to) return true;
      }
      return false;
    }) ||
    hasReference(html)
  );
}

function hasReference(html: string): boolean {
  for (let at = html.indexOf('&'); at !== -1; at = html.indexOf('&', at + 1)) {
    REFERENCE.lastIndex = at;
    if (REFERENCE.test(html)) return true;
  }
  return false;
}
