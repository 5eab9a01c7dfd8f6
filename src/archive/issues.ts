import { getCollection } from 'astro:content';
import { type Issue, type Page, UNKNOWN_PAGE } from '../model.ts';
import { getArticleIndex } from './article-index.ts';
import { once } from './once.ts';

const FROM_FOLDER = '据扫描文本所放的文件夹；还没有人对照版面核定。';

/**
 * All issues, oldest first. An issue of which only scans or articles are there is shown too: its date and
 * pages are those of the folder, and said to be so.
 */
export const getIssues = once(async (): Promise<readonly Issue[]> => {
  const issues = new Map((await getCollection('issues')).map((entry) => [entry.id, entry.data as Issue]));
  const { byDate } = await getArticleIndex();
  for (const [date, articles] of byDate) {
    const known = issues.get(date);
    const pages = new Map(known?.pages.map((page) => [page.page, page]));
    for (const { page } of articles) if (!pages.has(page)) pages.set(page, pageFromFolder(page));
    if (known && pages.size === known.pages.length) continue;
    issues.set(date, {
      ...(known ?? { date, dateSource: 'inferred', evidence: FROM_FOLDER }),
      pages: [...pages.values()].sort((a, b) => (a.page < b.page ? -1 : 1)),
    });
  }
  return [...issues.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
});

/** Issues by date. */
export const getIssueMap = once(
  async (): Promise<ReadonlyMap<string, Issue>> =>
    new Map((await getIssues()).map((issue) => [issue.date, issue])),
);

function pageFromFolder(page: string): Page {
  return page === UNKNOWN_PAGE
    ? { page, pageSource: 'unknown', furniture: [], removed: [] }
    : { page, pageSource: 'inferred', evidence: FROM_FOLDER, furniture: [], removed: [] };
}
