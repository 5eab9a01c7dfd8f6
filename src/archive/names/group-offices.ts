import type { NameEntry } from '../../model.ts';

type Office = NameEntry['offices'][number];

/** An office as articles word it, and those articles from the earliest to the latest. */
export interface HeldOffice {
  office: string;
  stated: readonly Office[];
}

/**
 * The offices of a person, each wording once: a district paper names the same office in every report.
 *
 * @param offices as editors listed them, in any order
 * @returns the wording that was printed last comes first
 */
export function groupOffices(offices: readonly Office[]): HeldOffice[] {
  const byDate = [...offices].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  return [...Map.groupBy(byDate, ({ office }) => office)]
    .map(([office, stated]) => ({ office, stated }))
    .sort((a, b) => {
      const [one, other] = [a.stated.at(-1)?.date ?? '', b.stated.at(-1)?.date ?? ''];
      return one < other ? 1 : one > other ? -1 : 0;
    });
}
