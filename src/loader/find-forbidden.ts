/**
 * Characters that no newspaper prints and no reader sees: they hide text, turn it around, or are what is left
 * of a character that was lost. Tab and line feed are the only controls; a carriage return only before a line feed.
 */
const FORBIDDEN: readonly (readonly [name: string, pattern: string])[] = [
  ['控制字符', '[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]|\\r(?!\\n)'],
  ['改变文字方向的字符', '[\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]'],
  // Variation selectors are among them: which form of a character was printed is for the typeface to say.
  ['看不见的字符', '[\\p{Default_Ignorable_Code_Point}\\u2028\\u2029\\ufff9-\\ufffb\\u{13430}-\\u{1343f}]'],
  ['失落的字（U+FFFD 或 U+FFFC，转码时丢了）', '[\\ufffc\\ufffd]'],
  ['不成对的代理码', '\\p{Surrogate}'],
  ['不是字符的码位', '[\\ufdd0-\\ufdef]|\\p{Noncharacter_Code_Point}'],
];
const ANY = new RegExp(FORBIDDEN.map(([, pattern]) => `(${pattern})`).join('|'), 'gu');

/** A forbidden character: where in the text it stands, and what it is. */
export interface Forbidden {
  /** UTF-16 offset. */
  at: number;
  /** `U+202E` */
  code: string;
  name: string;
}

/** All characters of a text that must not reach a page. */
export function findForbidden(text: string): Forbidden[] {
  return [...text.matchAll(ANY)].map((match) => ({
    at: match.index,
    code: `U+${match[0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`,
    name: FORBIDDEN[match.slice(1).findIndex((group) => group !== undefined)]![0],
  }));
}

/** A text to be read by people, in which every forbidden character stands as its code: `<U+202E>`. */
export const writeCodes = (text: string): string =>
  text.replace(
    ANY,
    (character) => `<U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}>`,
  );

/**
 * A text for a message: what hides, turns or ends the line stands as its code. A file's name can hold anything,
 * and a terminal or a forge's comment would obey it.
 */
export const showHidden = (text: string): string => writeCodes(text).replaceAll('\n', '<U+000A>');
