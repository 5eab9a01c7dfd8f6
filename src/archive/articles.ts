import { getCollection } from 'astro:content';
import { byPlace } from '../loader/read-content.ts';
import type { Article } from '../model.ts';

let all: Promise<Article[]> | undefined;

/**
 * All articles by date, page and reading order; withdrawn ones too, so that their addresses stay.
 * Read once for a build.
 */
export function getArticles(): Promise<Article[]> {
  if (import.meta.env.PROD && all) return all;
  all = getCollection('articles').then((entries) =>
    entries.map((entry) => entry.data as Article).sort(byPlace),
  );
  return all;
}

/** All articles but the withdrawn: what lists, feeds, search and data show. */
export async function getPublishedArticles(): Promise<Article[]> {
  return (await getArticles()).filter((article) => article.status !== 'withdrawn');
}
