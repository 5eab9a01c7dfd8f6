import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { ContentError } from '../../src/loader/content-problem.ts';
import { parseYaml } from '../../src/loader/parse-yaml.ts';
import { ArticleId } from '../../src/model.ts';

const BlobId = z.string().regex(/^[0-9a-f]{40}$/u, '要写四十位的十六进制数（git 的 blob 编号）');

/**
 * What the machine last did with a page. `articles` holds, for each article, the blob id of what it wrote
 * last; an id without a file is an article that an editor deleted. `declined` holds what it would have written
 * since, where the editor's text stayed. `pageEntry` is the blob id of what it wrote into the issue's file.
 */
export const MachineRecord = z.strictObject({
  scan: BlobId,
  pageEntry: BlobId.optional(),
  articles: z.record(ArticleId, BlobId).default({}),
  declined: z.record(ArticleId, BlobId).default({}),
});
export type MachineRecord = z.infer<typeof MachineRecord>;

const HEAD = `# 机器记录：机器上次写了什么（git 的 blob 编号；文字在 content/.machine/），用来分辨哪些是编者改的。
# 由 npm run ingest 写入，和文章一起提交；不要手改。
`;

/** Path of a page's record: `content/articles/<date>/p02.machine.yaml`. */
export const recordPath = (date: string, page: string) => `content/articles/${date}/p${page}.machine.yaml`;

/**
 * Reads a page's record.
 *
 * @param root folder of the repository
 * @returns the record, or `undefined` where the machine never wrote this page
 * @throws {ContentError} when the file is no record (a merge left its marks in it)
 */
export async function readRecord(
  root: string,
  date: string,
  page: string,
): Promise<MachineRecord | undefined> {
  const file = recordPath(date, page);
  const text = await readFile(join(root, file), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  const { value, problems } = parseYaml(text, MachineRecord, { file });
  if (!value) throw new ContentError(problems);
  return value;
}

/** The text of a page's record: an article a line, sorted, so that git merges two editors' records by line. */
export function writeRecord(record: MachineRecord): string {
  const map = (name: string, entries: Record<string, string>) => {
    const keys = Object.keys(entries).sort();
    return keys.length > 0 ? [`${name}:`, ...keys.map((key) => `  ${key}: "${entries[key]}"`)] : [];
  };
  return `${[
    `${HEAD}scan: "${record.scan}"`,
    ...(record.pageEntry ? [`pageEntry: "${record.pageEntry}"`] : []),
    ...map('articles', record.articles),
    ...map('declined', record.declined),
  ].join('\n')}\n`;
}
