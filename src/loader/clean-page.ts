import { writeArticle } from '../../scripts/pipeline/4-mdx/write-article.ts';
import { cleanScan } from '../../scripts/pipeline/index.ts';
import type { Article, CleanedScan, Topic } from '../model.ts';
import { articleOfCleaned } from './article-of-cleaned.ts';
import type { ScanFile } from './list-scans.ts';
import { parseArticle } from './parse-article.ts';

/** A scan that no editor has taken in yet, as the machine reads it. */
export interface UnreadPage {
  scan: ScanFile;
  cleaned: CleanedScan;
  articles: Article[];
}

/**
 * Cleans a scan, and reads its articles as they would be read from their files.
 *
 * @param scan which it is
 * @param bytes of its file
 * @param topics all topics
 * @throws {ScanError} for a scan that cannot be cleaned
 */
export function cleanPage(scan: ScanFile, bytes: Uint8Array, topics: readonly Topic[]): UnreadPage {
  const place = { date: scan.date, page: scan.page };
  const cleaned = cleanScan(bytes, { scan: scan.file, topics, ...place });
  const articles = cleaned.articles.map((article, index) => {
    const { front, blocks } = articleOfCleaned(article, { ...place, order: index + 1 });
    const file = `content/articles/${scan.date}/${front.id}.mdx`;
    const parsed = parseArticle(writeArticle(front, blocks), file);
    if (!parsed.article) throw new Error(`${file}：机器写的文章读不回来：${parsed.problems[0]?.found ?? ''}`);
    return parsed.article;
  });
  return { scan, cleaned, articles };
}
