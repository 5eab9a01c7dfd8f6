import { expect, test } from 'vitest';
import { matchParts } from '../../src/archive/match-parts.ts';
import type { Article } from '../../src/model.ts';
import { makeArticle } from './make-article.ts';

const shelve = (articles: Article[]) =>
  Map.groupBy(articles, (article) => `${article.date}/p${article.page}`);
const ending = makeArticle({ id: 'p02-040', headline: '丰台锚定协同先行区', jumpFrom: '01' });

test('a jump line whose page is not in the archive is said to be missing', () => {
  expect(matchParts(ending, shelve([ending]))).toEqual([{ side: 'beginning', page: '01' }]);
});

test('parts are joined where both jump lines and the headlines fit', () => {
  const beginning = makeArticle({
    id: 'p01-010',
    headline: '丰台锚定“协同先行区”融入首都都市圈建设',
    jumpTo: '02',
  });
  const other = makeArticle({ id: 'p01-090', headline: '区委常委会召开会议', jumpTo: '02' });
  const shelf = shelve([beginning, other, ending]);
  expect(matchParts(ending, shelf)).toEqual([{ side: 'beginning', page: '01', article: beginning }]);
  expect(matchParts(beginning, shelf)).toEqual([{ side: 'end', page: '02', article: ending }]);
});

test('a continuation under another headline is joined only where there is one of each', () => {
  const beginning = makeArticle({ id: 'p01-010', headline: '全力冲刺一季度', jumpTo: '02' });
  expect(matchParts(ending, shelve([beginning, ending]))[0]?.article).toBe(beginning);
  const second = makeArticle({ id: 'p02-080', headline: '另一篇', jumpFrom: '01' });
  expect(matchParts(ending, shelve([beginning, ending, second]))).toEqual([
    { side: 'beginning', page: '01', uncertain: true },
  ]);
});

test('two that fit equally well are left open, not guessed', () => {
  const twins = ['p01-010', 'p01-050'].map((id) =>
    makeArticle({ id, headline: '丰台锚定协同先行区', jumpTo: '02' }),
  );
  expect(matchParts(ending, shelve([...twins, ending]))[0]).toEqual({
    side: 'beginning',
    page: '01',
    uncertain: true,
  });
});

test('a report that begins in its middle without a jump line lacks its beginning', () => {
  const headless = makeArticle({ doubts: [{ line: 1, message: '前半未收', code: 'beginningMissing' }] });
  expect(matchParts(headless, shelve([headless]))).toEqual([{ side: 'beginning' }]);
});
