import { type CharacterMap, type Folded, fold } from './fold.ts';
import { SEPARATOR } from './tokens.ts';

/** An article as the search shows and marks it; written beside the index, read in the browser. */
export interface SearchedArticle {
  id: string;
  headline: string;
  kicker?: string;
  deck?: string;
  /** `丁文` in the order of the page; empty where nobody signed. */
  reporters: string[];
  /** Text of each block. Empty where all of it is in the headline. */
  blocks: string[];
}

/** A stretch of searched text that a match never leaves: headline, kicker, deck or a block. */
export interface Part {
  kind: 'headline' | 'kicker' | 'deck' | 'block';
  /** Counts blocks from 0; absent for headline, kicker and deck. */
  block?: number;
  text: string;
  folded: Folded;
  /** Place of its first unit, counted from the article's first. */
  start: number;
}

/**
 * The parts of an article in the order in which they are indexed. Headline, kicker and deck stand first.
 *
 * @returns the parts, how many places they take with the separator after each, and how many of these are
 *   headline, kicker and deck
 */
export function partsOf(
  article: Pick<SearchedArticle, 'headline' | 'kicker' | 'deck' | 'blocks'>,
  map: CharacterMap,
): { parts: Part[]; length: number; headLength: number } {
  const parts: Part[] = [];
  let start = 0;
  let headLength = 0;
  const add = (kind: Part['kind'], text: string | undefined, block?: number) => {
    if (text === undefined) return;
    const folded = fold(text.replaceAll(SEPARATOR, '\ufffe'), map);
    parts.push({ kind, text, folded, start, ...(block === undefined ? {} : { block }) });
    start += folded.text.length + 1;
    if (kind !== 'block') headLength = start;
  };
  add('headline', article.headline);
  add('kicker', article.kicker);
  add('deck', article.deck);
  article.blocks.forEach((text, block) => {
    add('block', text, block);
  });
  return { parts, length: start, headLength };
}

/** The folded text of all parts with a separator after each: what is indexed. */
export const streamOf = (parts: readonly Part[]): string =>
  parts.map((part) => part.folded.text + SEPARATOR).join('');
