import { ROLES, type RunSigns } from '../pipeline/2-blocks/cut-headline-run.ts';

const KINDS = ROLES.length;
const NEVER = Number.NEGATIVE_INFINITY;

/** A run of headline lines of which is known how it is to be cut. */
export interface KnownRun {
  readonly source: string;
  readonly text: string;
  /** Where each line ends, and what it is. */
  readonly ends: readonly number[];
  readonly roles: readonly number[];
  readonly signs: RunSigns;
}

/** The signs of a run by their numbers, and the numbers of its lines. */
export interface Indexed {
  readonly run: KnownRun;
  readonly breaks: readonly (readonly number[] | undefined)[];
  /** By beginning, then by length: the signs of the line. */
  readonly lines: readonly (readonly (readonly number[] | undefined)[])[];
}

const addLogs = (a: number, b: number): number => {
  const [high, low] = a > b ? [a, b] : [b, a];
  return low === Number.NEGATIVE_INFINITY ? high : high + Math.log1p(Math.exp(low - high));
};

/**
 * How likely the true reading of a run is among all (log), and the slope of that for each weight
 * (forward-backward over places and roles).
 */
export function slopeOf({ run, breaks, lines }: Indexed, weights: Float64Array, slope: Float64Array): number {
  const { length } = run.signs;
  const weightOf = (signs: readonly number[], role: number): number =>
    signs.reduce((sum, sign) => sum + (weights[sign * KINDS + role] as number), 0);
  const scores = lines.map((sizes) =>
    sizes.map((signs) => signs && ROLES.map((_, role) => weightOf(signs, role))),
  );
  const costs = breaks.map((signs, at) => (signs && at > 0 && at < length ? weightOf(signs, 0) : 0));
  const table = () => new Float64Array((length + 1) * KINDS).fill(NEVER);
  const [left, reached, right, onward] = [table(), table(), table(), table()];
  for (let role = 0; role < KINDS; role++) left[role] = weights[role] as number;
  const eachLine = (visit: (from: number, to: number, role: number, score: number) => void): void => {
    for (let from = 0; from < length; from++)
      scores[from]?.forEach((found, size) => {
        found?.forEach((score, role) => {
          visit(from, from + size, role, score);
        });
      });
  };
  for (let at = 0; at <= length; at++) {
    if (at > 0 && at < length && breaks[at]) {
      for (let role = 0; role < KINDS; role++)
        for (let last = 0; last < KINDS; last++) {
          const score = (reached[at * KINDS + last] as number) + (costs[at] as number);
          const to = at * KINDS + role;
          left[to] = addLogs(left[to] as number, score + (weights[(last + 1) * KINDS + role] as number));
        }
    }
    scores[at]?.forEach((found, size) => {
      found?.forEach((score, role) => {
        const to = (at + size) * KINDS + role;
        reached[to] = addLogs(reached[to] as number, (left[at * KINDS + role] as number) + score);
      });
    });
  }
  for (let at = length; at >= 0; at--) {
    if (at === length) right.fill(0, at * KINDS);
    scores[at]?.forEach((found, size) => {
      found?.forEach((score, role) => {
        const here = at * KINDS + role;
        onward[here] = addLogs(onward[here] as number, score + (right[(at + size) * KINDS + role] as number));
      });
    });
    if (at > 0 && at < length && breaks[at]) {
      for (let last = 0; last < KINDS; last++)
        for (let role = 0; role < KINDS; role++) {
          const score = (onward[at * KINDS + role] as number) + (costs[at] as number);
          const to = at * KINDS + last;
          right[to] = addLogs(right[to] as number, score + (weights[(last + 1) * KINDS + role] as number));
        }
    }
  }
  let all = NEVER;
  for (let role = 0; role < KINDS; role++) all = addLogs(all, reached[length * KINDS + role] as number);
  const add = (signs: readonly number[], role: number, share: number): void => {
    for (const sign of signs) slope[sign * KINDS + role] = (slope[sign * KINDS + role] as number) + share;
  };
  eachLine((from, to, role, score) => {
    const chance = Math.exp(
      (left[from * KINDS + role] as number) + score + (right[to * KINDS + role] as number) - all,
    );
    if (chance > 1e-6) add(lines[from]?.[to - from] as number[], role, -chance);
  });
  for (let at = 0; at < length; at++) {
    if (!breaks[at]) continue;
    for (let role = 0; role < KINDS; role++) {
      const behind = onward[at * KINDS + role] as number;
      for (let last = at === 0 ? -1 : 0; last < (at === 0 ? 0 : KINDS); last++) {
        const before = at === 0 ? 0 : (reached[at * KINDS + last] as number) + (costs[at] as number);
        const chance = Math.exp(before + (weights[(last + 1) * KINDS + role] as number) + behind - all);
        if (chance < 1e-6) continue;
        add([last + 1], role, -chance);
        add(breaks[at] as number[], 0, -chance);
      }
    }
  }
  let truth = 0;
  let from = 0;
  run.ends.forEach((end, k) => {
    const role = run.roles[k] as number;
    const last = k === 0 ? -1 : (run.roles[k - 1] as number);
    truth += (scores[from]?.[end - from]?.[role] as number) + (weights[(last + 1) * KINDS + role] as number);
    truth += costs[from] as number;
    add(lines[from]?.[end - from] as number[], role, 1);
    add([last + 1], role, 1);
    add(breaks[from] as number[], 0, 1);
    from = end;
  });
  return truth - all;
}
