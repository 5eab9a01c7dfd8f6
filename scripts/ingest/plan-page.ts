import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { articleOfCleaned } from '../../src/loader/article-of-cleaned.ts';
import { issueOfCleaned } from '../../src/loader/issue-of-cleaned.ts';
import { listFiles } from '../../src/loader/list-files.ts';
import type { CleanedScan, Doubt } from '../../src/model.ts';
import { writeArticle } from '../pipeline/4-mdx/write-article.ts';
import type { ArticleOutcome } from './article-plan.ts';
import { blobIdOf } from './blob-id.ts';
import { putPage } from './issue-file.ts';
import { readRecord, recordPath, writeRecord } from './machine-record.ts';
import { machineTextPath, readMachineText } from './machine-text.ts';
import { planArticles } from './plan-articles.ts';

/** A scan and where it belongs. */
export interface PlacedScan {
  date: string;
  page: string;
  /** Path from the root under which it is filed. */
  scan: string;
  bytes: Uint8Array;
  cleaned: CleanedScan;
  evidence?: string;
  /** What of the place an editor said. */
  told: readonly ('date' | 'page')[];
}

/** Everything a run does to one page of the archive. */
export interface PagePlan {
  place: PlacedScan;
  changes: Map<string, string | Uint8Array | null>;
  outcomes: ArticleOutcome[];
  /** What the machine proposes, as files would hold it, by path. */
  proposed: Map<string, string>;
  doubts: { file: string; doubt: Doubt }[];
  renamed: { from: string; to: string }[];
  scanState: 'new' | 'same' | 'replaced';
  /** Furniture that an editor changed stayed as it was. */
  furnitureKept: boolean;
}

/**
 * Plans one page: the scan in its place, the issue's file, the articles, the record. Reads, writes nothing.
 *
 * @param root folder of the repository
 * @param placed the scan, cleaned, and where it belongs
 * @param issueText text of the issue's file where an earlier page of the same run has changed it
 * @throws {ContentError} when a file of the page cannot be read
 */
export async function planPage(root: string, placed: PlacedScan, issueText?: string): Promise<PagePlan> {
  const { date, page, scan, bytes, cleaned } = placed;
  const folder = `content/articles/${date}`;
  const record = await readRecord(root, date, page);
  const scanBefore = await readOptional(root, scan);
  const scanId = blobIdOf(bytes);
  const scanState =
    scanBefore === undefined ? 'new' : scanBefore.equals(Buffer.from(bytes)) ? 'same' : 'replaced';

  const files = new Map<string, string>();
  for (const file of await listFiles(root, folder)) {
    const id = new RegExp(`^${folder}/(p${page}-[^/]+)\\.mdx$`, 'u').exec(file)?.[1];
    if (id !== undefined) files.set(id, await readFile(join(root, file), 'utf8'));
  }
  const proposed = new Map<string, string>();
  const doubts: PagePlan['doubts'] = [];
  cleaned.articles.forEach((article, index) => {
    const { front, blocks } = articleOfCleaned(article, { date, page, order: index + 1 });
    proposed.set(front.id, writeArticle(front, blocks));
    for (const doubt of front.doubts) doubts.push({ file: `${folder}/${front.id}.mdx`, doubt });
  });

  const articles = await planArticles(
    { folder, proposed, files, record, sameScan: record === undefined || record.scan === scanId },
    (id, blob) => readMachineText(root, { date, id }, blob),
  );
  const issueFile = `content/issues/${date}.yaml`;
  const issueBefore = issueText ?? (await readOptional(root, issueFile))?.toString('utf8');
  const issue = putPage(
    issueBefore,
    issueOfCleaned(cleaned, {
      date,
      page,
      ...(placed.evidence !== undefined && { evidence: placed.evidence }),
      told: placed.told,
    }),
    record?.pageEntry,
  );

  const changes = new Map<string, string | Uint8Array | null>();
  if (scanState !== 'same') changes.set(scan, bytes);
  if (issue.text !== issueBefore || issueText !== undefined) changes.set(issueFile, issue.text);
  for (const [file, text] of articles.changes) changes.set(file, text);
  for (const [id, text] of articles.machineTexts) {
    const file = machineTextPath(date, id);
    if ((await readOptional(root, file))?.toString('utf8') !== text) changes.set(file, text);
  }
  for (const id of Object.keys(record?.articles ?? {}))
    if (!(id in articles.articles)) changes.set(machineTextPath(date, id), null);
  const newRecord = writeRecord({
    scan: scanId,
    ...(issue.pageEntry !== undefined && { pageEntry: issue.pageEntry }),
    articles: articles.articles,
    declined: articles.declined,
  });
  const recordFile = recordPath(date, page);
  // Last: until the record stands, the page counts as one that the machine never wrote.
  if ((await readOptional(root, recordFile))?.toString('utf8') !== newRecord)
    changes.set(recordFile, newRecord);

  const name = (id: string) => `${date}/${id}`;
  return {
    place: placed,
    changes,
    outcomes: articles.outcomes,
    proposed: new Map([...proposed].map(([id, text]) => [`${folder}/${id}.mdx`, text])),
    doubts,
    renamed: articles.renamed.map(({ from, to }) => ({ from: name(from), to: name(to) })),
    scanState,
    furnitureKept: issue.kept,
  };
}

async function readOptional(root: string, file: string): Promise<Buffer | undefined> {
  return readFile(join(root, file)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
}
