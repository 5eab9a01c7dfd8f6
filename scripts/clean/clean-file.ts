import { readFileSync } from 'node:fs';
import { readScan } from '../pipeline/1-lines/read-scan.ts';
import { checkConservation } from '../pipeline/check-conservation.ts';
import { cleanText, ScanError } from '../pipeline/index.ts';
import { readTopics } from '../pipeline/read-topics.ts';

/** What came of a file: the cleaned scan as a line of JSON, or what is wrong with the file, told in Chinese. */
export type Cleaned = { line: string } | { failure: string };

const PLACE = /(\d{4}-\d{2}-\d{2})\/p(\d{2})\.[^/]+$/u;

/**
 * Makes a cleaner of files.
 *
 * @param without names of passes that are left out
 * @returns what cleans a file, by its path
 */
export function makeCleaner(without: ReadonlySet<string>): (file: string) => Cleaned {
  const topics = readTopics(new URL('../../content/topics', import.meta.url).pathname);
  return (file) => {
    try {
      const bytes = readFileSync(file);
      const place = PLACE.exec(file);
      const known = place?.[1] && place[2] ? { date: place[1], page: place[2] } : {};
      const text = readScan(bytes, file);
      const cleaned = cleanText(text, { scan: file, topics, without, ...known });
      const faults = checkConservation(text, cleaned);
      if (faults.length > 0)
        throw new Error(`${file}：程序有误，文字没有守恒：${faults[0]}。请报告这个文件。`);
      return { line: JSON.stringify(cleaned) };
    } catch (error) {
      if (error instanceof ScanError) return { failure: error.message };
      if (error instanceof Error && 'code' in error && typeof error.code === 'string')
        return { failure: `${file}：读不到这个文件（${error.code}）。请检查路径。` };
      throw error;
    }
  };
}
