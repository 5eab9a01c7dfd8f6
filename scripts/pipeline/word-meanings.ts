import { readFileSync } from 'node:fs';
import { PairTable, pairAt, pairOf } from './pair-table.ts';

/**
 * What words are about, as learnt from where they stand together: 16,671 words, each a direction in 32 dimensions
 * times the word's rarity. Learnt by `scripts/bench/learn-meanings.ts` (latent semantic analysis: positive pointwise
 * mutual information of words in one text, reduced) from the 30,457 texts of the daily television news of
 * 2022-09-24 to 2026-08-22, as gathered under the MIT licence in github.com/DuckBurnIncense/xin-wen-lian-bo. Of the
 * texts themselves nothing is kept but the words and these numbers.
 */
const TABLE = new URL('word-meanings.tsv', import.meta.url);

export const DIMENSIONS = 32;
const SHORTEST_WORD = 2;

/**
 * The words as a tree of their characters, so that a text is read once from left to right: looking each possible word
 * up by its text took two to three times as long. The first two characters are one step: at most places of a text no
 * word begins, and one look tells it.
 */
interface Table {
  /** The first two characters of the words, numbered. */
  readonly starts: PairTable;
  /** Longer beginnings, by the beginning before and the next UTF-16 unit; their numbers go on from those of the starts. */
  readonly steps: PairTable;
  /** By beginning: is it a word, do words go on from it? Small, for most places of a text ask no more than this. */
  readonly isWord: Uint8Array;
  readonly hasLonger: Uint8Array;
  /** The direction of each beginning that is a word. */
  readonly vectors: Int8Array;
}

/** There are some 15,600 starts and 2,900 longer beginnings; steps hold them in 16 bits. */
const STARTS = 16_000;
const STEPS = 4_000;
const MOST_BEGINNINGS = 1 << 16;

let table: Table | undefined;

function readTable(): Table {
  const rows = readFileSync(TABLE, 'utf8')
    .split('\n')
    .map((row) => ({ row, end: row.indexOf('\t') }))
    .filter(({ end }) => end >= SHORTEST_WORD);
  const starts = new PairTable(STARTS);
  const steps = new PairTable(STEPS);
  let most = 1;
  for (const { end } of rows) most += end - SHORTEST_WORD + 1;
  if (most > MOST_BEGINNINGS) throw new Error(`${most} beginnings of words are more than 16 bits can count`);
  const isWord = new Uint8Array(most);
  const hasLonger = new Uint8Array(most);
  const vectors = Buffer.alloc(most * DIMENSIONS);
  for (const { row } of rows) starts.add(pairAt(row, 1));
  for (const { row, end } of rows) {
    let beginning = starts.find(pairAt(row, 1));
    for (let i = SHORTEST_WORD; i < end; i++) {
      hasLonger[beginning] = 1;
      beginning = starts.size + steps.add(pairOf(beginning, row.charCodeAt(i)));
    }
    isWord[beginning] = 1;
    vectors.write(row.slice(end + 1), beginning * DIMENSIONS, 'base64');
  }
  const { buffer, byteOffset, length } = vectors;
  return { starts, steps, isWord, hasLonger, vectors: new Int8Array(buffer, byteOffset, length) };
}

/** The beginning of a word that is one unit longer, 0 where no word begins so. */
function goOn({ starts, steps, hasLonger }: Table, beginning: number, unit: number): number {
  if (hasLonger[beginning] === 0) return 0;
  const step = steps.find(pairOf(beginning, unit));
  return step === 0 ? 0 : starts.size + step;
}

/**
 * What a text is about: the sum of its words, the longest that fits taken first.
 * @returns a vector of {@link DIMENSIONS} numbers, all 0 where no word is known
 */
export function meaningOf(text: string): Float64Array {
  table ??= readTable();
  const { starts, isWord, vectors } = table;
  const sum = new Float64Array(DIMENSIONS);
  for (let at = 0; at + 1 < text.length; ) {
    let word = 0;
    let end = at + 1;
    let beginning = starts.find(pairAt(text, at + 1));
    for (let next = at + SHORTEST_WORD; beginning !== 0; next++) {
      if (isWord[beginning] === 1) {
        word = beginning;
        end = next;
      }
      beginning = next < text.length ? goOn(table, beginning, text.charCodeAt(next)) : 0;
    }
    if (word > 0) {
      const from = word * DIMENSIONS;
      for (let k = 0; k < DIMENSIONS; k++) sum[k] = (sum[k] as number) + (vectors[from + k] as number);
    }
    at = end;
  }
  return sum;
}

/** Longest part of a word before a line break. */
const LONGEST_PART = 3;

/** Does a known word stand across the break between two lines: 医院做完白 / 内障手术, 旅游知 / 名度? */
export function breaksWord(left: string, right: string): boolean {
  table ??= readTable();
  const { starts, isWord } = table;
  const length = left.length + right.length;
  const unitAt = (at: number): number =>
    at < left.length ? left.charCodeAt(at) : right.charCodeAt(at - left.length);
  const first = Math.max(0, left.length - LONGEST_PART);
  for (let from = left.length - 1; from >= first && right !== ''; from--) {
    let beginning = starts.find(pairOf(unitAt(from), unitAt(from + 1)));
    for (let next = from + SHORTEST_WORD; beginning !== 0; next++) {
      if (next > left.length && isWord[beginning] === 1) return true;
      beginning = next < length ? goOn(table, beginning, unitAt(next)) : 0;
    }
  }
  return false;
}

/** How alike two meanings are: the cosine of the angle between them, 0 where one is empty. */
export function likeness(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let across = 0;
  let own = 0;
  let other = 0;
  for (let k = 0; k < DIMENSIONS; k++) {
    const left = a[k] as number;
    const right = b[k] as number;
    across += left * right;
    own += left * left;
    other += right * right;
  }
  return own > 0 && other > 0 ? across / Math.sqrt(own * other) : 0;
}
