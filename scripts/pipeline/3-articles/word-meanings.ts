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

interface Table {
  readonly numbers: ReadonlyMap<string, number>;
  /** The longest word that begins with each UTF-16 unit, 0 where none does. */
  readonly longest: Uint8Array;
  readonly vectors: Int8Array;
}

let table: Table | undefined;

function readTable(): Table {
  const rows = readFileSync(TABLE, 'utf8').split('\n');
  const numbers = new Map<string, number>();
  const longest = new Uint8Array(65536);
  const vectors = new Int8Array(rows.length * DIMENSIONS);
  for (const row of rows) {
    const end = row.indexOf('\t');
    if (end < 0) continue;
    vectors.set(Buffer.from(row.slice(end + 1), 'base64'), numbers.size * DIMENSIONS);
    const first = row.charCodeAt(0);
    longest[first] = Math.max(end, longest[first] as number);
    numbers.set(row.slice(0, end), numbers.size);
  }
  return { numbers, longest, vectors };
}

/**
 * What a text is about: the sum of its words, the longest that fits taken first.
 * @returns a vector of {@link DIMENSIONS} numbers, all 0 where no word is known
 */
export function meaningOf(text: string): Float64Array {
  table ??= readTable();
  const { numbers, longest, vectors } = table;
  const sum = new Float64Array(DIMENSIONS);
  let at = 0;
  while (at + 1 < text.length) {
    let taken = 1;
    for (let length = longest[text.charCodeAt(at)] as number; length >= SHORTEST_WORD; length--) {
      const number = numbers.get(text.slice(at, at + length));
      if (number === undefined) continue;
      const from = number * DIMENSIONS;
      for (let k = 0; k < DIMENSIONS; k++) sum[k] = (sum[k] as number) + (vectors[from + k] as number);
      taken = length;
      break;
    }
    at += taken;
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
  return cosine(across, own, other);
}

/** The cosine of two vectors, from their product and the squares of their lengths; 0 where one is empty. */
export const cosine = (across: number, own: number, other: number): number =>
  own > 0 && other > 0 ? across / Math.sqrt(own * other) : 0;
