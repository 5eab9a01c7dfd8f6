import { type RarityScale, rarityOf, scaleRarity } from '../continuations.ts';
import type { NumberedPairs } from './number-pairs.ts';

/** Paragraphs so far apart are still linked. */
const REACH = 3;
/** What a pair says that is frequent everywhere, and one that is rare; fitted as to gaps of 19 papers left out. */
const RARITY: RarityScale = { from: 5, over: 8, least: 0.5, most: 1.1 };
/** A shorter paragraph counts as if it had this length. */
const SHORTEST = 20;

/**
 * Rare pairs of characters that link neighbouring paragraphs, summed over each gap and brought to a common scale.
 * @returns by paragraph after the gap, how much the text before and behind it has in common
 */
export function weighCohesion(paragraphs: readonly string[], pairs: NumberedPairs): Float64Array {
  const n = paragraphs.length;
  // By number of the pair: how many paragraphs held it, and the last of them, counted from 1.
  const counts = new Int32Array(pairs.count + 1);
  const last = new Int32Array(pairs.count + 1);
  const says = new Float64Array(pairs.count + 1);
  const links: number[] = []; // the paragraphs and the pair, three numbers each
  let start = 0;
  paragraphs.forEach((text, p) => {
    const end = start + text.length;
    for (let at = start; at < end; at++) {
      const pair = pairs.numbers[at] as number;
      if (pair === 0) continue;
      const before = (last[pair] as number) - 1;
      if (before === p) continue;
      last[pair] = p + 1;
      counts[pair] = (counts[pair] as number) + 1;
      if (before < 0 || p - before > REACH) continue;
      if (says[pair] === 0) {
        const rarity = rarityOf(text.charCodeAt(at - start - 1), text.charCodeAt(at - start));
        says[pair] = scaleRarity(rarity, RARITY);
      }
      links.push(before, p, pair);
    }
    start = end;
  });
  const cohesion = new Float64Array(n + 1);
  const log = Math.log(n + 1);
  for (let k = 0; k < links.length; k += 3) {
    const a = links[k] as number;
    const b = links[k + 1] as number;
    const pair = links[k + 2] as number;
    const weight = ((says[pair] as number) * (log - Math.log(counts[pair] as number))) / log / (b - a);
    for (let g = a + 1; g <= b; g++) cohesion[g] = (cohesion[g] as number) + weight;
  }
  for (let g = 1; g < n; g++) {
    const size = Math.min((paragraphs[g - 1] as string).length, (paragraphs[g] as string).length);
    cohesion[g] = (cohesion[g] as number) / Math.sqrt(Math.max(size, SHORTEST));
  }
  return cohesion;
}
