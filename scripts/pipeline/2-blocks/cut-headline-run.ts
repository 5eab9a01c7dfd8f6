import { readFileSync } from 'node:fs';
import { readBeginning, readBreak, readEnd, readLines } from './headline-line-signs.ts';
import type { RunningText } from './weigh-join.ts';

/**
 * What each sign is worth (nats) for a line that is a kicker, a headline, a deck; and, by `from to`, what may follow
 * what. Learnt by `scripts/bench/learn-headline-runs.ts`.
 */
export const HEADLINE_RUN_WEIGHTS = new URL('headline-runs.tsv', import.meta.url);

export const ROLES = ['kicker', 'headline', 'deck'] as const;
const KINDS = ROLES.length;
/** Lines are so long, in characters; a run that is longer than {@link LONGEST_RUN} is no run of headlines. */
export const SHORTEST_LINE = 2;
export const LONGEST_LINE = 36;
const LONGEST_RUN = 160;

export type RunWeights = ReadonlyMap<string, ArrayLike<number>>;

let weights: RunWeights | undefined;

function readWeights(): RunWeights {
  const rows = readFileSync(HEADLINE_RUN_WEIGHTS, 'utf8').split('\n').filter(Boolean);
  return new Map(
    rows.map((row) => {
      const [sign = '', ...values] = row.split('\t');
      return [sign, values.map(Number)];
    }),
  );
}

/** The signs of a run, place by place: what {@link cutHeadlineRun} weighs and what is learnt from. */
export interface RunSigns {
  readonly length: number;
  /** Of the break before each character; undefined where no line can end. */
  readonly breaks: readonly (readonly string[] | undefined)[];
  readonly beginnings: readonly (readonly string[])[];
  readonly ends: readonly (readonly string[])[];
  line(from: number, to: number): string[];
}

/**
 * Reads the signs of a run.
 * @param running the text of the page, undefined where it is not known
 */
export function readRun(text: string, running: RunningText | undefined): RunSigns {
  const length = text.length;
  const read = Array.from({ length: length + 1 }, (_, at) =>
    at === 0 || at === length ? { parts: false, signs: [] } : readBreak(text, at, running),
  );
  const breaks = read.map((found) => found?.signs);
  const parts = (at: number): boolean => read[at]?.parts ?? true;
  return {
    length,
    breaks,
    beginnings: breaks.map((found, at) => (found && at < length ? readBeginning(text, at) : [])),
    ends: breaks.map((found, at) => (found && at > 0 ? readEnd(text, at) : [])),
    line: readLines(text, parts),
  };
}

/**
 * Cuts a run of characters that holds the lines of one or more headlines, kickers and decks, where nothing but the words
 * tells where one ends and the next begins: the best way to read the run as a row of such lines (a semi-Markov model).
 * @returns where lines begin, in order, without 0
 */
export function cutHeadlineRun(text: string, running: RunningText): number[] {
  if (text.length > LONGEST_RUN) return [];
  weights ??= readWeights();
  return cutByWeights(readRun(text, running), weights);
}

/** What signs say of each role, in nats. */
function weighRoles(signs: readonly string[], known: RunWeights): Float64Array {
  const sums = new Float64Array(KINDS);
  for (const sign of signs) {
    const values = known.get(sign);
    for (let role = 0; values && role < KINDS; role++)
      sums[role] = (sums[role] as number) + (values[role] as number);
  }
  return sums;
}

/** The same with weights that are being learnt. */
export function cutByWeights(
  { length, breaks, beginnings, ends, line }: RunSigns,
  known: RunWeights,
): number[] {
  const weigh = (signs: readonly string[]): Float64Array => weighRoles(signs, known);
  const begun = beginnings.map(weigh);
  const follows = [-1, 0, 1, 2].map((role) => known.get(`behind ${ROLES[role] ?? 'nothing'}`) ?? [0, 0, 0]);
  // By place and role: the best reading of what stands before, where its last line begins, the role before that.
  const best = new Float64Array((length + 1) * KINDS).fill(Number.NEGATIVE_INFINITY);
  const starts = new Int32Array((length + 1) * KINDS);
  const entered = new Float64Array((length + 1) * KINDS).fill(Number.NEGATIVE_INFINITY);
  const before = new Int32Array((length + 1) * KINDS);
  entered.set(follows[0] as ArrayLike<number>);
  for (let to = SHORTEST_LINE; to <= length; to++) {
    const parted = breaks[to];
    if (!parted) continue;
    const ended = weigh(ends[to] as string[]);
    const first = Math.max(0, to - LONGEST_LINE);
    for (let from = first; from <= to - SHORTEST_LINE; from++) {
      if (!breaks[from] || entered[from * KINDS] === Number.NEGATIVE_INFINITY) continue;
      const whole = weigh(line(from, to));
      for (let role = 0; role < KINDS; role++) {
        const own = (begun[from]?.[role] as number) + (whole[role] as number) + (ended[role] as number);
        const score = (entered[from * KINDS + role] as number) + own;
        if (score <= (best[to * KINDS + role] as number)) continue;
        best[to * KINDS + role] = score;
        starts[to * KINDS + role] = from;
      }
    }
    const cost = weigh(parted)[0] as number;
    for (let role = 0; role < KINDS; role++) {
      for (let last = 0; last < KINDS; last++) {
        const score =
          (best[to * KINDS + last] as number) + cost + ((follows[last + 1] as number[])[role] as number);
        if (score <= (entered[to * KINDS + role] as number)) continue;
        entered[to * KINDS + role] = score;
        before[to * KINDS + role] = last;
      }
    }
  }
  const final = best.subarray(length * KINDS);
  if (final.every((score) => score === Number.NEGATIVE_INFINITY)) return [];
  let role = final.indexOf(Math.max(...final));
  const cuts: number[] = [];
  for (let at = starts[length * KINDS + role] as number; at > 0; ) {
    cuts.push(at);
    role = before[at * KINDS + role] as number;
    at = starts[at * KINDS + role] as number;
  }
  return cuts.reverse();
}

/**
 * How well lines read as those of one headline, in the order in which they are read (nats): as kicker and headline,
 * headline and deck, or all three.
 */
export function weighLines(texts: readonly string[]): number {
  weights ??= readWeights();
  const known = weights;
  let best = new Float64Array([
    0,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ]);
  for (const text of texts) {
    const { length } = text;
    const signs = [
      ...readBeginning(text, 0),
      ...readLines(text, () => false)(0, length),
      ...readEnd(text, length),
    ];
    const own = weighRoles(signs, known);
    const next = new Float64Array(KINDS + 1).fill(Number.NEGATIVE_INFINITY);
    for (let role = 0; role < KINDS; role++) {
      for (let last = 0; last <= KINDS; last++) {
        const follows = known.get(`behind ${ROLES[last - 1] ?? 'nothing'}`)?.[role] ?? 0;
        next[role + 1] = Math.max(
          next[role + 1] as number,
          (best[last] as number) + follows + (own[role] as number),
        );
      }
    }
    best = next;
  }
  return Math.max(...best);
}
