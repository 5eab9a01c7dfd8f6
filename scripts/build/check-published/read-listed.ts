import { closeUp, forReaders } from './as-shown.ts';

/** Pages that list articles under their headlines: the front page, issues, newspaper pages, topics and their years. */
const LISTING = /^(?:\d{4}-\d{2}-\d{2}\/(?:p\d{2}\/)?|topics\/[^/]+\/(?:\d{4}\/)?)?index\.html$/u;
const HEADLINE = /<h[1-6] class="headline"><a href="[^"]*?([\d-]{10}\/p\d{2}-\d{3,})\/">(.*?)<\/a>/gs;
const TAG = /<[^>]*>/g;

/**
 * The articles that a page lists.
 *
 * @param file path of the page in the published folder
 * @param html the page, a character for each byte
 * @returns names of the articles, each with its headline after a space, in the entities of the page and without spaces; none
 *   where the page is none that lists
 */
export function readListed(file: string, html: string): string[] | undefined {
  if (!LISTING.test(file)) return undefined;
  return [...html.matchAll(HEADLINE)].map(
    ([, name, headline]) => `${name} ${forReaders(closeUp(headline!.replace(TAG, '')))}`,
  );
}
