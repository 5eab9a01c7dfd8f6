const WEEKDAYS = ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'];

/**
 * A calendar day as the archive writes it: 2023年4月14日.
 *
 * @param date `YYYY-MM-DD`
 */
export function formatDate(date: string): string {
  let written = writtenDates.get(date);
  if (written === undefined) {
    const [year, month, day] = date.split('-').map(Number);
    written = `${year}年${month}月${day}日`;
    writtenDates.set(date, written);
  }
  return written;
}

/** A date of the paper stands on hundreds of pages. */
const writtenDates = new Map<string, string>();

/** 4月14日 */
export function formatDay(date: string): string {
  const [, month, day] = date.split('-').map(Number);
  return `${month}月${day}日`;
}

/** 星期五. Days are counted without a time zone: a newspaper's date is not a moment. */
export function weekdayOf(date: string): string {
  return WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()]!;
}
