import type { Article } from '../model.ts';
import { getArticleIndex } from './article-index.ts';
import { getIssues } from './issues.ts';
import { once } from './once.ts';

/** What stands before and after something in the order of the paper. */
export interface Neighbours<T> {
  before?: T;
  after?: T;
}

/** Articles before and after one: on its page, and in its issue. */
interface ArticleNeighbours {
  page: Neighbours<Article>;
  issue: Neighbours<Article>;
}

/** Neighbours of every published article by its name. */
export const getArticleNeighbours = once(async (): Promise<ReadonlyMap<string, ArticleNeighbours>> => {
  const { byDate } = await getArticleIndex();
  const neighbours = new Map<string, ArticleNeighbours>();
  for (const articles of byDate.values()) {
    articles.forEach((article, index) => {
      const issue = around(articles[index - 1], articles[index + 1]);
      const same = (other?: Article) => (other?.page === article.page ? other : undefined);
      neighbours.set(article.name, { issue, page: around(same(issue.before), same(issue.after)) });
    });
  }
  return neighbours;
});

/** Dates of the issues before and after each issue, by date. */
export const getIssueNeighbours = once(async (): Promise<ReadonlyMap<string, Neighbours<string>>> => {
  const dates = (await getIssues()).map((issue) => issue.date);
  return new Map(dates.map((date, index) => [date, around(dates[index - 1], dates[index + 1])]));
});

const around = <T>(before: T | undefined, after: T | undefined): Neighbours<T> => ({
  ...(before !== undefined && { before }),
  ...(after !== undefined && { after }),
});
