/** What the frame of a page says: its folio line, imprint and staff. */
export interface Folio {
  /** `YYYY-MM-DD`. */
  readonly date?: string;
  readonly weekday?: string;
  /** Two digits. */
  readonly page?: string;
  readonly section?: string;
  readonly issueNumber?: string;
  readonly newspaper?: string;
  readonly staff: readonly { readonly role: string; readonly name: string }[];
}

const DATE = /(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/u;
const WEEKDAY = /星期\s*([一二三四五六日天])/u;
const PAGE_BEFORE_DATE = /^\s*第?\s*[A-D]?(\d{1,2})\s*版?\s+(?=\d{4}\s*年)/u;
const PAGE_ALONE = /^第?\s*[A-D]?(\d{1,2})\s*版?$/u;
const ISSUE_NUMBER = /第\s*(\d+)\s*期/u;
const STAFF =
  /(责任编辑|责编|本版编辑|编辑|美术编辑|美编|版式|校对|组版|制图|值班主任|主编|审读)\s*[：:／/]?\s*(\p{Script=Han}{2,4})/gu;
const SECTION_AFTER_WEEKDAY = /星期\s*[一二三四五六日天]\s*(\p{Script=Han}{2,6})(?=\s|$)/u;
const SECTION_AFTER_DOT = /[·•]\s*(\p{Script=Han}{2,6})$/u;
const NEWSPAPER = /^(\p{Script=Han}{2,8}(?:报|新闻))(?:\s*[·•].*)?$/u;

/** Reads date, page, section, weekday, staff and issue number from the furniture lines of a page. */
export function readFolio(lines: readonly string[]): Folio {
  const folio: { -readonly [K in keyof Folio]: Folio[K] } = { staff: [] };
  const staff: { role: string; name: string }[] = [];
  const framed = lines.some((line) => DATE.test(line));
  for (const line of lines) {
    const date = DATE.exec(line);
    if (date && folio.date === undefined) {
      folio.date = `${date[1]}-${date[2]?.padStart(2, '0')}-${date[3]?.padStart(2, '0')}`;
    }
    const weekday = WEEKDAY.exec(line)?.[1];
    if (weekday) folio.weekday ??= `星期${weekday}`;
    const page = PAGE_BEFORE_DATE.exec(line)?.[1] ?? PAGE_ALONE.exec(line.trim())?.[1];
    if (page) folio.page ??= page.padStart(2, '0');
    const number = ISSUE_NUMBER.exec(line)?.[1];
    if (number) folio.issueNumber ??= number;
    for (const [, role, name] of line.matchAll(STAFF)) {
      staff.push({ role: role as string, name: name as string });
    }
    const newspaper = NEWSPAPER.exec(line.trim())?.[1];
    if (newspaper) folio.newspaper ??= newspaper;
    const section =
      SECTION_AFTER_WEEKDAY.exec(line)?.[1] ??
      SECTION_AFTER_DOT.exec(line.trim())?.[1] ??
      (framed && /^\p{Script=Han}{2,4}$/u.test(line.trim()) && !NEWSPAPER.test(line.trim())
        ? line.trim()
        : undefined);
    if (section && !/^(?:责任|责编|编辑|美编|校对)/u.test(section)) folio.section ??= section;
  }
  return { ...folio, staff };
}
