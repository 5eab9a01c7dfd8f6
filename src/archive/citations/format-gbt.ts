import { type Citable, formatPages, WITHDRAWN_TITLE } from './citable.ts';

/** Most authors that GB/T 7714 names; of more, the first three and 等. */
const MOST_AUTHORS = 3;

/**
 * GB/T 7714—2025, newspaper article online: full-width ，（）; no access date where the date of publication is
 * known. A date that is not printed stands in square brackets, and then the access date is given.
 *
 * @param citable what is cited
 * @param accessed day on which the reader looked, `YYYY-MM-DD`
 */
export function formatGbt2025(citable: Citable, accessed?: string): string {
  const { title, deck, newspaper, pages, url } = citable;
  const authors = joinAuthors(citable.authors, '，', '，等');
  const page = pages.length > 0 ? `（${formatPages(pages, '，')}）` : '';
  const seen = accessed && citable.inferred ? `[${accessed}]` : '';
  return `${authors}${title ?? WITHDRAWN_TITLE}${deck ? `：${deck}` : ''}[N/OL]. ${newspaper}，${dateOf(citable)}${page}${seen}. ${url}.`;
}

/**
 * GB/T 7714—2015, newspaper article online: half-width marks; the access date in square brackets.
 *
 * @param citable what is cited
 * @param accessed day on which the reader looked, `YYYY-MM-DD`
 */
export function formatGbt2015(citable: Citable, accessed?: string): string {
  const { title, deck, newspaper, pages, url } = citable;
  const authors = joinAuthors(citable.authors, ', ', ', 等');
  const page = pages.length > 0 ? `(${formatPages(pages, ', ')})` : '';
  const seen = accessed ? `[${accessed}]` : '';
  return `${authors}${title ?? WITHDRAWN_TITLE}${deck ? `: ${deck}` : ''}[N/OL]. ${newspaper}, ${dateOf(citable)}${page}${seen}. ${url}.`;
}

const dateOf = ({ date, inferred }: Citable) => (inferred ? `[${date}]` : date);

function joinAuthors(authors: readonly string[], separator: string, more: string): string {
  if (authors.length === 0) return '';
  const named = authors.slice(0, MOST_AUTHORS).join(separator);
  return `${named}${authors.length > MOST_AUTHORS ? more : ''}. `;
}
