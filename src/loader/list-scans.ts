import { IsoDate } from '../model.ts';
import type { ContentProblem } from './content-problem.ts';
import { listFiles } from './list-files.ts';

/** A scan in `content/scans/`: evidence, bytes as delivered. */
export interface ScanFile {
  /** Path from the root: `content/scans/2023-04-14/p02.txt`. */
  file: string;
  date: string;
  /** Two digits. */
  page: string;
}

const SCAN_PATH = /^content\/scans\/(\d{4}-\d{2}-\d{2})\/p(\d{2})\.(?:txt|pdf|xml)$/u;

/** The scans of the archive; a file under `content/scans/` that is no scan is a problem. */
export async function listScans(root: string): Promise<{ scans: ScanFile[]; problems: ContentProblem[] }> {
  const scans: ScanFile[] = [];
  const problems: ContentProblem[] = [];
  for (const file of await listFiles(root, 'content/scans')) {
    const match = SCAN_PATH.exec(file);
    if (match && IsoDate.safeParse(match[1]).success) scans.push({ file, date: match[1]!, page: match[2]! });
    else {
      problems.push({
        file,
        line: 1,
        found: `文件名 ${file}`,
        expected: 'content/scans/<日期>/p<两位版次>.txt，如 content/scans/2023-04-14/p02.txt',
        remedy: '改名，或用 npm run ingest 放入；版次不详写 p00。',
      });
    }
  }
  return { scans, problems };
}
