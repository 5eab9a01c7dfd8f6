import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ScanError } from '../../scripts/pipeline/scan-error.ts';
import type { Issue, Topic } from '../model.ts';
import type { UnreadPage } from './clean-page.ts';
import type { ContentProblem } from './content-problem.ts';
import { issueOfCleaned, pageOfCleaned } from './issue-of-cleaned.ts';
import type { ScanFile } from './list-scans.ts';

/** A page whose record lies beside the articles has been taken in, even if an editor deleted all of them. */
const PLACE_OF_ARTICLE = /^content\/articles\/(\d{4}-\d{2}-\d{2})\/p(\d{2})(?:-[^/]+\.mdx|\.machine\.yaml)$/u;

/** By digest of scan and topics: a page is cleaned once in a process. */
const cleanedOnce = new Map<string, UnreadPage>();

/**
 * Cleans the scans that have no articles, in memory: whoever commits a scan sees it on the site, marked as
 * not yet proofread. Only `npm run ingest` writes articles.
 *
 * @param root folder of the repository
 * @param scans all scans
 * @param articleFiles paths of all files under `content/articles/`
 * @param topics all topics
 * @returns the pages, and the scans that cannot be cleaned as problems
 */
export async function cleanUnread(
  root: string,
  scans: readonly ScanFile[],
  articleFiles: readonly string[],
  topics: readonly Topic[],
): Promise<{ pages: UnreadPage[]; problems: ContentProblem[] }> {
  const read = new Set<string>();
  for (const file of articleFiles) {
    const place = PLACE_OF_ARTICLE.exec(file);
    if (place) read.add(`${place[1]}/p${place[2]}`);
  }
  const pages: UnreadPage[] = [];
  const problems: ContentProblem[] = [];
  const rules = JSON.stringify(
    topics.map(({ slug, terms, exceptions, threshold }) => [slug, terms, exceptions, threshold]),
  );
  for (const scan of scans) {
    if (read.has(`${scan.date}/p${scan.page}`)) continue;
    const bytes = await readFile(join(root, scan.file));
    const digest = createHash('sha1').update(scan.file).update(rules).update(bytes).digest('hex');
    const known = cleanedOnce.get(digest);
    if (known) {
      pages.push(known);
      continue;
    }
    try {
      // The machine is a hundred modules, which Astro makes anew in each build: as a rule no scan is left for it.
      const { cleanPage } = await import('./clean-page.ts');
      const page = cleanPage(scan, bytes, topics);
      cleanedOnce.set(digest, page);
      pages.push(page);
    } catch (error) {
      if (!(error instanceof ScanError)) throw error;
      problems.push({
        file: scan.file,
        line: error.line ?? 1,
        found: error.message.slice(error.message.indexOf('：') + 1),
        expected: '一版报纸的文字（UTF-8 或 GB18030）',
      });
    }
  }
  return { pages, problems };
}

/**
 * Adds to the issues what is known from unread pages alone: issues without a file, pages not listed in theirs.
 *
 * @param issues the issues that have a file
 * @param pages the unread pages
 * @returns all issues, oldest first; issues without unread pages as they were
 */
export function addUnreadPages(issues: readonly Issue[], pages: readonly UnreadPage[]): Issue[] {
  const byDate = new Map(issues.map((issue) => [issue.date, issue]));
  for (const { scan, cleaned } of pages) {
    const issue = byDate.get(scan.date);
    if (!issue) byDate.set(scan.date, issueOfCleaned(cleaned, scan));
    else if (!issue.pages.some((page) => page.page === scan.page)) {
      const added = [...issue.pages, pageOfCleaned(cleaned, scan)];
      byDate.set(scan.date, { ...issue, pages: added.sort((a, b) => (a.page < b.page ? -1 : 1)) });
    }
  }
  return [...byDate.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
}
