import { beginningOf } from '../../scripts/pipeline/characters.ts';
import type { Article } from '../model.ts';

const DATELINE = /^本报讯(?:（[^）]*）|\([^)]*\))?\s*/u;
const SENTENCE_END = /[。！？][”’）]*/gu;

/** Number of characters of an article's blocks, spaces not counted. */
export function lengthOf(article: Article): number {
  let length = lengths.get(article);
  if (length === undefined) {
    length = article.blocks.reduce((sum, { text }) => sum + text.replace(/\s/gu, '').length, 0);
    lengths.set(article, length);
  }
  return length;
}

/** Asked for by an article's own page, and by the drawings of its newspaper page on all pages of the issue. */
const lengths = new WeakMap<Article, number>();

/** Number of paragraphs. */
export const paragraphsOf = (article: Article) =>
  article.blocks.filter((block) => block.kind === 'paragraph').length;

/**
 * The beginning of an article without its dateline, in whole sentences where one ends in time.
 *
 * @param article the article
 * @param longest most characters wanted
 * @returns empty where the article has no text but captions and credits
 */
export function excerptOf(article: Article, longest: number): string {
  const first = article.blocks.find((block) => block.kind === 'paragraph')?.text.replace(DATELINE, '') ?? '';
  return shorten(first, longest);
}

/** Cuts a text after the last sentence that fits, or after a clause, with …… where it is cut inside one. */
export function shorten(text: string, longest: number): string {
  if (text.length <= longest) return text;
  let end = 0;
  for (const match of text.matchAll(SENTENCE_END)) {
    const after = match.index + match[0].length;
    if (after > longest) break;
    end = after;
  }
  if (end >= longest / 3) return text.slice(0, end);
  const clause = beginningOf(text, longest).replace(/[，、；：][^，、；：]*$/u, '');
  return `${clause}……`;
}
