import { readdirSync, readFileSync } from 'node:fs';
import type { InventedArticle } from './compose-pages.ts';

const FOLDER = new URL('../../tests/fixtures/articles/', import.meta.url);

/** The invented articles of tests/fixtures/articles, in the order of the names of their files, by file. */
export function readInvented(): { source: string; articles: InventedArticle[] }[] {
  return readdirSync(FOLDER)
    .sort()
    .map((source) => ({ source, articles: JSON.parse(readFileSync(new URL(source, FOLDER), 'utf8')) }));
}
