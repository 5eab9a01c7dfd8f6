import { readdirSync, readFileSync } from 'node:fs';

/** An invented article, as the fixtures hold it. Dates stand as `{-2}` (days from the issue), years as `{Y}`. */
export interface InventedArticle {
  readonly id: string;
  readonly kicker?: string;
  readonly headline?: string;
  readonly deck?: string;
  readonly section?: string;
  readonly byline?: string;
  readonly blocks: readonly { readonly kind: string; readonly text: string }[];
}

const FOLDER = new URL('../../tests/fixtures/articles/', import.meta.url);

/** The invented articles of tests/fixtures/articles, in the order of the names of their files, by file. */
export function readInvented(): { source: string; articles: InventedArticle[] }[] {
  return readdirSync(FOLDER)
    .sort()
    .map((source) => ({ source, articles: JSON.parse(readFileSync(new URL(source, FOLDER), 'utf8')) }));
}
