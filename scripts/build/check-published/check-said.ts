import type { PublishedPage } from './published-page.ts';

/** Pages of an issue, a newspaper page or an article have its date in their path. */
const DAY = /^(\d{4}-\d{2}-\d{2})\//u;
/** So much of a description is told. */
const TOLD = 30;

/**
 * Dates that a page gives to machines and that are not its own, and descriptions of it that differ: what search engines show
 * and what those cite who collect titles must be what a reader finds.
 *
 * @param page what was read of the page
 * @param things what it says as JSON-LD
 */
export function checkSaid(
  { file, dates, descriptions }: Pick<PublishedPage, 'file' | 'dates' | 'descriptions'>,
  things: readonly object[],
): string[] {
  const faults: string[] = [];
  const day = DAY.exec(file)?.[1];
  const said = new Set(descriptions);
  for (const date of day === undefined ? [] : dates)
    if (date.replaceAll('/', '-') !== day) faults.push(`引用的日期写作 ${date}，应为 ${day}`);
  for (const thing of things) {
    if (day !== undefined) faults.push(...checkDates(thing, day));
    const { '@type': type, description } = thing as { '@type'?: unknown; description?: unknown };
    if (type === 'NewsArticle') said.add(String(description));
  }
  const [first, second] = [...said];
  if (first !== undefined && second !== undefined)
    faults.push(`有两种说明：“${cut(first, second)}”和“${cut(second, first)}”`);
  return faults;
}

/** A date that is inferred is given as a span, in which it lies. */
function checkDates(thing: object, day: string): string[] {
  const faults: string[] = [];
  for (const [key, value] of Object.entries(thing)) {
    if (typeof value === 'object' && value !== null) faults.push(...checkDates(value, day));
    if (typeof value !== 'string') continue;
    const [from = '', to = ''] = value.split('/');
    if (key === 'datePublished' ? value !== day : key === 'temporalCoverage' && (from > day || to < day))
      faults.push(`JSON-LD：${key} 写作 ${value}，应为 ${day}`);
  }
  return faults;
}

/** A text from shortly before where it differs from another. */
function cut(text: string, other: string): string {
  let at = 0;
  while (at < text.length && text[at] === other[at]) at += 1;
  return text.slice(Math.max(0, at - TOLD / 2), at + TOLD);
}
