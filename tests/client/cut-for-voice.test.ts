import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutForVoice } from '../../src/client/cut-for-voice.ts';

test('a paragraph is read sentence by sentence, closing marks with their sentence', () => {
  expect(cutForVoice('“人才流动了。”王少峰提出：“推行‘双聘制’！”好。')).toEqual([
    '“人才流动了。”',
    '王少峰提出：“推行‘双聘制’！”',
    '好。',
  ]);
});

test('a sentence too long for one breath is cut at its commas', () => {
  const clause = '推动企业在京设立科创飞地，';
  const pieces = cutForVoice(`${clause.repeat(12)}完。`);
  expect(pieces.length).toBeGreaterThan(1);
  expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThanOrEqual(80);
});

test('no word of the text is left unread or read twice', () => {
  const text = fc.string({ unit: fc.constantFrom(...'丰台报，。！？；…“”：、—2 a\n'), maxLength: 300 });
  const words = (value: string) => value.replace(/[^\p{L}\p{N}]/gu, '');
  fc.assert(
    fc.property(text, (value) => {
      expect(words(cutForVoice(value).join(''))).toBe(words(value));
    }),
  );
});
