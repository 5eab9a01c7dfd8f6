import type { Facet } from '../files.ts';
import { CHOICES, type Choice, type SearchRequest } from '../request.ts';
import type { ArchiveTable } from './archive-table.ts';
import type { OpenArchive } from './search-engine.ts';

/** Whether an article is within the dates and the chosen facets. */
export type Fits = (ordinal: number) => boolean;

/**
 * What dates and facets of a request leave.
 *
 * @param except a facet whose own choice is left out
 * @returns nothing where the request narrows nothing
 * @throws {LoadError} when a file does not arrive
 */
export async function makeFilter(
  archive: OpenArchive,
  request: SearchRequest,
  except?: Choice,
): Promise<Fits | undefined> {
  const { from, to, chosen } = request;
  const { table } = archive;
  const conditions = await Promise.all(
    CHOICES.filter((choice) => choice !== except && chosen[choice]).map((choice) =>
      markChosen(archive, choice, new Set(chosen[choice])),
    ),
  );
  if (from === undefined && to === undefined && conditions.length === 0) return undefined;
  // Articles lie in the order of their dates.
  const first = from === undefined ? table.first : firstWhere(table, (date) => date >= from);
  const end = to === undefined ? table.end : firstWhere(table, (date) => date > to);
  return (ordinal) =>
    ordinal >= first && ordinal < end && conditions.every((marked) => marked[ordinal - table.first] === 1);
}

/** A mark for each article, oldest first, that has one of the chosen values. */
async function markChosen(
  { table, facetColumns }: OpenArchive,
  choice: Choice,
  wanted: ReadonlySet<string>,
): Promise<Uint8Array> {
  const marked = new Uint8Array(table.end - table.first);
  if (choice === 'year' || choice === 'month') {
    const length = choice === 'year' ? 4 : 7;
    for (let at = 0; at < marked.length; at++) {
      if (wanted.has(table.dateOf(table.first + at).slice(0, length))) marked[at] = 1;
    }
    return marked;
  }
  for (const { first, values, of } of await facetColumns(choice satisfies Facet)) {
    const numbers = new Set(values.flatMap((value, number) => (wanted.has(value) ? [number] : [])));
    if (numbers.size === 0) continue;
    of.forEach((own, at) => {
      const place = first + at - table.first;
      if (place >= 0 && own.some((number) => numbers.has(number))) marked[place] = 1;
    });
  }
  return marked;
}

/** The first article whose date is late enough; the end where none is. */
function firstWhere(table: ArchiveTable, late: (date: string) => boolean): number {
  let low = table.first;
  let high = table.end;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (late(table.dateOf(middle))) high = middle;
    else low = middle + 1;
  }
  return low;
}
