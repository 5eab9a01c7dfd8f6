import type { ContentProblem } from '../loader/content-problem.ts';
import type { Content } from '../loader/read-content.ts';
import { accountPage, checkPage, type PageAccount } from './account-page.ts';
import { alignScannedPage, listScannedPages } from './list-pages.ts';
import { accountArticle } from './trace-article.ts';

/** The account of one scan. */
export interface ScanAccount {
  /** Path of the scan, from the root. */
  scan: string;
  account: PageAccount;
  /** Characters that editors put in, over all articles of the page. */
  added: number;
}

/**
 * Aligns every scan that has articles, and counts it: what `npm run check` prints and the build insists on.
 *
 * @param root folder of the repository
 * @param content what stands in `content/`
 * @param onPage is told before each page how many are done, of how many
 * @returns an account for each scan, and the places where one does not balance
 */
export async function checkProvenance(
  root: string,
  content: Pick<Content, 'scans' | 'issues' | 'articles'>,
  { onPage = () => {} }: { onPage?: (done: number, total: number) => void } = {},
): Promise<{ accounts: ScanAccount[]; problems: ContentProblem[] }> {
  const accounts: ScanAccount[] = [];
  const problems: ContentProblem[] = [];
  const pages = listScannedPages(content).filter(({ articles }) => articles.length > 0);
  for (const [index, page] of pages.entries()) {
    onPage(index, pages.length);
    const aligned = await alignScannedPage(root, page);
    problems.push(...checkPage(aligned, { scan: page.scan.file, issue: page.issueFile }));
    let added = 0;
    for (const article of page.articles) {
      if (article.status === 'withdrawn') continue;
      const account = accountArticle(aligned, article);
      added += account.added;
      if (account.published === account.scan - account.dropped + account.added) continue;
      problems.push({
        file: article.file,
        line: 1,
        found: `发表 ${account.published} 字，扫描文本 ${account.scan} 字，删 ${account.dropped} 字，加 ${account.added} 字`,
        expected: '发表 = 扫描文本 − 删 + 加',
      });
    }
    accounts.push({ scan: page.scan.file, account: accountPage(aligned), added });
  }
  return { accounts, problems };
}

/** One line of an account, as `npm run check` prints it. */
export function formatAccount({ scan, account, added }: ScanAccount): string {
  const { published, corrected, furniture, removed, withdrawn, lost, hanScan, hanAccounted } = account;
  const parts = [
    `发表 ${published}`,
    ...(corrected > 0 ? [`校改 ${corrected}`] : []),
    `版面附件 ${furniture}`,
    `删去 ${removed}`,
    ...(withdrawn > 0 ? [`已撤下 ${withdrawn}`] : []),
    ...(lost > 0 ? [`失落 ${lost}`] : []),
  ];
  const more = added > 0 ? `；编者另加 ${added} 字` : '';
  return `${scan}  ${account.scan} 字 = ${parts.join(' + ')}；汉字 ${hanScan} 字，有去处的 ${hanAccounted} 字${more}`;
}
