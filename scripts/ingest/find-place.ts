import { Refusal } from '../describe-failure.ts';
import type { Folio } from '../pipeline/read-folio.ts';

/** Where a scan belongs, and how that is known. */
export interface ScanPlace {
  date: string;
  page: string;
  /** What of it the editor said, on the command line or when asked. */
  told: ('date' | 'page')[];
  /** Said to the editor when two sources disagree. */
  warnings: string[];
}

/** What is missing, and what to do: the editor is asked, a script is told. */
export class PlaceUnknown extends Refusal {
  readonly missing: ('date' | 'page')[];

  constructor(file: string, missing: ('date' | 'page')[]) {
    const names = missing.map((field) => (field === 'date' ? '日期' : '版次')).join('和');
    const options = missing.map((field) =>
      field === 'date' ? '--date 2023-04-14' : '--page 02（不详写 --page 00）',
    );
    super(`${file}：报眉和文件名里都读不出${names}。请在命令后加上 ${options.join(' ')}`);
    this.missing = missing;
  }
}

// 2023-04-14, 20230414, 2023.4.14, 2023年4月14日
const DATE_IN_NAME = /(?<!\d)((?:19|20)\d{2})[-._年]?(\d{1,2})[-._月]?(\d{1,2})(?!\d)/u;
// p02, P2, 02版, 第2版
const PAGE_IN_NAME = /(?:(?<![a-z])p(\d{1,2})(?!\d)|第?(\d{1,2})版)/iu;

/**
 * Day and page of a scan: what the editor says, else what the folio line prints, else what the file name says.
 *
 * @param file path of the delivered file
 * @param folio what the frame of the page prints
 * @param said what the editor gave on the command line or when asked
 * @throws {PlaceUnknown} when neither says it
 * @throws {Refusal} when folio line and file name disagree and the editor has not decided
 */
export function findPlace(file: string, folio: Folio, said: { date?: string; page?: string }): ScanPlace {
  const named = readName(file);
  const warnings: string[] = [];
  const decide = (field: 'date' | 'page', label: string): string | undefined => {
    const [given, printed, inName] = [said[field], folio[field], named[field]];
    if (given !== undefined) {
      if (printed !== undefined && printed !== given)
        warnings.push(`报眉印的${label}是 ${printed}，按您给的 ${given} 收入，会标为推定`);
      return given;
    }
    if (printed !== undefined && inName !== undefined && printed !== inName) {
      throw new Refusal(
        `${file}：报眉印的${label}是 ${printed}，文件名里却是 ${inName}。请用 --${field} 指明以哪一个为准。`,
      );
    }
    return printed ?? inName;
  };
  const date = decide('date', '日期');
  const page = decide('page', '版次');
  if (date === undefined || page === undefined) {
    throw new PlaceUnknown(file, [
      ...(date === undefined ? (['date'] as const) : []),
      ...(page === undefined ? (['page'] as const) : []),
    ]);
  }
  const told = (['date', 'page'] as const).filter((field) => said[field] !== undefined);
  return { date, page, told, warnings };
}

function readName(file: string): { date?: string; page?: string } {
  const name = file.replaceAll('\\', '/').split('/').slice(-2).join('/');
  const date = DATE_IN_NAME.exec(name);
  const rest = date ? name.replace(date[0], ' ') : name;
  const page = PAGE_IN_NAME.exec(rest);
  const day = date && `${date[1]}-${date[2]!.padStart(2, '0')}-${date[3]!.padStart(2, '0')}`;
  return {
    ...(day && isDay(day) && { date: day }),
    ...(page && { page: (page[1] ?? page[2])!.padStart(2, '0') }),
  };
}

/** Is it a day of the calendar, written `YYYY-MM-DD`? */
export function isDay(date: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(date)) return false;
  const time = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
}
