import { describe, expect, test } from 'vitest';
import { encodeWeight, rarityOf, scaleRarity, unitAt, weighContinuation } from '../../scripts/pipeline/continuations.ts';

describe('a row goes on where its characters go on, not where any row stands', () => {
  test.each([
    ['累计整治街', '巷126条', '的满意率'],
    ['全区生产总值同比增', '长6.2%', '居民满意'],
    ['据新华社报', '道，近日', '长6.2%'],
    ['记者从区人民政', '府获悉', '居民满意'],
  ])('%s goes on with %s rather than with %s', (left, right, other) => {
    expect(weighContinuation(left, right)).toBeGreaterThan(2);
    expect(weighContinuation(left, right) - weighContinuation(left, other)).toBeGreaterThan(3);
  });

  test('an empty row says nothing, an unknown character is no error', () => {
    expect(weighContinuation('', '丰台')).toBe(0);
    expect(weighContinuation('丰台', '')).toBe(0);
    expect(Number.isFinite(weighContinuation('\ud83d\ude00', '\ud83d\ude00'))).toBe(true);
    expect(Number.isFinite(weighContinuation('丰', '台'))).toBe(true);
  });

  test('one number is as likely as another', () => {
    expect(weighContinuation('同比增长', '3.5%')).toBe(weighContinuation('同比增长', '8.1%'));
    expect(unitAt('7z', 0)).toBe(unitAt('0a', 0));
    expect(unitAt('7z', 1)).toBe(unitAt('0B', 1));
  });

  test('weights keep within an eighth of a nat in the table', () => {
    for (const weight of [0, -0.1, -1, -3.37, -11.9]) {
      const code = encodeWeight(weight).charCodeAt(0);
      expect(Math.abs((0x30 - code) / 4 - weight)).toBeLessThanOrEqual(0.125);
    }
  });
});

describe('what every text says tells less than a name', () => {
  const rarity = (text: string): number =>
    rarityOf(...(text.split('').map((unit) => unit.charCodeAt(0)) as [number, number, number?]));

  test.each([
    ['工作', '连枝'],
    ['发展', '菖蒲'],
    ['负责人', '卢沟桥'],
    ['进一步', '班国祥'],
  ])('%s is less rare than %s', (frequent, rare) => {
    expect(rarity(rare) - rarity(frequent)).toBeGreaterThan(5);
  });

  test('three characters are no less rare than the first two of them; an unknown one is no error', () => {
    expect(rarity('负责人')).toBeGreaterThanOrEqual(rarity('负责'));
    expect(Number.isFinite(rarity('\ud83d\ude00'))).toBe(true);
  });

  test('on a scale the rarest says no more than most, the most frequent no less than least', () => {
    const scale = { from: 5, over: 10, least: 0.2, most: 1.5 };
    expect([0, 7, 10, 20, 99].map((nats) => scaleRarity(nats, scale))).toEqual([0.2, 0.2, 0.5, 1.5, 1.5]);
  });
});
