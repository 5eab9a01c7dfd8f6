import { type Article, type Issue, type Page, UNKNOWN_PAGE } from '../model.ts';
import { getArticleIndex } from './article-index.ts';

/** A page of an issue as it is drawn: one that the archive has, or one that must have been and is missing. */
export interface Sheet {
  page: string;
  /** Absent: the page is not in the archive. */
  known?: Page;
  articles: readonly Article[];
  /** Articles on other pages of the issue whose other part stood on this one. */
  referredBy: number;
}

/**
 * The pages of an issue in order. A page that the archive lacks is among them when a jump line names it, or
 * a later page is there: pages are numbered without gaps.
 *
 * @param issue the issue
 */
export async function getSheets(issue: Issue): Promise<Sheet[]> {
  const { byPage, byDate } = await getArticleIndex();
  const references = new Map<string, number>();
  for (const { jumpFrom, jumpTo } of byDate.get(issue.date) ?? []) {
    for (const page of [jumpFrom, jumpTo]) if (page) references.set(page, (references.get(page) ?? 0) + 1);
  }
  const known = new Map(issue.pages.map((page) => [page.page, page]));
  const last = Math.max(0, ...[...known.keys(), ...references.keys()].map(Number));
  const numbers = Array.from({ length: last }, (_, index) => String(index + 1).padStart(2, '0'));
  if (known.has(UNKNOWN_PAGE)) numbers.push(UNKNOWN_PAGE);
  return numbers.map((page) => {
    const knownPage = known.get(page);
    return {
      page,
      ...(knownPage && { known: knownPage }),
      articles: byPage.get(`${issue.date}/p${page}`) ?? [],
      referredBy: knownPage ? 0 : (references.get(page) ?? 0),
    };
  });
}
