import { hash } from 'node:crypto';
import { join } from 'node:path';
import { digestBytes } from '../keep-files.ts';
import { checkLinkedData } from './check-linked-data.ts';
import { listLinks } from './check-links.ts';
import { checkPage } from './check-pages.ts';
import { checkSaid } from './check-said.ts';
import { findHidden } from './find-hidden.ts';
import { type AlikeParts, makeAlikeParts } from './known-stretches.ts';
import { textOfPage } from './page-text.ts';
import type { PageFacts, ShownArticle } from './published-page.ts';
import { readBytes } from './read-bytes.ts';
import { isEvidence, readEvidence, type ShownText } from './read-evidence.ts';
import { readListed } from './read-listed.ts';
import { readPage } from './read-page.ts';

/** A page that may have to be read: its path, its digest if it is known, and the digest under which its facts are known. */
export interface PageToRead {
  file: string;
  digest?: string;
  known?: string;
}

/** A page that was read; without facts where they are those that are known. */
export interface ReadPage {
  file: string;
  digest: string;
  facts?: PageFacts;
}

/**
 * Makes what reads pages of the folder that is about to be published.
 *
 * @param where the folder, origin and base path of the site
 */
export function makePageReader({
  dist,
  ...where
}: {
  dist: string;
  site: string;
  base: string;
}): (page: PageToRead) => Promise<ReadPage> {
  const alike = makeAlikeParts();
  return async ({ file, digest: given, known }) => {
    // At once: to wait for each page takes longer than to read it.
    const bytes = readBytes(join(dist, file));
    const digest = given ?? digestBytes(bytes);
    return { file, digest, ...(digest !== known && { facts: factsOf(bytes, file, where, alike) }) };
  };
}

/** A digest of what a page must show of an article. */
export const digestText = (
  { kicker, headline, deck, section, subheads }: Omit<ShownArticle, 'name' | 'blocks' | 'misplaced'>,
  blocks: Iterable<string>,
): string => {
  const texts = [kicker, headline.trim(), deck, section || null, subheads, ...blocks];
  return hash('sha256', JSON.stringify(texts), 'base64url').slice(0, 22);
};

/** A digest of what a page shows of a scan. @param shown a character for each byte */
export const digestEvidence = (shown: readonly ShownText[]): string => {
  const all = shown.map(({ anchor, text }) => `${anchor} ${text}`).join('\n');
  return hash('sha256', Buffer.from(all, 'latin1'), 'base64url').slice(0, 22);
};

/** A text that was cut out of a page holds the whole page in memory; its copy holds only itself. */
const copyText = (text: string): string => Buffer.from(text, 'utf8').toString('utf8');

/** One line is the text itself. */
const joinLines = (lines: readonly string[]): string =>
  lines.length === 1 ? copyText(lines[0]!) : lines.join('\n');

/** Blocks by their numbers: a picture may stand elsewhere on the page than in the text. */
const inOrder = (blocks: ReadonlyMap<string, string>): string[] =>
  [...blocks].sort(([a], [b]) => Number(a.slice(1)) - Number(b.slice(1))).map(([, text]) => text);

/**
 * Reads a page, checks what can be seen of it alone, and keeps what is compared with other pages.
 *
 * @param bytes the page
 * @param file its path in the published folder
 * @param where origin and base path of the site
 * @param alike what is known from its other pages
 */
function factsOf(
  bytes: Buffer,
  file: string,
  where: { site: string; base: string },
  alike: AlikeParts,
): PageFacts {
  const text = textOfPage(bytes);
  const page = readPage(bytes, file, text, alike);
  const linkedData = checkLinkedData(page);
  const { faults, links } = listLinks(page, where, linkedData.addresses);
  const title = page.title?.trim();
  const listed = readListed(file, text.html);
  return {
    bytes: page.bytes,
    faults: [
      ...checkPage(page),
      ...findHidden(bytes, text),
      ...linkedData.faults,
      ...checkSaid(page, linkedData.things),
      ...faults,
    ].map(copyText),
    ...(title && !page.hidden && !page.redirect && { title: copyText(title) }),
    unlisted: page.hidden || page.redirect,
    links: joinLines(links),
    ids: joinLines([...page.ids]),
    ...(isEvidence(file) && { evidence: digestEvidence(readEvidence(text.html)) }),
    ...(listed && { listed: listed.map(copyText) }),
    ...(page.article && {
      article: {
        name: copyText(page.article.name),
        blocks: page.article.blocks.size,
        text: digestText(page.article, inOrder(page.article.blocks)),
      },
    }),
  };
}
