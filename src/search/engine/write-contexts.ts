import type { Context } from './list-contexts.ts';

/**
 * Contexts as a table of text, with a line of headings: to be copied (tabs) or kept as CSV (commas).
 *
 * A field that holds a separator or a quotation mark is quoted.
 *
 * @param width characters on each side
 */
export function writeContexts(contexts: readonly Context[], width: number, separator: ',' | '\t'): string {
  const field = (text: string) => {
    if (separator === '\t') return text.replace(/[\t\r\n]/gu, ' ');
    // A spreadsheet must not take a text of the paper for a formula.
    const safe = /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
    return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  const rows = contexts.map(({ left, key, right, date, name, number }) => [
    [...left].slice(-width).join(''),
    key,
    [...right].slice(0, width).join(''),
    date,
    name,
    String(number),
  ]);
  return [['左文', '命中', '右文', '日期', '篇', '第几处'], ...rows]
    .map((row) => row.map(field).join(separator))
    .join('\r\n');
}
