import type { ContentProblem } from '../loader/content-problem.ts';
import type { Content } from '../loader/read-content.ts';
import { accountPage, checkPage, type PageAccount } from './account-page.ts';
import { alignScannedPage, listScannedPages, type ScannedPage } from './list-pages.ts';
import { accountArticle } from './trace-article.ts';

/** The account of one scan. */
export interface ScanAccount {
  /** Path of the scan, from the root. */
  scan: string;
  account: PageAccount;
  /** Characters that editors put in, over all articles of the page. */
  added: number;
}

/** What came of one scan: its account, and the places where it does not balance. */
export interface CheckedPage {
  account: ScanAccount;
  problems: ContentProblem[];
}

/**
 * Makes what aligns one scan and counts it. A page needs nothing of any other.
 *
 * @param root folder of the repository
 */
export function makePageChecker(root: string): (page: ScannedPage) => Promise<CheckedPage> {
  return async (page) => {
    const aligned = await alignScannedPage(root, page);
    const problems = checkPage(aligned, { scan: page.scan.file, issue: page.issueFile });
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
    return { account: { scan: page.scan.file, account: accountPage(aligned), added }, problems };
  };
}

/**
 * Aligns every scan that has articles, and counts it.
 *
 * @param root folder of the repository
 * @param content what stands in `content/`
 * @returns an account for each scan, and the places where one does not balance
 */
export async function checkProvenance(
  root: string,
  content: Pick<Content, 'scans' | 'issues' | 'articles'>,
): Promise<{ accounts: ScanAccount[]; problems: ContentProblem[] }> {
  const check = makePageChecker(root);
  const accounts: ScanAccount[] = [];
  const problems: ContentProblem[] = [];
  for (const page of listScannedPages(content)) {
    if (page.articles.length === 0) continue;
    const checked = await check(page);
    accounts.push(checked.account);
    problems.push(...checked.problems);
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
