import { readFileSync } from 'node:fs';

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
 * up by its text took a tenth of all the cleaner's time, this takes a fiftieth.
 */
interface Table {
  /** The branch that begins with each UTF-16 unit, 0 where no word does. */
  readonly beginnings: Uint16Array;
  /** The branches that go on from a branch (`branch << 16 | unit`), by an open hash: places of {@link keys} and where they lead. */
  readonly keys: Int32Array;
  readonly targets: Uint16Array;
  /** The number of the word that ends with each branch, −1 for none. */
  readonly words: Int32Array;
  readonly vectors: Int8Array;
}

/** Places of the hash: over four times as many as there are branches (24,000), so that few keys meet. */
const PLACES = 1 << 17;
/** More than the branches; they are counted in 16 bits. */
const MOST_BRANCHES = 1 << 16;

/** The place of a key in the hash, or the free one where it would stand. */
function placeOf(keys: Int32Array, key: number): number {
  let place = Math.imul(key, 0x9e3779b1) >>> 15;
  while (keys[place] !== key && keys[place] !== 0) place = (place + 1) & (PLACES - 1);
  return place;
}

let table: Table | undefined;

function readTable(): Table {
  const rows = readFileSync(TABLE, 'utf8').split('\n');
  const beginnings = new Uint16Array(65536);
  const keys = new Int32Array(PLACES);
  const targets = new Uint16Array(PLACES);
  const words = new Int32Array(MOST_BRANCHES).fill(-1);
  const vectors = Buffer.alloc(rows.length * DIMENSIONS);
  let branches = 0;
  let number = 0;
  for (const row of rows) {
    const end = row.indexOf('\t');
    if (end < SHORTEST_WORD) continue;
    const first = row.charCodeAt(0);
    beginnings[first] ||= ++branches;
    let branch = beginnings[first];
    for (let i = 1; i < end; i++) {
      const key = (branch << 16) | row.charCodeAt(i);
      const place = placeOf(keys, key);
      keys[place] = key;
      targets[place] ||= ++branches;
      branch = targets[place];
    }
    words[branch] = number;
    vectors.write(row.slice(end + 1), number * DIMENSIONS, 'base64');
    number++;
  }
  if (branches >= MOST_BRANCHES)
    throw new Error(`${branches} branches of words are more than 16 bits can count`);
  return {
    beginnings,
    keys,
    targets,
    words,
    vectors: new Int8Array(vectors.buffer, vectors.byteOffset, vectors.length),
  };
}

/**
 * What a text is about: the sum of its words, the longest that fits taken first.
 * @returns a vector of {@link DIMENSIONS} numbers, all 0 where no word is known
 */
export function meaningOf(text: string): Float64Array {
  table ??= readTable();
  const { beginnings, keys, targets, words, vectors } = table;
  const sum = new Float64Array(DIMENSIONS);
  let at = 0;
  while (at + 1 < text.length) {
    let word = -1;
    let end = at + 1;
    let branch = beginnings[text.charCodeAt(at)] as number;
    for (let next = at + 1; branch !== 0 && next < text.length; next++) {
      branch = targets[placeOf(keys, (branch << 16) | text.charCodeAt(next))] as number;
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
