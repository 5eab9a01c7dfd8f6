import { type Article, type Issue, UNKNOWN_PAGE } from '../model.ts';
import { getArticleIndex } from './article-index.ts';
import { getIssues } from './issues.ts';
import { once } from './once.ts';
import { getOtherParts, type OtherPart } from './parts.ts';
import { getSheets, type Sheet } from './sheets.ts';
import { getYears, type YearShelf } from './years.ts';

/** What the archive lacks or does not know for certain. */
interface Missing {
  /** Months without an issue, per year; a year without any has all twelve. */
  years: { year: YearShelf; months: number[] }[];
  /** Pages that must have been, and are not there. */
  pages: { issue: Issue; absent: Sheet[] }[];
  parts: { article: Article; part: OtherPart }[];
  inferredDates: Issue[];
  /** Pages whose number is inferred or unknown. */
  uncertainPages: { issue: Issue; page: string; known: 'inferred' | 'unknown' }[];
  derivedHeadlines: Article[];
}

/** Everything that is missing, computed once for a build. */
export const getMissing = once(async (): Promise<Missing> => {
  const issues = await getIssues();
  const { published } = await getArticleIndex();
  const pages: Missing['pages'] = [];
  for (const issue of issues) {
    const absent = (await getSheets(issue)).filter((sheet) => !sheet.known);
    if (absent.length > 0) pages.push({ issue, absent });
  }
  const parts: Missing['parts'] = [];
  for (const article of published) {
    for (const part of await getOtherParts(article)) if (!part.article) parts.push({ article, part });
  }
  return {
    years: (await getYears()).map((year) => ({
      year,
      months: year.months
        .filter((month) => month.issues.length === 0)
        .map((month) => Number(month.month.slice(5))),
    })),
    pages,
    parts,
    inferredDates: issues.filter((issue) => issue.dateSource === 'inferred'),
    uncertainPages: issues.flatMap((issue) =>
      issue.pages
        .filter((page) => page.page === UNKNOWN_PAGE || page.pageSource === 'inferred')
        .map((page) => ({
          issue,
          page: page.page,
          known: page.page === UNKNOWN_PAGE ? ('unknown' as const) : ('inferred' as const),
        })),
    ),
    derivedHeadlines: published.filter((article) => article.headlineSource === 'derived'),
  };
});
