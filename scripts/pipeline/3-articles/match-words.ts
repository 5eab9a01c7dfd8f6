import { isHan } from '../../../src/is-han.ts';
import type { Block } from '../2-blocks/row.ts';
import { type RarityScale, rarityOf, scaleRarity } from '../continuations.ts';
import { PairTable, pairAt, pairOf } from '../pair-table.ts';

/** Most pairs of characters that one heading line brings in. */
const MOST_PAIRS = 48;
/** Weight of the page's average against what is seen in one text: a pair seen once says less than one seen often. */
const PRIOR = 0.8;
/** Neighbouring pairs are not independent: each counts for this much. */
const DISCOUNT = 0.6;
/** Most that one pair can say, in nats. */
const CAP = 3;
/** Length counts less than it is: else a text would win headlines by being cut in two. */
const USUAL_SHARE = 0.1;
const BLEND = 0.7;
/** A pair in the first paragraph says more: headlines are made from the lead. */
const IN_LEAD = 0.25;

/** What a pair says that is frequent everywhere (工作, 群众), and one that is rare (连枝): fitted with the other weights here. */
const RARITY: RarityScale = { from: 5, over: 8, least: 0.7, most: 1.2 };

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

/** Words that heading lines share with paragraphs, ready to be weighed for any run of paragraphs. */
export interface Matches {
  /**
   * Evidence (nats) that the heading line `heading` was made from paragraphs `[from, to)` and not from the page
   * at large: where its pairs of characters stand more often there than the length of the text lets expect.
   */
  weigh(heading: number, from: number, to: number): number;
}

/** The heading lines of a page have some hundred different pairs. */
const PAIRS = 512;

/** Compares heading lines with paragraphs by pairs of characters. */
export function matchWords(headings: readonly Block[], paragraphs: readonly Block[]): Matches {
  const index = new PairTable(PAIRS);
  const placesOf: number[][] = [[]]; // by number of the pair: heading, number of the pair in the heading, …
  const width = paragraphs.length + 1;
  // rarities[h][pair]: how much the pair says.
  const rarities = headings.map((): number[] => []);
  const counts = headings.map((block, h) => {
    const text = block.strand.text;
    let count = 0;
    for (let i = 1; i < text.length && count < MOST_PAIRS; i++) {
      if (!isWordCharacter(text.charCodeAt(i - 1)) || !isWordCharacter(text.charCodeAt(i))) continue;
      const pair = index.add(pairAt(text, i));
      placesOf[pair] ??= [];
      const places = placesOf[pair];
      // The heading has had the pair before.
      if (places.length > 0 && places[places.length - 2] === h) continue;
      places.push(h, count++);
      const rarity = rarityOf(text.charCodeAt(i - 1), text.charCodeAt(i));
      (rarities[h] as number[]).push(scaleRarity(rarity, RARITY));
    }
    return count;
  });
  // sums[h][pair * width + p]: how many of the paragraphs before p hold the pair.
  const sums = counts.map((count) => new Int32Array(count * width));
  const lengths = new Float64Array(width);
  paragraphs.forEach((block, p) => {
    const text = block.strand.text;
    lengths[p + 1] = (lengths[p] as number) + text.length;
    let left = text.charCodeAt(0);
    for (let i = 1; i < text.length; i++) {
      const right = text.charCodeAt(i);
      const pair = index.find(pairOf(left, right));
      left = right;
      if (pair === 0) continue;
      const places = placesOf[pair] as number[];
      for (let k = 0; k < places.length; k += 2) {
        (sums[places[k] as number] as Int32Array)[(places[k + 1] as number) * width + p + 1] = 1;
      }
    }
  });
  for (const sum of sums) {
    for (let start = 0; start < sum.length; start += width) {
      for (let p = 1; p < width; p++)
        sum[start + p] = (sum[start + p] as number) + (sum[start + p - 1] as number);
    }
  }
  const total = Math.max(lengths[paragraphs.length] as number, 1);

  return {
    weigh(heading, from, to) {
      const sum = sums[heading] as Int32Array;
      const says = rarities[heading] as readonly number[];
      const share = Math.max(
        (((lengths[to] as number) - (lengths[from] as number)) / total) ** BLEND * USUAL_SHARE ** (1 - BLEND),
        0.01,
      );
      let evidence = 0;
      for (let start = 0; start < sum.length; start += width) {
        const spread = sum[start + width - 1] as number;
        if (spread === 0) continue;
        const here = (sum[start + to] as number) - (sum[start + from] as number);
        const expected = (here + PRIOR * share) / (spread + PRIOR);
        const inLead = (sum[start + from + 1] as number) > (sum[start + from] as number);
        const found = Math.min(CAP, Math.log(expected / share)) + (inLead ? IN_LEAD : 0);
        evidence += (says[start / width] as number) * found;
      }
      return evidence * DISCOUNT;
    },
  };
}

/** Pairs of neighbouring Chinese characters that two short texts share. */
export function sharedPairs(a: string, b: string): number {
  let count = 0;
  for (let i = 1; i < a.length; i++) {
    if (!isHan(a.charCodeAt(i - 1)) || !isHan(a.charCodeAt(i))) continue;
    if (b.includes(a.slice(i - 1, i + 1))) count++;
  }
  return count;
}
