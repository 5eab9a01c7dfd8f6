import { readFolio } from '../../scripts/pipeline/read-folio.ts';
import { formatDate } from '../archive/dates.ts';
import { type CleanedScan, type Issue, type Page, UNKNOWN_PAGE } from '../model.ts';
import { writeCodes } from './find-forbidden.ts';
import { markLost } from './mark-lost.ts';

/** What an editor knows of a page that the page does not print. */
export interface KnownPlace {
  date: string;
  page: string;
  /** How date and page are known where they are not printed; else where the scan lies counts as evidence. */
  evidence?: string;
  /** What of it an editor said when the scan was taken in. */
  told?: readonly ('date' | 'page')[];
}

/** How a date or a page is known that the folio line does not print so: whence it is, after what was read there. */
function infer(
  field: 'date' | 'page',
  printed: string | undefined,
  place: KnownPlace,
  whence: string,
): string {
  const what = field === 'date' ? '日期' : '版次';
  const read = printed === undefined ? `程序没有从报眉读出${what}` : `报眉印的${what}是 ${printed}`;
  return place.evidence ?? `${read}；${place.told?.includes(field) ? '由编者收入时指定' : whence}。`;
}

const readFolioOf = ({ furniture }: CleanedScan) => readFolio(markLost(furniture.map(({ text }) => text)));

/** What stands outside articles, as an editor can read it: `<U+200B>` in the place of what cannot be seen. */
const readable = <T extends { text: string }>(items: readonly T[]): T[] =>
  items.map((item) => ({ ...item, text: writeCodes(item.text) }));

/**
 * The entry of a page in its issue's file: its number, how that is known, and what stands outside articles.
 *
 * @param cleaned the cleaned scan
 * @param place day and page under which the scan is filed
 */
export function pageOfCleaned(cleaned: CleanedScan, place: KnownPlace): Page {
  const folio = readFolioOf(cleaned);
  const printed = folio.page === place.page;
  const source =
    place.page === UNKNOWN_PAGE
      ? { pageSource: 'unknown' as const, evidence: '程序没有从报眉读出版次，也还没有人推定。' }
      : printed
        ? { pageSource: 'printed' as const, evidence: `报眉印有版次“${folio.page}”。` }
        : {
            pageSource: 'inferred' as const,
            evidence: infer('page', folio.page, place, `取自文件名 p${place.page}`),
          };
  return {
    page: place.page,
    ...source,
    ...(folio.section !== undefined && { section: folio.section }),
    ...(folio.staff.length > 0 && { staff: folio.staff.map(({ role, name }) => ({ role, name })) }),
    furniture: readable(cleaned.furniture),
    removed: readable(cleaned.removed),
  };
}

/**
 * An issue that is known from one cleaned page alone.
 *
 * @param cleaned the cleaned scan
 * @param place day and page under which the scan is filed
 */
export function issueOfCleaned(cleaned: CleanedScan, place: KnownPlace): Issue {
  const folio = readFolioOf(cleaned);
  const weekday = folio.weekday === undefined ? '' : ` ${folio.weekday}`;
  const source =
    folio.date === place.date
      ? { dateSource: 'printed' as const, evidence: `报眉印有“${formatDate(place.date)}${weekday}”。` }
      : {
          dateSource: 'inferred' as const,
          evidence: infer('date', folio.date, place, `取自扫描文本的文件夹名 ${place.date}`),
        };
  return {
    date: place.date,
    ...source,
    ...(folio.issueNumber !== undefined && { issueNumber: folio.issueNumber }),
    pages: [pageOfCleaned(cleaned, place)],
  };
}
