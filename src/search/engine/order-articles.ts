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
): number[] {
  if (grouped || order !== 'relevance') {
    // An issue's articles stay in the order of its pages, whichever issue comes first.
    const sorted = Array.from(Uint32Array.from(ordinals).sort());
    return order === 'oldest' ? sorted : sorted.reverse();
  }
  const ranks = Float64Array.from(ordinals, (ordinal) => {
    const head = inHead.has(ordinal) ? HITS : 0;
    return (head + Math.min(counts.get(ordinal)!, HITS - 1)) * ORDINALS + ordinal;
  });
  return Array.from(ranks.sort().reverse(), (rank) => rank % ORDINALS);
}
