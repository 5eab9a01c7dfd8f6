/**
 * Months as a reader says them: `1—3月、5月`.
 *
 * @param months numbers of months in order
 */
export function formatMonths(months: readonly number[]): string {
  const spans: [number, number][] = [];
  for (const month of months) {
    const last = spans.at(-1);
    if (last && last[1] === month - 1) last[1] = month;
    else spans.push([month, month]);
  }
  return spans.map(([from, to]) => (from === to ? `${from}月` : `${from}—${to}月`)).join('、');
}
