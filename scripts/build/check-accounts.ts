import { hash } from 'node:crypto';
import { join } from 'node:path';
import { ContentError } from '../../src/loader/content-problem.ts';
import type { Content } from '../../src/loader/read-content.ts';
import { digestScan } from '../../src/loader/scan-digests.ts';
import { listScannedPages, type ScannedPage } from '../../src/provenance/list-pages.ts';
import { ALIGNING_CODE } from './aligning-code.ts';
import { planRecords } from './data/list-records.ts';
import { digestArticle } from './digest-article.ts';
import { digestCode } from './digest-code.ts';
import { findUnbalanced } from './find-unbalanced.ts';
import { readKept, writeKept } from './kept-json.ts';

/**
 * Insists that every page's account balances before anything is published: no character of a scan may be lost,
 * and none may be published that is neither the scan's nor a named change. A page that balanced in the last build is
 * not aligned again while its scan, its articles and its lists are the same. What is aligned here is recorded for the open
 * data as well: to align it again for them took as long.
 *
 * @param root folder of the repository
 * @param content what stands in `content/`
 * @param cache folder of what makes the next build quicker
 * @param home address under which the archive lies, with a slash at its end
 * @param say says one line of progress
 * @returns how many pages were aligned
 * @throws {ContentError} with every place that does not balance
 */
export async function checkAccounts(
  root: string,
  content: Content,
  cache: string,
  home: string,
  say: (line: string) => void,
): Promise<number> {
  const kept = join(cache, 'accounts.json');
  const version = await digestCode(...ALIGNING_CODE);
  const balanced = new Set(await readKept<string[]>(kept, version));
  const digests: string[] = [];
  const pages: ScannedPage[] = [];
  for (const page of listScannedPages(content)) {
    const digest = digestInput(root, page);
    digests.push(digest);
    if (!balanced.has(digest) && page.articles.length > 0) pages.push(page);
  }
  const records = await planRecords(root, content, home, cache);
  const scanned = records.pages.filter((page) => page.scanned);
  const problems = await findUnbalanced(root, pages, say, {
    setup: records.setup,
    pages: new Map(scanned.map((page) => [page.scanned!.scan.file, page])),
  });
  if (problems.length > 0) throw new ContentError(problems);
  await writeKept(kept, version, digests);
  return pages.length;
}

/** Changes with everything that a page's account depends on. */
function digestInput(root: string, { scan, page, articles }: ScannedPage): string {
  const lists = [scan.file, digestScan(root, scan.file), page?.furniture, page?.removed];
  return hash('sha256', JSON.stringify([lists, articles.map(digestArticle)]), 'base64url').slice(0, 22);
}
