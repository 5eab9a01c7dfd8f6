import { describe, expect, test } from 'vitest';
import { encodeWeight, unitAt, weighContinuation } from '../../scripts/pipeline/continuations.ts';

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
