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
  const newest = offices.toSorted((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
  return [...Map.groupBy(newest, ({ office }) => office)].map(([office, stated]) => ({
    office,
    stated: stated.toReversed(),
  }));
}
