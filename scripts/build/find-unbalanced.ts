import type { ContentProblem } from '../../src/loader/content-problem.ts';
import { checkPage } from '../../src/provenance/account-page.ts';
import { alignScannedPage, type ScannedPage } from '../../src/provenance/list-pages.ts';
import { spreadWork, WORTH_A_THREAD } from '../spread-work.ts';

/**
 * Aligns pages with their scans, on all processors.
 *
 * @param root folder of the repository
 * @param pages that have articles
 * @param say says one line of progress
 * @returns every place where a page's account does not balance
 */
export async function findUnbalanced(
  root: string,
  pages: readonly ScannedPage[],
  say: (line: string) => void,
): Promise<ContentProblem[]> {
  const problems = await Array.fromAsync(
    spreadWork(pages, {
      module: import.meta.url,
      make: makePageChecker,
      setup: root,
      worthAThread: WORTH_A_THREAD.aligning,
      progress: { say, unit: '版' },
    }),
  );
  return problems.flat();
}

/** Makes what aligns a page and counts it. A page needs nothing of any other. */
export function makePageChecker(root: string): (page: ScannedPage) => Promise<ContentProblem[]> {
  return async (page) => checkPage(await alignScannedPage(root, page), page);
}
