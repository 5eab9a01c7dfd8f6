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
 * The first line of a table as CSV (RFC 4180): the names of its columns, after a byte order mark, without which Excel
 * takes Chinese for something else.
 */
export const writeTableHead = <T>(columns: readonly Column<T>[]): string =>
  `${BYTE_ORDER_MARK}${columns.map(({ name }) => name).join(',')}\r\n`;

/** A line of a table as CSV. */
export const writeRow = <T>(columns: readonly Column<T>[], row: T): string =>
  `${columns.map(({ value }) => quote(String(value(row) ?? ''))).join(',')}\r\n`;

const quote = (text: string) => (NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
