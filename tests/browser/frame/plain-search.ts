import { fileURLToPath } from 'node:url';
import { collectSearched } from '../../../scripts/build/index-search.ts';
import type { SearchInput } from '../../../scripts/build/search/write-search.ts';
import { readContent } from '../../../src/loader/read-content.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const { articles } = collectSearched(await readContent(root));

/** An article of the archive with nothing but plain means: what the search is measured against. */
export interface PlainArticle extends SearchInput {
  name: string;
  /** Headline, kicker, deck. */
  heads: string[];
  /** Every stretch of text that a match may not leave. */
  texts: string[];
}

/** The archive, oldest first. */
export const archive: PlainArticle[] = articles.map((article) => {
  const { date, id, headline, kicker, deck, blocks } = article;
  const heads = [headline, ...(kicker ? [kicker] : []), ...(deck ? [deck] : [])].map(plain);
  return { ...article, name: `${date}/${id}`, heads, texts: [...heads, ...blocks.map(plain)] };
});

/** Width and case made one; the archive prints no traditional characters, and publishes no quotation marks but “” and ‘’. */
function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** Names of the articles that fit, sorted. */
export const namesWhere = (fits: (article: PlainArticle) => boolean): string[] =>
  archive
    .filter(fits)
    .map(({ name }) => name)
    .sort();

/** Whether a text stands in an article. */
export const holds = (article: PlainArticle, text: string): boolean =>
  article.texts.some((own) => own.includes(plain(text)));

/** How often a text stands in an article. */
export const countIn = (article: PlainArticle, text: string): number =>
  article.texts.reduce((sum, own) => sum + own.split(plain(text)).length - 1, 0);
