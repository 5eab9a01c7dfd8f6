import { getSettings } from '../archive/settings.ts';
import { absoluteUrl } from '../archive/urls.ts';
import { type DocumentFacts, framesOf, writeDocumentParts } from './document.ts';
import { html, type Markup } from './html.ts';
import { offeredPages } from './offered-pages.ts';

/** A page that is written as text: what it says of itself, and its content. */
export interface WrittenPage {
  document: DocumentFacts;
  /** What it adds to the head. */
  head?: Markup;
  main: Markup;
}

/**
 * Offers a page to the build, which need not ask Astro for it.
 *
 * @param address of the page, from the root of the host
 * @param write makes it
 */
export function offerPage(address: string, write: () => Promise<WrittenPage>): void {
  // An editor's own server shows the one page that is asked for.
  if (!import.meta.env.PROD) return;
  offeredPages().set(decodeURI(address), async () => {
    const [page, { name }] = [await write(), await getSettings()];
    const frames = framesOf(page.document);
    const { head, headEnd, opening } = writeDocumentParts(page.document, absoluteUrl(address), name);
    return {
      frame: `${frames.head} ${frames.top}`,
      parts: [head, html`${page.head}${headEnd}`, html`${opening}${page.main}`],
    };
  });
}
