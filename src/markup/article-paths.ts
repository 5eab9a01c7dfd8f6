import { keyOfArticle } from '../archive/page-keys.ts';
import type { Article } from '../model.ts';
import { offerPage, type WrittenPage } from './written-page.ts';

/** A page as Astro is told of it: where it lies, whose it is, and the key while which is the same it need not be made anew. */
export interface ArticlePath {
  params: { date: string; id: string };
  props: { article: Article };
  cacheKey: string | undefined;
}

/**
 * The pages of one kind that articles have, for `getStaticPaths`; each is offered to the build as well.
 *
 * @param articles that have such a page
 * @param urlOf address of the page of an article, by the article's name
 * @param write makes the page
 */
export const listArticlePaths = (
  articles: readonly Article[],
  urlOf: (name: string) => string,
  write: (article: Article) => Promise<WrittenPage>,
): Promise<ArticlePath[]> =>
  Promise.all(
    articles.map(async (article) => {
      offerPage(urlOf(article.name), () => write(article));
      return {
        params: { date: article.date, id: article.id },
        props: { article },
        cacheKey: await keyOfArticle(article),
      };
    }),
  );
