import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readScan } from '../pipeline/1-lines/read-scan.ts';
import type { KnownPage } from './read-known-gaps.ts';

/** An article that is known to stand on a page; what it has not is left out or null. */
export interface KnownArticle {
  readonly kicker?: string | null;
  readonly headline?: string | null;
  readonly deck?: string | null;
  readonly blocks: readonly { readonly text: string }[];
}

/** A page with all that is known of its articles. */
export interface PageOfArticles extends KnownPage {
  readonly articles: readonly KnownArticle[];
}

/**
 * Reads pages whose articles are known: `<name>.gold.json` says them, `<name>.txt` is the page.
 * @param folder where what is known stands
 * @param scans where the pages stand
 */
export function readKnownPages(folder: string, scans = folder): PageOfArticles[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.gold.json'))
    .sort()
    .map((file) => {
      const name = file.replace('.gold.json', '.txt');
      const { articles } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as {
        articles: KnownArticle[];
      };
      return {
        text: readScan(readFileSync(join(scans, name)), name),
        articles,
        bodies: articles.map(({ blocks }) => blocks.map(({ text }) => text).join('')),
      };
    });
}
