import { expect, test } from 'vitest';
import { keepLast } from '../../src/archive/keep-last.ts';

test('what was put last is kept, as much as there is room for', () => {
  const kept = keepLast<number>(2);
  kept.put('p01', 1);
  kept.put('p02', 2);
  expect([kept.get('p01'), kept.get('p02')]).toEqual([1, 2]);
  kept.put('p03', 3);
  expect([kept.get('p01'), kept.get('p02'), kept.get('p03')]).toEqual([undefined, 2, 3]);
  kept.put('p04', 4);
  expect([kept.get('p02'), kept.get('p03'), kept.get('p04')]).toEqual([undefined, 3, 4]);
});

test('nothing is kept under a name before something was put', () => {
  expect(keepLast<number>(2).get('p01')).toBeUndefined();
});
