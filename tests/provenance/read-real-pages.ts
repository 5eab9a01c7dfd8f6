import { fileURLToPath } from 'node:url';
import { listScans } from '../../src/loader/list-scans.ts';
import { readArticles, readIssues } from '../../src/loader/read-content.ts';
import type { PageInput } from '../../src/provenance/aligned-page.ts';
import { listScannedPages, readPageInput, type ScannedPage } from '../../src/provenance/list-pages.ts';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** The committed pages, as they are aligned. */
export async function readRealPages(): Promise<(ScannedPage & { input: PageInput })[]> {
  const [{ articles }, { issues }, { scans }] = await Promise.all([
    readArticles(root),
    readIssues(root),
    listScans(root),
  ]);
  const pages = listScannedPages({ articles, issues, scans });
  return Promise.all(pages.map(async (page) => ({ ...page, input: await readPageInput(root, page) })));
}
