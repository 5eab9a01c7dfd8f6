import { breaksWord } from '../word-meanings.ts';
import type { Block } from './row.ts';

/** Blocks beside one (on either side) that speak of the same thing, less with each step. */
const NEAR = 2;
/** What a pair of characters is worth (nats) that stands in every block; rarer ones are worth more. */
const COMMON = 0.5;
/**
 * What a blank line says against two lines that are one (nats), and each nat of words that are found at two places of the
 * page; more than so many of them say no more. Logistic regression over 5,300 pairs of heading lines of ten sets of
 * pages, one set left out at a time, given what the lines themselves say.
 */
const APART = { always: 0.4, places: 0.3, most: 6 } as const;
/** A word is looked for in so many characters beside the break. */
const REACH = 3;

const NO_TEXT = /[^\p{Script=Han}0-9A-Za-z]+/u;

/** The pairs of characters of a line, marks aside. */
function pairsOf(line: string): Set<string> {
  const pairs = new Set<string>();
  for (const part of line.split(NO_TEXT))
    for (let end = 2; end <= part.length; end++) pairs.add(part.slice(end - 2, end));
  return pairs;
}

/** How much of a line is found in each text and near it (nats). */
function findPlaces(line: string, texts: readonly string[]): Float64Array {
  const found = new Float64Array(texts.length);
  for (const pair of pairsOf(line)) {
    const holding = texts.flatMap((text, at) => (text.includes(pair) ? [at] : []));
    const worth = Math.log(texts.length / Math.max(1, holding.length)) + COMMON;
    for (const at of holding) found[at] = (found[at] as number) + worth;
  }
  return found.map((_, at) => {
    let sum = 0;
    for (let other = Math.max(0, at - NEAR); other <= Math.min(texts.length - 1, at + NEAR); other++)
      sum += (found[other] as number) * (1 - Math.abs(other - at) / (NEAR + 1));
    return sum;
  });
}

/**
 * Evidence (nats) that two heading lines with a blank line between them belong to two articles: the words of one are found
 * at another place of the page than those of the other (军地携手护平安 / 中医夜市周五开诊). Vertical lines stand apart in any case;
 * where a known word stands across the break, the setter cut it (接种疫苗请留 / 意门诊时间变化).
 * @param blocks of the page, in their order
 * @param spaced whether blank lines of the page tell what was set as one
 * @returns 0 where the lines touch
 */
export function weighApart(left: Block, right: Block, blocks: readonly Block[], spaced: boolean): number {
  if (left.vertical || (spaced && right.gap === 0)) return 0;
  const [a, b] = [left.strand.text, right.strand.text];
  if (breaksWord(a.slice(-REACH), b.slice(0, REACH))) return 0;
  const texts = blocks.filter(({ kind }) => kind !== 'heading').map(({ strand }) => strand.text);
  const [ofLeft, ofRight] = [findPlaces(a, texts), findPlaces(b, texts)];
  const most = (places: Float64Array): number => places.reduce((high, place) => Math.max(high, place), 0);
  const together = ofLeft.map((place, at) => place + (ofRight[at] as number));
  return APART.always + APART.places * Math.min(APART.most, most(ofLeft) + most(ofRight) - most(together));
}
