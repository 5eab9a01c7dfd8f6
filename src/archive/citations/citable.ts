import { type Article, type Issue, UNKNOWN_PAGE } from '../../model.ts';

/** What a citation is made of. */
export interface Citable {
  /** Name of the article, `<date>/<id>`. */
  name: string;
  /** Absent when the article is withdrawn: then its address alone is cited. */
  title?: string;
  deck?: string;
  authors: readonly string[];
  newspaper: string;
  /** The archive that holds it. */
  archive: string;
  /** `YYYY-MM-DD`. */
  date: string;
  /** The page does not print the date. */
  inferred: boolean;
  /** Printed pages, two digits each, in order; none where nobody knows. */
  pages: readonly string[];
  /** Section of the page (栏目). */
  section?: string;
  reprintedFrom?: string;
  /** Full address. */
  url: string;
}

/**
 * What is cited of an article. A report that is continued from or on another page is cited with both pages,
 * as its jump line says, whether or not the archive has the other part.
 *
 * @param article the article
 * @param context its issue, the names of newspaper and archive, its full address
 */
export function toCitable(
  article: Article,
  context: { issue: Issue | undefined; newspaper: string; archive: string; url: string },
): Citable {
  const { issue, newspaper, archive, url } = context;
  const withdrawn = article.status === 'withdrawn';
  const pages = [article.jumpFrom, article.page, article.jumpTo].filter(
    (page) => page !== undefined && page !== UNKNOWN_PAGE,
  ) as string[];
  return {
    name: article.name,
    ...(!withdrawn && { title: article.headline }),
    ...(!withdrawn && article.deck !== undefined && { deck: article.deck }),
    authors: withdrawn ? [] : [...new Set(article.bylines.map(({ name }) => name))],
    newspaper,
    archive,
    date: article.date,
    inferred: issue?.dateSource !== 'printed',
    pages: [...new Set(pages)].sort(),
    ...(!withdrawn && article.section !== undefined && { section: article.section }),
    ...(!withdrawn && article.reprintedFrom !== undefined && { reprintedFrom: bare(article.reprintedFrom) }),
    url,
  };
}

const bare = (source: string) => source.replace(/^《|》$/gu, '');

/** How the title of a withdrawn article reads in a citation. */
export const WITHDRAWN_TITLE = '（此文已撤下）';

/** 01-02 where pages follow one another, 01, 03 where they do not. */
export function formatPages(pages: readonly string[], separator: string): string {
  const runs: string[][] = [];
  for (const page of pages) {
    const run = runs.at(-1);
    if (run && Number(run.at(-1)) + 1 === Number(page)) run.push(page);
    else runs.push([page]);
  }
  return runs.map((run) => (run.length > 1 ? `${run[0]}-${run.at(-1)}` : run[0])).join(separator);
}
