// Tags; what stands between them is text.
const TAG = /(<[^>]*>)/u;
/** 2025年2月11日 and 2025年2月 may go on to the next line behind their year, and nowhere else. */
export const DATE = /\d{1,2}月\d{1,2}日|\d{4}年|(?<=\d{4}年)\d{1,2}月/gu;
/** Where no digit stands before 年 or 月 is neither day nor year: most paragraphs need not be taken apart. */
const MAY_BE_DATED = /\d[年月]/u;

/**
 * Keeps a day and a year on one line in running text: 2月|11日 is read twice.
 *
 * @param html HTML of a paragraph: text, and tags without `>` in their attributes
 * @returns the same with `span.keep.running`
 */
export function keepDates(html: string): string {
  if (!MAY_BE_DATED.test(html)) return html;
  return html
    .split(TAG)
    .map((piece) =>
      piece.startsWith('<') ? piece : piece.replace(DATE, '<span class="keep running">$&</span>'),
    )
    .join('');
}
