import type { Article } from '../model.ts';
import { getArticles } from './articles.ts';
import { formatDate } from './dates.ts';
import { once } from './once.ts';
import { pageLabel } from './urls.ts';

const placeOf = (article: Article) =>
  `${article.headline}（${formatDate(article.date)}${pageLabel(article.page)}）`;

/** How often each headline stands in the archive, and in each page: 简讯 and 图片新闻 come again and again. */
const countHeadlines = once(async () => {
  const counts = new Map<string, number>();
  for (const article of await getArticles()) {
    for (const key of [article.headline, placeOf(article)]) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
});

/**
 * The title of an article's page: its headline; where the archive has another article of that headline, with date
 * and page; where even the page has two, with the article's id. No two articles have the same.
 */
export async function titleOf(article: Article): Promise<string> {
  const counts = await countHeadlines();
  if ((counts.get(article.headline) ?? 0) < 2) return article.headline;
  const place = placeOf(article);
  return (counts.get(place) ?? 0) < 2 ? place : `${place} ${article.id}`;
}
