import type { Article, Furniture, Removal, Span } from '../model.ts';
import type { Part } from './list-parts.ts';
import { charactersOfLines, type PageCharacters } from './page-characters.ts';

/** What is aligned: a scan, the articles of its page in reading order, and what is listed as not published. */
export interface PageInput {
  /** Lines of the scan. */
  lines: readonly string[];
  articles: readonly Article[];
  furniture: readonly Furniture[];
  removed: readonly Removal[];
}

/** Who owns a character of the scan. */
export type Owner =
  | { kind: 'part'; part: Part }
  | { kind: 'furniture'; index: number }
  | { kind: 'removed'; index: number }
  | { kind: 'withdrawn'; article: Article };

/** A listed span that does not hold the text it is listed with, or that is listed twice. */
interface TakenProblem {
  list: 'furniture' | 'removed';
  index: number;
  span: Span;
  listed: string;
  found: string;
}

/** A page with every character of its scan given to an owner, or to none: then it is lost. */
export interface AlignedPage extends PageInput {
  characters: PageCharacters;
  /** Index into `owners` for each character, −1 for none. */
  owner: Int32Array;
  /** Indexes of the characters in the order in which they are gone through; that of the scan where it is left out. */
  order?: Int32Array;
  owners: Owner[];
  /** Parts of all published articles, in reading order. */
  parts: Part[];
  /** Listed spans that do not hold what they say. */
  problems: TakenProblem[];
}

/** Ranges of characters that an article claims by its lines. */
export function claimsOf(page: AlignedPage, article: Article): (readonly [number, number])[] {
  return article.lines
    .map(([first, last]) => charactersOfLines(page.characters, first, last))
    .filter(([from, to]) => to > from);
}
