import fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupByInitial, initialOf } from '../../src/archive/names/initials.ts';

test('a name stands under the letter with which its first character is read', () => {
  const names = {
    安: 'A',
    白诗德: 'B',
    陈: 'C',
    鄂: 'E',
    郭: 'G',
    贾: 'J',
    吕: 'L',
    欧阳: 'O',
    秦: 'Q',
    宋: 'S',
  };
  for (const [name, letter] of Object.entries(names)) expect(initialOf(name), name).toBe(letter);
  for (const [name, letter] of Object.entries({ 王少峰: 'W', 习近平: 'X', 于吉顺: 'Y', 中关村: 'Z' }))
    expect(initialOf(name), name).toBe(letter);
});

test('letters stand under themselves, figures after Z', () => {
  expect(initialOf('EVE CINA')).toBe('E');
  expect(initialOf('ｅ电')).toBe('E');
  expect(initialOf('798')).toBe('#');
  expect(groupByInitial(['798', '张三', '安乐', 'EVE', '阿里'], (name) => name)).toEqual([
    { letter: 'A', items: ['阿里', '安乐'] },
    { letter: 'E', items: ['EVE'] },
    { letter: 'Z', items: ['张三'] },
    { letter: '#', items: ['798'] },
  ]);
});

test('no name is lost between the letters', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ minLength: 1 }), { maxLength: 30 }), (names) => {
      const groups = groupByInitial(names, (name) => name);
      expect(groups.flatMap(({ items }) => items).sort()).toEqual([...names].sort());
      for (const { letter } of groups) expect(letter).toMatch(/^[A-Z#]$/u);
    }),
  );
});
