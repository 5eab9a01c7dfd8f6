import fc from 'fast-check';
import { expect, test } from 'vitest';
import { containment, shinglesOf } from '../../src/archive/shingles.ts';

/** Each Chinese letter by one beyond the basic plane, two UTF-16 units long; all else as it is. */
const beyond = (text: string): string =>
  text.replace(/[\u4e00-\u9fff]/gu, (letter) => String.fromCodePoint(0x1b200 + (letter.codePointAt(0) ?? 0)));

test('runs are counted in characters: a text of rare ones has the runs of the same text in common ones', () => {
  expect(beyond('一龯')).toMatch(/^\p{Script=Han}{2}$/u);
  const character = fc.oneof(
    fc.constantFrom('一', '丁', '七', '万', '丈', '，', ' ', '\n', 'a', '７', '\ud842'),
    fc.integer({ min: 0x4e00, max: 0x9fff }).map((code) => String.fromCharCode(code)),
  );
  fc.assert(
    fc.property(
      fc.string({ unit: character, maxLength: 60 }),
      fc.integer({ min: 1, max: 6 }),
      (text, length) => {
        const letters = text.replaceAll('\ud842', '');
        expect([...shinglesOf(beyond(letters), length)]).toEqual([...shinglesOf(text, length)].map(beyond));
      },
    ),
  );
});

test('a name with a rare character is not cut in half, and the text around it is known again', () => {
  const printed = shinglesOf('𠮷野家，今日开业。');
  expect([...printed]).toEqual(['𠮷野家今', '野家今日', '家今日开', '今日开业']);
  expect([...shinglesOf('𠮷 野')]).toEqual(['𠮷野']);
  expect(containment(printed, shinglesOf('昨日，吉野家今日开业'))).toBe(3 / 4);
});
