import type { Mention } from './index-names.ts';

/**
 * The mentions of a name by the year of their articles. As a rule those of a year stand together, and only its first is
 * looked at closely: the names of a large archive are mentioned half a million times.
 *
 * @param mentions of one name
 * @returns years in the order in which they come up, each with its own mentions in theirs
 */
export function mentionsByYear(mentions: readonly Mention[]): Map<string, Mention[]> {
  const years = new Map<string, Mention[]>();
  let year: string | undefined;
  let list: Mention[] = [];
  for (const mention of mentions) {
    const { date } = mention.article;
    if (year === undefined || !date.startsWith(year)) {
      year = date.slice(0, 4);
      list = years.get(year) ?? [];
      years.set(year, list);
    }
    list.push(mention);
  }
  return years;
}
