import { expect, test } from 'vitest';
import { listTopicYears, MOST_OF_YEAR } from '../../src/archive/topic-years.ts';
import { makeArticle } from './make-article.ts';

test('a year with many articles gets a page of its own, a quiet one does not', () => {
  const articles = [
    ...Array.from({ length: MOST_OF_YEAR + 1 }, (_, i) =>
      makeArticle({ date: '2025-05-06', id: `p02-${100 + i}` }),
    ),
    makeArticle({ date: '2024-05-06' }),
  ];
  const years = listTopicYears({ articles });
  expect(years.map(({ year, long }) => [year, long])).toEqual([
    ['2025', true],
    ['2024', false],
  ]);
  expect(years.flatMap((year) => year.articles)).toHaveLength(articles.length);
});
