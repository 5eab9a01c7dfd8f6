import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

// node scripts/bench/learn-meanings.ts <folder> <file>: learns the table of `pipeline/word-meanings.tsv` from the
// Markdown files of a folder, each the news of a day: "### headline", then its paragraphs. What the table in the
// repository was learnt from stands in `pipeline/word-meanings.ts`.

const DIMENSIONS = 32;
/** Most words, and the fewest texts that a word stands in. */
const WORDS = 22_000;
const FEWEST_TEXTS = 3;
/** A word that stands in more of the texts than this says nothing. */
const EVERYWHERE = 0.25;
/** A text is a news item, or so many characters of a long one. */
const TEXT = 500;
const SHORTEST_TEXT = 60;
/** Association is measured against a flattened distribution, else rare words are near everything. */
const FLATTEN = 0.75;
/** Columns beyond those kept, and rounds, of the subspace iteration. */
const SPARE = 16;
const ROUNDS = 8;
const LARGEST = 127;

const [folder, file] = process.argv.slice(2);
if (!folder || !file) {
  console.error('node scripts/bench/learn-meanings.ts <folder of Markdown files> <file to write>');
  process.exit(2);
}

function readTexts(from: string): string[] {
  const texts: string[] = [];
  const names = readdirSync(from).filter((name) => name.endsWith('.md'));
  for (const name of names.sort()) {
    for (const item of readFileSync(join(from, name), 'utf8').split('\n### ').slice(1)) {
      const end = item.indexOf('\n');
      const headline = item.slice(0, end);
      let text = headline;
      for (const paragraph of item.slice(end).split('</p>')) {
        text += `\n${paragraph.replace(/<[^>]+>/gu, '')}`;
        if (text.length <= TEXT) continue;
        texts.push(text);
        text = headline;
      }
      if (text.length > SHORTEST_TEXT) texts.push(text);
    }
  }
  return texts;
}

const HAN = /^\p{Script=Han}{2,5}$/u;
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Counts of the words of each text. */
function countWords(texts: readonly string[]): Map<string, number>[] {
  return texts.map((text) => {
    const counts = new Map<string, number>();
    for (const { segment } of segmenter.segment(text)) {
      if (HAN.test(segment)) counts.set(segment, (counts.get(segment) ?? 0) + 1);
    }
    return counts;
  });
}

/** How much more often two words stand in one text than chance has it (positive pointwise mutual information). */
function associate(
  counts: readonly Map<string, number>[],
  numbers: ReadonlyMap<string, number>,
): Float32Array {
  const n = numbers.size;
  const matrix = new Float32Array(n * n);
  for (const text of counts) {
    const own: number[] = [];
    const weights: number[] = [];
    for (const [word, count] of text) {
      const number = numbers.get(word);
      if (number === undefined) continue;
      own.push(number);
      weights.push(Math.log1p(count));
    }
    for (let i = 0; i < own.length; i++) {
      const row = (own[i] as number) * n;
      for (let j = 0; j < own.length; j++) {
        const at = row + (own[j] as number);
        matrix[at] = (matrix[at] as number) + (weights[i] as number) * (weights[j] as number);
      }
    }
  }
  const sums = new Float64Array(n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) sums[i] = (sums[i] as number) + (matrix[i * n + j] as number);
  const flat = sums.map((sum) => sum ** FLATTEN);
  const all = flat.reduce((a, b) => a + b, 0);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const seen = matrix[i * n + j] as number;
      const expected = ((sums[i] as number) * (flat[j] as number)) / all;
      matrix[i * n + j] = seen > expected ? Math.log(seen / expected) : 0;
    }
  }
  return matrix;
}

/** Makes columns (each an array) orthonormal (modified Gram-Schmidt). */
function orthonormalise(columns: readonly Float64Array[]): void {
  columns.forEach((column, k) => {
    for (const other of columns.slice(0, k)) {
      const along = dot(column, other);
      for (let i = 0; i < column.length; i++)
        column[i] = (column[i] as number) - along * (other[i] as number);
    }
    const length = Math.sqrt(dot(column, column));
    for (let i = 0; i < column.length; i++) column[i] = (column[i] as number) / length;
  });
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

/** The matrix, or its transpose, times columns. */
function multiply(
  matrix: Float32Array,
  columns: readonly Float64Array[],
  transposed: boolean,
): Float64Array[] {
  const n = columns[0]?.length ?? 0;
  const width = columns.length;
  const from = new Float64Array(n * width);
  columns.forEach((column, k) => {
    for (let i = 0; i < n; i++) from[i * width + k] = column[i] as number;
  });
  const into = new Float64Array(n * width);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const value = matrix[i * n + j] as number;
      if (value === 0) continue;
      const source = (transposed ? i : j) * width;
      const target = (transposed ? j : i) * width;
      for (let k = 0; k < width; k++)
        into[target + k] = (into[target + k] as number) + value * (from[source + k] as number);
    }
  }
  return columns.map((_, k) =>
    Float64Array.from({ length: n }, (_value, i) => into[i * width + k] as number),
  );
}

/**
 * The leading left singular vectors, each times the root of its singular value (latent semantic analysis). Packages
 * for Node (ml-matrix among them) decompose a matrix whole and in double precision; this one is too large for that.
 */
function reduce(matrix: Float32Array, n: number): Float64Array[] {
  let state = 1;
  const random = (): number => {
    state = (Math.imul(state, 48271) >>> 0) % 2147483647;
    return state / 2147483647 - 0.5;
  };
  let right: Float64Array[] = Array.from({ length: DIMENSIONS + SPARE }, () =>
    Float64Array.from({ length: n }, random),
  );
  let left = right;
  for (let round = 0; round < ROUNDS; round++) {
    orthonormalise(right);
    left = multiply(matrix, right, false);
    orthonormalise(left);
    right = multiply(matrix, left, true);
    console.log(`round ${round + 1} of ${ROUNDS}`);
  }
  const sizes = right.map((column) => Math.sqrt(dot(column, column)));
  return left
    .slice(0, DIMENSIONS)
    .map((column, k) => column.map((value) => value * Math.sqrt(sizes[k] as number)));
}

const texts = readTexts(folder);
const counts = countWords(texts);
const spread = new Map<string, number>();
for (const text of counts) for (const word of text.keys()) spread.set(word, (spread.get(word) ?? 0) + 1);
const words = [...spread]
  .filter(([, count]) => count >= FEWEST_TEXTS && count < texts.length * EVERYWHERE)
  .sort(([a, m], [b, k]) => k - m || (a < b ? -1 : 1))
  .slice(0, WORDS)
  .map(([word]) => word);
console.log(`${pathToFileURL(folder).pathname}: ${texts.length} texts, ${words.length} words`);
const numbers = new Map(words.map((word, number) => [word, number]));
const columns = reduce(associate(counts, numbers), words.length);

// A word counts by how much it says: its direction, times its rarity.
const vectors = words.map((word, i) => {
  const vector = Float64Array.from(columns, (column) => column[i] as number);
  const rarity = Math.log(texts.length / (spread.get(word) as number));
  const length = Math.sqrt(dot(vector, vector)) || 1;
  return vector.map((value) => (value / length) * rarity);
});
// What all texts have in common says nothing of any: the first direction of all texts is taken out.
const sumOf = (text: ReadonlyMap<string, number>): Float64Array => {
  const sum = new Float64Array(DIMENSIONS);
  for (const [word, count] of text) {
    const vector = vectors[numbers.get(word) ?? -1];
    if (vector)
      for (let k = 0; k < DIMENSIONS; k++) sum[k] = (sum[k] as number) + count * (vector[k] as number);
  }
  const length = Math.sqrt(dot(sum, sum)) || 1;
  return sum.map((value) => value / length);
};
const sums = counts.map(sumOf);
let common: Float64Array = new Float64Array(DIMENSIONS).fill(1);
for (let round = 0; round < 50; round++) {
  const next = new Float64Array(DIMENSIONS);
  for (const sum of sums) {
    const along = dot(sum, common);
    for (let k = 0; k < DIMENSIONS; k++) next[k] = (next[k] as number) + along * (sum[k] as number);
  }
  const length = Math.sqrt(dot(next, next));
  common = next.map((value) => value / length);
}
for (const vector of vectors) {
  const along = dot(vector, common);
  for (let k = 0; k < DIMENSIONS; k++) vector[k] = (vector[k] as number) - along * (common[k] as number);
}
let largest = 0;
for (const vector of vectors) for (const value of vector) largest = Math.max(largest, Math.abs(value));
const rows = words.map((word, i) => {
  const bytes = Int8Array.from(vectors[i] as Float64Array, (value) =>
    Math.round((value / largest) * LARGEST),
  );
  return `${word}\t${Buffer.from(bytes.buffer).toString('base64')}`;
});
writeFileSync(file, `${rows.join('\n')}\n`);
