import type { ContentProblem } from '../../src/loader/content-problem.ts';
import { checkPage } from '../../src/provenance/account-page.ts';
import { alignScannedPage, type ScannedPage } from '../../src/provenance/list-pages.ts';
import { spreadWork, WORTH_A_THREAD } from '../spread-work.ts';
import { makeRecorder, type PageToRecord, type RecordSetup } from './data/list-records.ts';

/** Records for the open data that are made beside, of pages that balance. */
export interface Recording {
  setup: RecordSetup;
  /** By path of the scan. */
  pages: ReadonlyMap<string, PageToRecord>;
}

interface PageToCheck {
  page: ScannedPage;
  toRecord: PageToRecord | undefined;
}

/**
 * Aligns pages with their scans, on all processors.
 *
 * @param root folder of the repository
 * @param pages that have articles
 * @param say says one line of progress
 * @param recording what is made beside; nothing when left out
 * @returns every place where a page's account does not balance
 */
export async function findUnbalanced(
  root: string,
  pages: readonly ScannedPage[],
  say: (line: string) => void,
  recording?: Recording,
): Promise<ContentProblem[]> {
  const pieces = pages.map((page): PageToCheck => ({ page, toRecord: recording?.pages.get(page.scan.file) }));
  const problems = await Array.fromAsync(
    spreadWork(pieces, {
      module: import.meta.url,
      make: makePageChecker,
      setup: { root, records: recording?.setup },
      worthAThread: WORTH_A_THREAD.aligning,
      progress: { say, unit: '版' },
    }),
  );
  return problems.flat();
}

/** Makes what aligns a page and counts it. A page needs nothing of any other. */
export function makePageChecker({
  root,
  records,
}: {
  root: string;
  records: RecordSetup | undefined;
}): (piece: PageToCheck) => Promise<ContentProblem[]> {
  const record = records && makeRecorder(records);
  return async ({ page, toRecord }) => {
    const aligned = await alignScannedPage(root, page);
    const problems = checkPage(aligned, page);
    if (record && toRecord && problems.length === 0) await record(toRecord, aligned);
    return problems;
  };
}
