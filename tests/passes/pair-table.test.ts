import fc from 'fast-check';
import { expect, test } from 'vitest';
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
