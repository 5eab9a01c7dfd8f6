import type { SearchRequest } from '../request.ts';
import type { Found } from './evaluate-query.ts';

/** More articles than an archive will hold: a rank and an ordinal fit into one number, which sorts fast. */
const ORDINALS = 2 ** 22;
/** More hits than an article can hold. */
const HITS = 2 ** 24;

/**
 * The order of results: by date, or by relevance: what stands in headline, kicker or deck first, then how often
 * the phrases stand in the article, then the newer.
 *
 * @returns a new list
 */
export function orderArticles(
  ordinals: readonly number[],
  { counts, inHead }: Found,
  { order, grouped }: Pick<SearchRequest, 'order' | 'grouped'>,
  dateOf: (ordinal: number) => string,
): number[] {
  if (grouped || order !== 'relevance') {
    const sorted = Array.from(Uint32Array.from(ordinals).sort());
    return order === 'oldest' ? sorted : newestFirst(sorted, dateOf);
  }
  const ranks = Float64Array.from(ordinals, (ordinal) => {
    const head = inHead.has(ordinal) ? HITS : 0;
    return (head + Math.min(counts.get(ordinal)!, HITS - 1)) * ORDINALS + ordinal;
  });
  return Array.from(ranks.sort().reverse(), (rank) => rank % ORDINALS);
}

/** The newest issue first; an issue's articles stay in the order of its pages. @param sorted oldest first */
export function newestFirst(sorted: readonly number[], dateOf: (ordinal: number) => string): number[] {
  const ordered: number[] = [];
  let end = sorted.length;
  while (end > 0) {
    const date = dateOf(sorted[end - 1]!);
    let start = end - 1;
    while (start > 0 && dateOf(sorted[start - 1]!) === date) start--;
    for (let at = start; at < end; at++) ordered.push(sorted[at]!);
    end = start;
  }
  return ordered;
}
