import { loadedArticles } from '../loader/loaded-articles.ts';
import { byPlace } from '../loader/read-content.ts';
import type { Article } from '../model.ts';

let all: { version: number; articles: Article[] } | undefined;

/**
 * All articles by date, page and reading order; withdrawn ones too, so that their addresses stay.
 * An article that nobody changed stays the same object.
 */
export async function getArticles(): Promise<Article[]> {
  const { version, articles } = loadedArticles();
  if (all?.version !== version)
    all = { version, articles: [...articles.values()].map(({ article }) => article).sort(byPlace) };
  return all.articles;
}

/** All articles but the withdrawn: what lists, feeds, search and data show. */
export async function getPublishedArticles(): Promise<Article[]> {
  return (await getArticles()).filter((article) => article.status !== 'withdrawn');
}
