import { expect, test } from 'vitest';
import { measureOrder, ndcg } from '../../scripts/bench/search/measure-order.ts';

test('NDCG@10 is 1 for the best first, less for the worst first, and looks at ten', () => {
  expect(ndcg([5, 3, 1], [1, 5, 3])).toBe(1);
  expect(ndcg([1, 3, 5], [1, 5, 3])).toBeCloseTo(
    (1 + 3 / Math.log2(3) + 5 / 2) / (5 + 3 / Math.log2(3) + 1 / 2),
  );
  expect(ndcg([...Array(10).fill(2), 1], [...Array(11).fill(2)])).toBe(1);
});

test('headline first costs against frequency alone, and not against headline with frequency; one answer is no order', () => {
  const question = {
    phrase: '丰台',
    isTerm: true,
    counts: new Map([
      ['often', 5],
      ['headline', 2],
    ]),
    inHeadline: new Map([['headline', 1]]),
  };
  const alone = { ...question, isTerm: false, counts: new Map([['often', 5]]), inHeadline: new Map() };
  const names = ['headline', 'often'];
  const order = measureOrder([
    { question, names },
    { question: alone, names: [] },
  ]);
  expect(order.byFrequency).toBeCloseTo((2 + 5 / Math.log2(3)) / (5 + 2 / Math.log2(3)));
  expect(order.termsByFrequency).toBe(order.byFrequency);
  expect(order.byHeadlineAndFrequency).toBe(1);
});
