import { expect, test } from 'vitest';
import { findHidden } from '../../scripts/build/check-published/find-hidden.ts';
import { findForbidden } from '../../src/loader/find-forbidden.ts';

const isText = (code: number) => code < 0xd800 || code > 0xdfff;

test('whatever the loader refuses is found in the bytes of a page, and nothing else', () => {
  let allowed = '';
  let refused = 0;
  for (let code = 0; code <= 0x10ffff; code++) {
    const character = String.fromCodePoint(code);
    if (!isText(code)) continue;
    const [forbidden] = findForbidden(character);
    if (!forbidden) allowed += character;
    else {
      refused += 1;
      expect(findHidden(Buffer.from(`<p>丰台${character}区</p>`)), forbidden.code).toEqual([
        `网页里有${forbidden.name} ${forbidden.code}`,
      ]);
    }
  }
  expect(refused).toBeGreaterThan(4000);
  expect(findHidden(Buffer.from(allowed))).toEqual([]);
});

test.each([
  ['&#8203;', 'U+200B'],
  ['&#x202E;', 'U+202E'],
  ['&#xad;', 'U+00AD'],
  ['&zwj;', 'U+200D'],
  ['&shy', 'U+00AD'],
  ['&NegativeThickSpace;', 'U+200B'],
  ['&af;', 'U+2061'],
])('also as %s', (reference, code) => {
  expect(findHidden(Buffer.from(`<p>丰台${reference}区</p>`)).join()).toContain(code);
});

test('a line that ends with both of its signs is a line', () => {
  expect(findHidden(Buffer.from('<pre>TY  - NEWS\r\nER  - \r\n</pre>'))).toEqual([]);
});

test('bytes that are no UTF-8 are found as what a browser shows for them', () => {
  for (const byte of [0xff, 0xe4, 0x80])
    expect(findHidden(Buffer.from([0x3c, 0x70, 0x3e, byte, 0x3c])), String(byte)).toEqual([
      '网页里有失落的字（U+FFFD 或 U+FFFC，转码时丢了） U+FFFD',
    ]);
});

test('other references say what they say', () => {
  expect(findHidden(Buffer.from('<p>It&#39;s &#x4e30;&#21488; &amp; &lt; &#x41; &hellip; &c</p>'))).toEqual(
    [],
  );
  expect(findHidden(Buffer.from('<script src="a">a&&b;&#0;</script><p>&hellip;</p>'))).toEqual([]);
});

test.each(['&#99999999;', '&#x110000;', '&#xd800;', '&#0;', '&nosuch;', '&#;'])(
  'what no character has is told with its line: %s',
  (written) => {
    for (const [html, line] of [
      [`<p>\n丰台${written}区</p>`, 2],
      [`<style>\n</style>\n<a title="${written}">区</a>`, 3],
    ])
      expect(findHidden(Buffer.from(String(html)))).toEqual([`网页里有不成字的 ${written}（第 ${line} 行）`]);
  },
);
