const DAY = /^(\d{4})(?:-?(\d{1,2})(?:-?(\d{1,2}))?)?$/u;

/**
 * A day as readers write it: `2023-04-14`, `2023.4.14`, `2023年4月14日`, `20230414`, full width too. A year or a
 * month stands for its first day, or for its last where a stretch of time ends.
 *
 * @returns `YYYY-MM-DD`; nothing where no such day exists
 */
export function readDay(typed: string, end = false): string | undefined {
  const plain = typed
    .normalize('NFKC')
    .trim()
    .replace(/[年月./\s]+/gu, '-')
    .replace(/日$|-+$/gu, '');
  const [, year, month = end ? '12' : '1', day] = DAY.exec(plain) ?? [];
  if (year === undefined) return undefined;
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  const number = day === undefined ? (end ? last : 1) : Number(day);
  if (Number(month) < 1 || Number(month) > 12 || number < 1 || number > last) return undefined;
  return `${year}-${month.padStart(2, '0')}-${String(number).padStart(2, '0')}`;
}
