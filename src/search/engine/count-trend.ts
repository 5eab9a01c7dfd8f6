import { MOST_PHRASES, type SearchRequest } from '../request.ts';
import { findArticles } from './answer-search.ts';
import type { SearchEngine } from './search-engine.ts';

/** Hits of each phrase by month or year. */
export interface Trend {
  phrases: string[];
  /** Oldest first, without gaps: a month without an issue is there with `characters` 0. */
  periods: { period: string; characters: number; hits: number[] }[];
}

/**
 * Counts hits over time, for the query of a request and for up to four more phrases. Dates and facets hold for
 * all of them.
 *
 * @throws {LoadError} when a file does not arrive
 */
export async function countTrend(engine: SearchEngine, request: SearchRequest): Promise<Trend> {
  const { characters } = await engine.files.manifest();
  const phrases = [request.q, ...request.phrases]
    .filter((phrase) => phrase.trim() !== '')
    .slice(0, MOST_PHRASES);
  const length = request.unit === 'year' ? 4 : 7;
  const columns = await Promise.all(
    phrases.map(async (q) => {
      const { archive, found, ordinals } = await findArticles(engine, { ...request, q });
      const counts = new Map<string, number>();
      for (const ordinal of ordinals) {
        const period = archive.table.dateOf(ordinal).slice(0, length);
        counts.set(period, (counts.get(period) ?? 0) + found.counts.get(ordinal)!);
      }
      return counts;
    }),
  );
  const printed = new Map<string, number>();
  for (const [month, count] of Object.entries(characters)) {
    if (!holdsMonth(month, request)) continue;
    const period = month.slice(0, length);
    printed.set(period, (printed.get(period) ?? 0) + count);
  }
  return {
    phrases,
    periods: listPeriods([...printed.keys()], request.unit).map((period) => ({
      period,
      characters: printed.get(period) ?? 0,
      hits: columns.map((counts) => counts.get(period) ?? 0),
    })),
  };
}

/** Whether a month is at least partly inside the dates of a request. */
function holdsMonth(month: string, { from, to, chosen }: SearchRequest): boolean {
  if (from !== undefined && month < from.slice(0, 7)) return false;
  if (to !== undefined && month > to.slice(0, 7)) return false;
  if (chosen.year && !chosen.year.includes(month.slice(0, 4))) return false;
  return !chosen.month || chosen.month.includes(month);
}

/** Every year or month from the first to the last. */
export function listPeriods(known: readonly string[], unit: 'year' | 'month'): string[] {
  const sorted = [...known].sort();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return [];
  const periods: string[] = [];
  for (let year = Number(first.slice(0, 4)); year <= Number(last.slice(0, 4)); year++) {
    if (unit === 'year') periods.push(String(year));
    else {
      for (let month = 1; month <= 12; month++) {
        const period = `${year}-${String(month).padStart(2, '0')}`;
        if (period >= first && period <= last) periods.push(period);
      }
    }
  }
  return periods;
}
