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
 * Places at which parts and articles begin are multiples of these: whoever corrects a word moves the places of its
 * block, seldom those of the others, and an index whose places stand is the same file as before.
 */
const PART_GRID = 16;
const ARTICLE_GRID = 64;

const roundUp = (place: number, grid: number): number => Math.ceil(place / grid) * grid;

/** The parts of an article, and the places that they take. */
export interface Parts {
  parts: Part[];
  /** With the separators after each part. */
  length: number;
  /** Of these, headline, kicker and deck. */
  headLength: number;
}

/** The parts of an article in the order in which they are indexed. Headline, kicker and deck stand first. */
export function partsOf(
  article: Pick<SearchedArticle, 'headline' | 'kicker' | 'deck' | 'blocks'>,
  map: CharacterMap,
): Parts {
  const parts: Part[] = [];
  let start = 0;
  let headLength = 0;
  const add = (kind: Part['kind'], text: string | undefined, block?: number) => {
    if (text === undefined) return;
    const folded = fold(text.replaceAll(SEPARATOR, '\ufffe'), map);
    parts.push({ kind, text, folded, start, ...(block === undefined ? {} : { block }) });
    // One separator at least.
    start = roundUp(start + folded.text.length + 1, PART_GRID);
    if (kind !== 'block') headLength = start;
  };
  add('headline', article.headline);
  add('kicker', article.kicker);
  add('deck', article.deck);
  article.blocks.forEach((text, block) => {
    add('block', text, block);
  });
  return { parts, length: roundUp(start, ARTICLE_GRID), headLength };
}

/** The folded text of all parts, each at its place, with separators between: what is indexed. */
export function streamOf({ parts, length }: Parts): string {
  let stream = '';
  for (const { start, folded } of parts) stream = stream.padEnd(start, SEPARATOR) + folded.text;
  return stream.padEnd(length, SEPARATOR);
}
