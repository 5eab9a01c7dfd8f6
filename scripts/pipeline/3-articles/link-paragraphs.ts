import { type RarityScale, rarityOf, scaleRarity } from '../continuations.ts';
import { PairTable, pairOf } from '../pair-table.ts';
import type { NumberedPairs } from './number-pairs.ts';

/** Paragraphs so far apart are still linked. */
const REACH = 6;
/** What stands in more paragraphs is no name that links two, but a word of the whole page. */
const MOST = 8;
/** Unless they stand close together: the feature is about him (班国祥 in twelve paragraphs of thirty). */
const MOST_DENSE = 24;
const DENSE = 0.35;

/** 负责人 or 进一步 links nothing though it stands in two paragraphs only, 卢沟桥 does; fitted as to gaps of 19 papers left out. */
const RARITY: RarityScale = { from: 13, over: 10, least: 0.1, most: 1.2 };

/** A page has some thousand different runs. */
const RUNS = 4096;
/** A key has room for fewer pairs than this beside the third character. */
const MOST_PAIRS = 1 << 16;

/** Numbers runs of three characters: by the number of the first two, then the third. */
function numberRuns(pairs: number): (pair: number, third: number) => number {
  if (pairs < MOST_PAIRS) {
    const runs = new PairTable(RUNS);
    return (pair, third) => runs.add(pairOf(pair, third));
  }
  // No page has so many pairs, but any text must come through: this is slower, and right.
  const numbers = new Map<number, number>();
  return (pair, third) => {
    const key = pair * MOST_PAIRS + third;
    const number = numbers.get(key) ?? numbers.size + 1;
    if (number > numbers.size) numbers.set(key, number);
    return number;
  };
}

/**
 * Names and terms that the text before and behind each gap have in common: runs of three characters that stand in few
 * paragraphs of the page, the rarer (there, and in texts at large) and the nearer the more.
 * @returns by paragraph after the gap, what links across it
 */
export function linkParagraphs(paragraphs: readonly string[], pairs: NumberedPairs): Float64Array {
  const { numbers } = pairs;
  const numberOf = numberRuns(pairs.count);
  // By number of the run: how many paragraphs have it, the first and the last of them, counted from 1.
  const counts = new Int32Array(numbers.length + 1);
  const lasts = new Int32Array(numbers.length + 1);
  const firsts = new Int32Array(numbers.length + 1);
  const says: number[] = []; // by number of the run: how much it says
  const links: number[] = []; // the run and two paragraphs that it links
  let start = 0;
  paragraphs.forEach((text, p) => {
    for (let i = 2; i < text.length; i++) {
      const pair = numbers[start + i - 1] as number;
      if (pair === 0 || numbers[start + i] === 0) continue;
      const run = numberOf(pair, text.charCodeAt(i));
      const last = (lasts[run] as number) - 1;
      if (last === p) continue;
      lasts[run] = p + 1;
      if (firsts[run] === 0) firsts[run] = p + 1;
      counts[run] = (counts[run] as number) + 1;
      if (last < 0 || p - last > REACH) continue;
      // Most runs stand in one paragraph and link nothing: nobody asks how rare they are.
      says[run] ??= scaleRarity(
        rarityOf(text.charCodeAt(i - 2), text.charCodeAt(i - 1), text.charCodeAt(i)),
        RARITY,
      );
      links.push(run, last, p);
    }
    start += text.length;
  });
  const weights = new Float64Array(paragraphs.length + 1);
  const log = Math.log(paragraphs.length + 1);
  for (let k = 0; k < links.length; k += 3) {
    const run = links[k] as number;
    const held = counts[run] as number;
    const spread = (lasts[run] as number) - (firsts[run] as number) + 1;
    if (held > MOST && (held > MOST_DENSE || held < spread * DENSE)) continue;
    const a = links[k + 1] as number;
    const b = links[k + 2] as number;
    const weight = ((says[run] as number) * (1 - Math.log(held) / log)) / (b - a);
    for (let g = a + 1; g <= b; g++) weights[g] = (weights[g] as number) + weight;
  }
  return weights;
}
