import type { Block } from '../2-blocks/row.ts';

/** Pairs of characters that one heading line may bring in: two words of 30 bits. */
const MOST_PAIRS = 60;
/** How often a pair of a headline that stands anywhere on the page stands in its own article (real pages: 0.8). */
const IN_OWN = 0.75;
/** Neighbouring pairs are not independent: each counts for this much. */
const DISCOUNT = 0.6;
/** Most that one pair can say, in nats. */
const CAP = 3.2;

const WORD_CHARACTER = /[\p{Script=Han}A-Za-z0-9]/u;
// Characters of grammar: pairs with them are everywhere.
const GRAMMAR = new Set('的了和与在是为有中上下一不这个们对将也就都而及其之等');

const wordCharacters = new Map<number, boolean>();
function isWordCharacter(code: number): boolean {
  let known = wordCharacters.get(code);
  if (known === undefined) {
    const character = String.fromCharCode(code);
    known = WORD_CHARACTER.test(character) && !GRAMMAR.has(character);
    wordCharacters.set(code, known);
  }
  return known;
}

/** Which pairs of a heading line stand in which paragraph, as bits. */
interface Pairs {
  count: number;
  /** Two words of bits for each paragraph. */
  readonly low: Int32Array;
  readonly high: Int32Array;
  /** Paragraphs that hold each pair. */
  readonly spread: Int32Array;
}

/** Words that heading lines share with paragraphs, ready to be weighed for any run of paragraphs. */
export interface Matches {
  /**
   * Evidence (nats) that the heading line `heading` belongs to paragraphs `[from, to)` and not to others:
   * shared pairs of characters, the rarer on the page the more they say.
   */
  weigh(heading: number, from: number, to: number): number;
  /** Share of the pairs of the line that stand in the paragraphs. */
  coverage(heading: number, from: number, to: number): number;
}

/** Compares heading lines with paragraphs by pairs of characters. */
export function matchWords(headings: readonly Block[], paragraphs: readonly Block[]): Matches {
  const index = new Map<number, number[]>(); // pair → heading * 64 + bit, …
  const pairs: Pairs[] = headings.map((block, h) => {
    const text = block.strand.text;
    const own = new Set<number>();
    for (let i = 1; i < text.length && own.size < MOST_PAIRS; i++) {
      const left = text.charCodeAt(i - 1);
      const right = text.charCodeAt(i);
      if (!isWordCharacter(left) || !isWordCharacter(right)) continue;
      const pair = left * 65536 + right;
      if (own.has(pair)) continue;
      const places = index.get(pair);
      if (places) places.push(h * 64 + own.size);
      else index.set(pair, [h * 64 + own.size]);
      own.add(pair);
    }
    return {
      count: own.size,
      low: new Int32Array(paragraphs.length),
      high: new Int32Array(paragraphs.length),
      spread: new Int32Array(own.size),
    };
  });
  const lengths = new Float64Array(paragraphs.length + 1);
  paragraphs.forEach((block, p) => {
    const text = block.strand.text;
    lengths[p + 1] = (lengths[p] as number) + text.length;
    for (let i = 1; i < text.length; i++) {
      const places = index.get(text.charCodeAt(i - 1) * 65536 + text.charCodeAt(i));
      if (!places) continue;
      for (const place of places) {
        const own = pairs[place >> 6] as Pairs;
        const bit = place & 63;
        const words = bit < 30 ? own.low : own.high;
        const mask = 1 << (bit < 30 ? bit : bit - 30);
        if (((words[p] as number) & mask) !== 0) continue;
        words[p] = (words[p] as number) | mask;
        own.spread[bit] = (own.spread[bit] as number) + 1;
      }
    }
  });
  const total = Math.max(lengths[paragraphs.length] as number, 1);

  function bits(own: Pairs, from: number, to: number): [number, number] {
    let low = 0;
    let high = 0;
    for (let p = from; p < to; p++) {
      low |= own.low[p] as number;
      high |= own.high[p] as number;
    }
    return [low, high];
  }
  const has = (low: number, high: number, bit: number): boolean =>
    bit < 30 ? (low & (1 << bit)) !== 0 : (high & (1 << (bit - 30))) !== 0;

  return {
    weigh(heading, from, to) {
      const own = pairs[heading] as Pairs;
      const [low, high] = bits(own, from, to);
      const leadLow = own.low[from] ?? 0;
      const leadHigh = own.high[from] ?? 0;
      const share = Math.min(((lengths[to] as number) - (lengths[from] as number)) / total, 0.95);
      let evidence = 0;
      for (let bit = 0; bit < own.count; bit++) {
        const spread = own.spread[bit] as number;
        if (spread === 0) continue;
        // By chance a run of paragraphs of this length holds the pair with this probability.
        const chance = 1 - (1 - share) ** spread;
        if (has(low, high, bit)) {
          evidence += Math.min(CAP, Math.max(0, Math.log(IN_OWN / chance)));
          if (has(leadLow, leadHigh, bit)) evidence += 0.25;
        } else evidence += Math.max(-2, Math.log((1 - IN_OWN) / (1 - chance)));
      }
      return evidence * DISCOUNT;
    },
    coverage(heading, from, to) {
      const own = pairs[heading] as Pairs;
      const [low, high] = bits(own, from, to);
      let hits = 0;
      for (let bit = 0; bit < own.count; bit++) if (has(low, high, bit)) hits++;
      return own.count > 0 ? hits / own.count : 0;
    },
  };
}
