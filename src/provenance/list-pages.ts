import type { ScanFile } from '../loader/list-scans.ts';
import type { Content } from '../loader/read-content.ts';
import type { Article, Page } from '../model.ts';
import { alignAsRead } from './align-as-read.ts';
import type { AlignedPage, PageInput } from './aligned-page.ts';
import { readScanText } from './scan-text.ts';

/** A page that has a scan: what is aligned, and where it comes from. */
export interface ScannedPage {
  scan: ScanFile;
  /** Path of the issue's file, where furniture and removals are listed. */
  issueFile: string;
  page: Page | undefined;
  articles: Article[];
}

/** The pages of the archive that have a scan, by date and page, each with its articles in reading order. */
export function listScannedPages(content: Pick<Content, 'scans' | 'issues' | 'articles'>): ScannedPage[] {
  const articles = Map.groupBy(content.articles, (article) => `${article.date}/p${article.page}`);
  const pages = new Map(
    content.issues.flatMap((issue) => issue.pages.map((page) => [`${issue.date}/p${page.page}`, page])),
  );
  const scans = content.scans.filter(({ file }) => file.endsWith('.txt'));
  return scans.map((scan) => {
    const name = `${scan.date}/p${scan.page}`;
    return {
      scan,
      issueFile: `content/issues/${scan.date}.yaml`,
      page: pages.get(name),
      articles: articles.get(name) ?? [],
    };
  });
}

/** Reads the scan of a page and puts together what is aligned. */
export async function readPageInput(root: string, { scan, page, articles }: ScannedPage): Promise<PageInput> {
  const { lines } = await readScanText(root, scan.file);
  return { lines, articles, furniture: page?.furniture ?? [], removed: page?.removed ?? [] };
}

/** Reads and aligns a page. */
export async function alignScannedPage(root: string, page: ScannedPage): Promise<AlignedPage> {
  return alignAsRead(await readPageInput(root, page));
}
