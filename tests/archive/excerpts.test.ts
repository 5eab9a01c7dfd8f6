import { expect, test } from 'vitest';
import { deriveHeadline } from '../../scripts/pipeline/3-articles/derive-headline.ts';
import { beginningOf } from '../../scripts/pipeline/characters.ts';
import { shorten } from '../../src/archive/excerpts.ts';

// 𬭚 and the like stand in names; half of one is no character, and a page would show U+FFFD in its place.
test('no text is cut amid a character of two units', () => {
  expect(beginningOf('丰台区𬭚', 4)).toBe('丰台区');
  expect(beginningOf('丰台区𬭚', 5)).toBe('丰台区𬭚');
  expect(beginningOf('丰台', 4)).toBe('丰台');
  for (let longest = 1; longest < 30; longest++)
    expect(shorten('𬭚'.repeat(20), longest).isWellFormed()).toBe(true);
  expect(deriveHeadline(`镇${'𬭚'.repeat(20)}。`).isWellFormed()).toBe(true);
});
