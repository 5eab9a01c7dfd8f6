import { readFileSync } from 'node:fs';
import { PairTable, pairAt, pairOf } from './pair-table.ts';

/**
 * Which character follows which, and which follows two: a model of three characters (Katz's backing off without
 * discounts: what is not kept of a context shares what the kept ones leave). Counted by
 * `scripts/bench/learn-continuations.ts` in the 9.7 million Chinese characters of the daily television news of
 * 2022-09-24 to 2026-08-22, as gathered under the MIT licence in github.com/DuckBurnIncense/xin-wen-lian-bo. Of the
 * texts themselves nothing is kept but these counts.
 */
const TABLE = new URL('continuations.tsv', import.meta.url);

/** About how many pairs, contexts of two and runs of three the table has. */
const PAIRS = 22_000;
const CONTEXTS = 17_000;
const RUNS = 29_000;
const UNITS = 1 << 16;

/** Steps of the table's scale to one nat. */
const SCALE = 4;
const ZERO = 0x30;

/** The logarithm of a probability (0 and below) as one printable character, within an eighth of a nat. */
export const encodeWeight = (weight: number): string =>
  String.fromCharCode(ZERO + Math.round(SCALE * -weight));

const weightAt = (row: string, at: number): number => (ZERO - row.charCodeAt(at)) / SCALE;

/** One UTF-16 unit of a text as the table knows it: numbers and Latin words differ, so each digit and letter is one. */
export const unitAt = (text: string, at: number): number => unitOf(text.charCodeAt(at));

function unitOf(code: number): number {
  if (code >= 0x30 && code <= 0x39) return 0x30;
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) ? 0x61 : code;
}

/** All weights are logarithms (nats). */
interface Model {
  /** How likely each character is anywhere. */
  readonly single: Float32Array;
  /** By character: what those that do not follow it in the table have of their likelihood anywhere. */
  readonly restOfSingle: Float32Array;
  readonly pairs: PairTable;
  readonly pair: Float32Array;
  /** Of two characters: what those that do not follow them in the table have of their likelihood after the second. */
  readonly contexts: PairTable;
  readonly restOfContext: Float32Array;
  readonly runs: PairTable;
  readonly run: Float32Array;
}

let model: Model | undefined;

function readModel(): Model {
  const rows = readFileSync(TABLE, 'utf8').split('\n');
  const [first = ''] = rows;
  const single = new Float32Array(UNITS).fill(weightAt(first, 1));
  for (let at = 2; at < first.length; at += 2) single[first.charCodeAt(at)] = weightAt(first, at + 1);
  const restOfSingle = new Float32Array(UNITS);
  const pairs = new PairTable(PAIRS);
  const pair: number[] = [0];
  const contexts = new PairTable(CONTEXTS);
  const restOfContext: number[] = [0];
  const runs = new PairTable(RUNS);
  const run: number[] = [0];
  for (const row of rows.slice(1)) {
    const tab = row.indexOf('\t');
    const rest = weightAt(row, tab + 1);
    if (tab === 1) {
      const begins = row.charCodeAt(0);
      restOfSingle[begins] = rest;
      for (let at = tab + 2; at < row.length; at += 2) {
        pairs.add(pairOf(begins, row.charCodeAt(at)));
        pair.push(weightAt(row, at + 1));
      }
    } else if (tab === 2) {
      const context = contexts.add(pairAt(row, 1));
      restOfContext.push(rest);
      for (let at = tab + 2; at < row.length; at += 2) {
        runs.add(pairOf(context, row.charCodeAt(at)));
        run.push(weightAt(row, at + 1));
      }
    }
  }
  if (contexts.size >= UNITS)
    throw new Error(
      `${TABLE.pathname}: ${contexts.size} contexts of two, expected fewer than ${UNITS}: raise LEAST_SAID and learn it again`,
    );
  return {
    single,
    restOfSingle,
    pairs,
    pair: Float32Array.from(pair),
    contexts,
    restOfContext: Float32Array.from(restOfContext),
    runs,
    run: Float32Array.from(run),
  };
}

/** Logarithm of how likely a character follows another. */
function likelihoodAfterOne(
  { pairs, pair, restOfSingle, single }: Model,
  left: number,
  right: number,
): number {
  const known = pairs.find(pairOf(left, right));
  return known > 0 ? (pair[known] as number) : (restOfSingle[left] as number) + (single[right] as number);
}

/** Logarithm of how likely a character follows two others. */
function likelihoodAfterTwo(known: Model, before: number, left: number, right: number): number {
  const context = known.contexts.find(pairOf(before, left));
  if (context === 0) return likelihoodAfterOne(known, left, right);
  const number = known.runs.find(pairOf(context, right));
  return number > 0
    ? (known.run[number] as number)
    : (known.restOfContext[context] as number) + likelihoodAfterOne(known, left, right);
}

/**
 * How much likelier a text goes on with another than with any text (nats): 整治街 | 巷126条 much, 整治街 | 的满意率
 * hardly. Two characters before the break and two behind it are asked.
 * @returns 0 where one of them is empty
 */
export function weighContinuation(left: string, right: string): number {
  if (left === '' || right === '') return 0;
  model ??= readModel();
  const last = unitAt(left, left.length - 1);
  const first = unitAt(right, 0);
  const across =
    left.length > 1
      ? likelihoodAfterTwo(model, unitAt(left, left.length - 2), last, first)
      : likelihoodAfterOne(model, last, first);
  const weight = across - (model.single[first] as number);
  if (right.length < 2) return weight;
  const second = unitAt(right, 1);
  return weight + likelihoodAfterTwo(model, last, first, second) - likelihoodAfterOne(model, first, second);
}

/**
 * How rare two characters are one behind the other, or three, in texts at large: the negative logarithm (nats) of how
 * likely they stand at a place. 发展 has 6, 连枝 20; 负责人 9, 卢沟桥 19.
 * @param left UTF-16 units
 */
export function rarityOf(left: number, middle: number, right?: number): number {
  model ??= readModel();
  const [a, b] = [unitOf(left), unitOf(middle)];
  const pair = (model.single[a] as number) + likelihoodAfterOne(model, a, b);
  return -(right === undefined ? pair : pair + likelihoodAfterTwo(model, a, b, unitOf(right)));
}

/** How much what stands in two places says (a factor), by how rare it is in texts at large. */
export interface RarityScale {
  /** What is no rarer (nats) says nothing. */
  readonly from: number;
  /** What is rarer by so much says as much as it may seem. */
  readonly over: number;
  readonly least: number;
  readonly most: number;
}

/** Where the rarity (nats) of some characters stands on a scale. */
export const scaleRarity = (rarity: number, { from, over, least, most }: RarityScale): number =>
  Math.min(most, Math.max(least, (rarity - from) / over));
