/** A column of a table: how it is named, and what a row has in it. */
export interface Column<T> {
  name: string;
  type: 'string' | 'integer' | 'date';
  description: string;
  value: (row: T) => string | number | undefined;
}

const BYTE_ORDER_MARK = '\uFEFF';
const NEEDS_QUOTES = /[",\r\n]/u;

/**
 * A table as CSV (RFC 4180): UTF-8 with a byte order mark, without which Excel takes Chinese for something else.
 */
export function writeTable<T>(columns: readonly Column<T>[], rows: readonly T[]): string {
  const lines = [
    columns.map(({ name }) => name),
    ...rows.map((row) => columns.map(({ value }) => quote(String(value(row) ?? '')))),
  ];
  return `${BYTE_ORDER_MARK}${lines.map((line) => `${line.join(',')}\r\n`).join('')}`;
}

const quote = (text: string) => (NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
