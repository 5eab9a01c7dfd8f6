import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linkParagraphs } from '../../scripts/pipeline/3-articles/link-paragraphs.ts';
import { numberPairs } from '../../scripts/pipeline/3-articles/number-pairs.ts';
import { PairTable } from '../../scripts/pipeline/pair-table.ts';

test('keys are numbered as they come, however many there are: a word that shares a place is not taken for another', () => {
  const key = fc.oneof(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }));
  fc.assert(
    fc.property(fc.array(key, { maxLength: 200 }), (keys) => {
      const table = new PairTable(2);
      const numbers = new Map<number, number>();
      for (const each of keys) {
        expect(table.find(each)).toBe(numbers.get(each) ?? 0);
        if (!numbers.has(each)) numbers.set(each, numbers.size + 1);
        expect(table.add(each)).toBe(numbers.get(each));
      }
      expect(table.size).toBe(numbers.size);
      for (const [each, number] of numbers) expect(table.find(each)).toBe(number);
    }),
  );
});

test('two paragraphs are linked by a name of three characters, however many pairs the text has', () => {
  const HAN = Array.from({ length: 257 }, (_, k) => String.fromCodePoint(0x4e00 + k));
  const pairs = HAN.flatMap((left) => HAN.map((right) => left + right));
  const [first, far] = [pairs[0] as string, pairs[2 ** 16] as string];
  for (const before of ['', pairs.join('，')]) {
    const across = (last: string): number => {
      const paragraphs = [before, `${first}丰。`, last, '会上。'];
      return linkParagraphs(paragraphs, numberPairs(paragraphs))[2] as number;
    };
    expect(across(`问${first}丰。`)).toBeGreaterThan(0.15);
    expect(across(`${first}。丰`)).toBe(0);
    // Its pair of characters is the 65,537th that comes: a key of 32 bits has no room for that number.
    expect(across(`${far}丰。`)).toBe(0);
  }
});
