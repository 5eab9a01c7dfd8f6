import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linkParagraphs } from '../../scripts/pipeline/3-articles/link-paragraphs.ts';
import { numberPairs } from '../../scripts/pipeline/3-articles/number-pairs.ts';
import { rarityOf } from '../../scripts/pipeline/continuations.ts';

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

/**
 * The same, run by run: three Chinese characters link paragraphs at most six apart if they stand in at most eight of them,
 * or in 24 that lie close together, the more the rarer they are in texts at large.
 */
function linkPlainly(paragraphs: readonly string[]): number[] {
  const homes = new Map<string, number[]>();
  paragraphs.forEach((text, p) => {
    const runs = Array.from(text.matchAll(/(?=(\p{Script=Han}{3}))/gu), (match) => match[1] as string);
    for (const run of new Set(runs)) homes.set(run, [...(homes.get(run) ?? []), p]);
  });
  const weights = paragraphs.map(() => 0).concat(0);
  for (const [run, own] of homes) {
    const [left, middle, right] = [0, 1, 2].map((k) => run.charCodeAt(k)) as [number, number, number];
    const says = Math.min(1.2, Math.max(0.1, (rarityOf(left, middle, right) - 13) / 10));
    const spread = (own.at(-1) as number) - (own[0] as number) + 1;
    if (own.length > 8 && (own.length > 24 || own.length < 0.35 * spread)) continue;
    own.slice(1).forEach((b, k) => {
      const a = own[k] as number;
      if (b - a > 6) return;
      const weight = (says * (1 - Math.log(own.length) / Math.log(paragraphs.length + 1))) / (b - a);
      for (let gap = a + 1; gap <= b; gap++) weights[gap] = (weights[gap] as number) + weight;
    });
  }
  return weights;
}

test('whom a feature is about links its paragraphs, however many name him; the name of the district does not', () => {
  const told = ['班国祥跪在井盖旁。', '徒弟不敢动。'];
  const feature = Array.from({ length: 20 }, (_, k) => told[k % 2] as string);
  const across = (paragraphs: string[]) => linkParagraphs(paragraphs, numberPairs(paragraphs))[10] as number;
  expect(across([...feature, ...Array(20).fill('别处。')])).toBeGreaterThan(0.15);
  const scattered = Array.from({ length: 60 }, (_, k) => (k % 5 === 0 ? '荻塘区里。' : '别处。'));
  expect(across(scattered)).toBe(0);
});

test('a name links two paragraphs, what every text says does not: two reports with a 负责人 are not taken for one', () => {
  const across = (run: string): number => {
    const paragraphs = [`村里的${run}来了。`, `${run}也说好。`, '别处。', '另一处。'];
    return linkParagraphs(paragraphs, numberPairs(paragraphs))[1] as number;
  };
  expect(across('卢沟桥')).toBeGreaterThan(0.15);
  for (const run of ['负责人', '进一步', '近年来']) expect(across(run)).toBeLessThan(0.15);
});

test('names link paragraphs as when each run is looked for by itself: no article is torn or joined by a slip of numbers', () => {
  // Mostly one character, so that some runs stand in more paragraphs than a name does.
  const paragraph = fc
    .array(fc.constantFrom('丰', '丰', '丰', '台', '，'), { maxLength: 12, size: 'max' })
    .map((characters) => characters.join(''));
  fc.assert(
    fc.property(fc.array(paragraph, { maxLength: 48, size: 'max' }), (paragraphs) => {
      const links = linkParagraphs(paragraphs, numberPairs(paragraphs));
      linkPlainly(paragraphs).forEach((weight, gap) => {
        expect(links[gap]).toBeCloseTo(weight);
      });
    }),
  );
});

test('a pair of characters does not reach from one paragraph into the next: what ends one says nothing of both', () => {
  const { numbers, count } = numberPairs(['丰台', '区委，丰台']);
  expect([...numbers]).toEqual([0, 1, 0, 2, 0, 0, 1]);
  expect(count).toBe(2);
});
