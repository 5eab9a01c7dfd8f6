import { CHOICES, type Choice, type SearchRequest } from '../request.ts';
import { findArticles } from './answer-search.ts';
import { makeFilter } from './filter-articles.ts';
import type { OpenArchive, SearchEngine } from './search-engine.ts';

/** A value of a facet with how many articles of the present result have it. */
export interface FacetCount {
  value: string;
  count: number;
}

/**
 * Counts every facet for a request. A facet counts as if nothing of its own were chosen, so that a reader sees
 * what another choice would give.
 *
 * @throws {LoadError} when a file does not arrive
 */
export async function countFacets(
  engine: SearchEngine,
  request: SearchRequest,
): Promise<Record<Choice, FacetCount[]>> {
  const { archive, found } = await findArticles(engine, request);
  const all = Uint32Array.from(found.counts.keys()).sort();
  const fits = await makeFilter(archive, request);
  const shown = fits ? all.filter(fits) : all;
  const counted = await Promise.all(
    CHOICES.map(async (choice) => {
      const chosen = request.chosen[choice];
      const own = chosen ? await makeFilter(archive, request, choice) : undefined;
      const ordinals = chosen ? (own ? all.filter(own) : all) : shown;
      const counts = await countValues(archive, choice, ordinals);
      for (const value of chosen ?? []) if (!counts.has(value)) counts.set(value, 0);
      return [choice, sortCounts(choice, counts)] as const;
    }),
  );
  return Object.fromEntries(counted) as Record<Choice, FacetCount[]>;
}

/** @param ordinals sorted */
async function countValues(
  { table, facetColumns }: OpenArchive,
  choice: Choice,
  ordinals: Uint32Array,
): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  const add = (value: string, count: number) => counts.set(value, (counts.get(value) ?? 0) + count);
  if (choice === 'year' || choice === 'month') {
    const length = choice === 'year' ? 4 : 7;
    for (const ordinal of ordinals) add(table.dateOf(ordinal).slice(0, length), 1);
    return counts;
  }
  let at = 0;
  for (const { first, values, of } of await facetColumns(choice)) {
    const numbers = new Uint32Array(values.length);
    for (; at < ordinals.length && ordinals[at]! < first + of.length; at++) {
      for (const number of of[ordinals[at]! - first]!) numbers[number]!++;
    }
    numbers.forEach((count, number) => {
      if (count > 0) add(values[number]!, count);
    });
  }
  return counts;
}

function sortCounts(choice: Choice, counts: Map<string, number>): FacetCount[] {
  const list = [...counts].map(([value, count]) => ({ value, count }));
  const byValue = (a: FacetCount, b: FacetCount) => (a.value < b.value ? -1 : 1);
  if (choice === 'year' || choice === 'month') return list.sort((a, b) => -byValue(a, b));
  if (choice === 'page') return list.sort(byValue);
  return list.sort((a, b) => b.count - a.count || byValue(a, b));
}
