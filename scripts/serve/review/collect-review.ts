import { gatherContent } from '../../../src/loader/read-content.ts';
import { LineFinder } from '../../check/article-texts.ts';
import { CODES, severityOf } from '../../check/finding.ts';
import { runCheck } from '../../check/run-check.ts';
import { weightOf } from '../../ingest/report-ingest.ts';

/** One thing to look at: a finding, or a doubt of the machine. */
export interface ReviewItem {
  kind: 'error' | 'warning' | 'note' | 'doubt';
  code: string;
  title: string;
  /** Where to edit. */
  file: string;
  line: number;
  text: string;
  scan?: string;
  scanLine?: number;
}

/** How far an issue has been read. */
export interface IssueProgress {
  date: string;
  machine: number;
  proofread: number;
  validated: number;
  withdrawn: number;
}

/**
 * Everything that an editor has to look at, the gravest first, and how far each issue has been read.
 *
 * @param root folder of the repository
 */
export async function collectReview(
  root: string,
): Promise<{ items: ReviewItem[]; progress: IssueProgress[] }> {
  const [{ findings }, { content }] = await Promise.all([runCheck(root), gatherContent(root)]);
  const scanOf = (about: string | undefined) =>
    content.scans.find(({ date, page }) => about?.startsWith(`${date}/p${page}-`) || about === date)?.file;
  const items: ReviewItem[] = findings.map((finding) => {
    const scan = finding.file.startsWith('content/scans/') ? finding.file : scanOf(finding.about);
    return {
      kind: severityOf(finding),
      code: finding.code,
      title: CODES[finding.code].title,
      file: finding.file,
      line: finding.line,
      text: `读到 ${finding.found}；应为 ${finding.expected}。${finding.remedy ?? ''}`,
      ...(scan !== undefined && { scan }),
      ...(finding.scanLine !== undefined && { scanLine: finding.scanLine }),
    };
  });
  const lines = new LineFinder(root);
  // What a person has read and left open is no longer a question.
  const doubts = content.articles
    .filter(({ status }) => status === 'machine')
    .flatMap((article) => article.doubts.map((doubt) => ({ article, doubt })))
    .sort((a, b) => weightOf(b.doubt) - weightOf(a.doubt));
  for (const { article, doubt } of doubts) {
    const scan = scanOf(article.name);
    items.push({
      kind: 'doubt',
      code: doubt.code ?? '存疑',
      title: article.headline,
      file: article.file,
      // A doubt about the headline is settled there; any other where it stands written.
      line: lines.field(article.file, doubt.code?.startsWith('headline') ? 'headline' : 'doubts'),
      text: `${doubt.message}${doubt.runnerUp === undefined ? '' : ` 机器的另一选择：${doubt.runnerUp}`}`,
      ...(scan !== undefined && { scan }),
      scanLine: doubt.line,
    });
  }
  const order = { error: 0, warning: 1, doubt: 2, note: 3 } as const;
  items.sort((a, b) => order[a.kind] - order[b.kind]);
  const progress = content.issues.map(({ date }) => {
    const count = (status: string) =>
      content.articles.filter((article) => article.date === date && article.status === status).length;
    return {
      date,
      machine: count('machine'),
      proofread: count('proofread'),
      validated: count('validated'),
      withdrawn: count('withdrawn'),
    };
  });
  return { items, progress };
}
