import { readFileSync } from 'node:fs';
import { PairTable, pairOf } from './pair-table.ts';

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
 * up by its text took two to three times as long.
 */
interface Table {
  /** Branches by the step that leads to them: the branch before (0 is the root) and the next UTF-16 unit. */
  readonly branches: PairTable;
  /** The number of the word that ends with each branch, −1 for none. */
  readonly words: Int32Array;
  readonly vectors: Int8Array;
}

/** There are some 24,000 branches; steps hold them in 16 bits. */
const BRANCHES = 24_000;
const MOST_BRANCHES = 1 << 16;

let table: Table | undefined;

function readTable(): Table {
  const rows = readFileSync(TABLE, 'utf8').split('\n');
  const branches = new PairTable(BRANCHES);
  const words = new Int32Array(MOST_BRANCHES).fill(-1);
  const vectors = Buffer.alloc(rows.length * DIMENSIONS);
  let number = 0;
  for (const row of rows) {
    const end = row.indexOf('\t');
    if (end < SHORTEST_WORD) continue;
    let branch = 0;
    for (let i = 0; i < end; i++) branch = branches.add(pairOf(branch, row.charCodeAt(i)));
    words[branch] = number;
    vectors.write(row.slice(end + 1), number * DIMENSIONS, 'base64');
    number++;
  }
  if (branches.size >= MOST_BRANCHES)
    throw new Error(`${branches.size} branches of words are more than 16 bits can count`);
  return { branches, words, vectors: new Int8Array(vectors.buffer, vectors.byteOffset, vectors.length) };
}

/**
 * What a text is about: the sum of its words, the longest that fits taken first.
 * @returns a vector of {@link DIMENSIONS} numbers, all 0 where no word is known
 */
export function meaningOf(text: string): Float64Array {
  table ??= readTable();
  const { branches, words, vectors } = table;
  const sum = new Float64Array(DIMENSIONS);
  let at = 0;
  while (at + 1 < text.length) {
    let word = -1;
    let end = at + 1;
    let branch = branches.find(text.charCodeAt(at));
    for (let next = at + 1; branch !== 0 && next < text.length; next++) {
      branch = branches.find(pairOf(branch, text.charCodeAt(next)));
      if (branch === 0 || (words[branch] as number) < 0) continue;
      word = words[branch] as number;
      end = next + 1;
    }
    if (word >= 0) {
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
  const { branches, words } = table;
  for (let from = left.length - 1; from >= Math.max(0, left.length - LONGEST_PART); from--) {
    let branch = branches.find(left.charCodeAt(from));
    for (let at = from + 1; branch !== 0 && at < left.length; at++)
      branch = branches.find(pairOf(branch, left.charCodeAt(at)));
    for (let at = 0; branch !== 0 && at < right.length; at++) {
      branch = branches.find(pairOf(branch, right.charCodeAt(at)));
      if (branch !== 0 && (words[branch] as number) >= 0) return true;
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
