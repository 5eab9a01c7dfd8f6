/**
 * Characters that no newspaper prints and no reader sees: they hide text, turn it around, or are what is left
 * of a character that was lost. Tab and line feed are the only controls; a carriage return only before a line feed.
 */
const FORBIDDEN: readonly (readonly [name: string, pattern: string])[] = [
  ['控制字符', '[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]|\\r(?!\\n)'],
  ['改变文字方向的字符', '[\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]'],
  [
    '看不见的字符',
    '[\\u00ad\\u034f\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180e\\u200b-\\u200d\\u2028\\u2029\\u2060-\\u2065\\u206a-\\u206f\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff9-\\ufffb]|[\\u{e0000}-\\u{e007f}]',
  ],
  ['失落的字（U+FFFD，转码时丢了）', '\\ufffd'],
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

/**
 * A text for a message: what hides, turns or ends the line stands as its code. A file's name can hold anything,
 * and a terminal or a forge's comment would obey it.
 */
export const showHidden = (text: string): string =>
  text
    .replace(
      ANY,
      (character) => `<U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}>`,
    )
    .replaceAll('\n', '<U+000A>');
