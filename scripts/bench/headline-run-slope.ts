import { ROLES, type RunSigns } from '../pipeline/2-blocks/cut-headline-run.ts';

const KINDS = ROLES.length;
const NEVER = Number.NEGATIVE_INFINITY;
/** Readings that are less likely than this change no weight. */
const NEGLIGIBLE = 1e-6;

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
  return low === NEVER ? high : high + Math.log1p(Math.exp(low - high));
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
  const linesFrom = (from: number, visit: (to: number, role: number, score: number) => void): void => {
    scores[from]?.forEach((found, size) => {
      found?.forEach((score, role) => {
        visit(from + size, role, score);
      });
    });
  };
  /** A line of every role behind a line of every other, where one may end. */
  const breaksAt = (at: number, visit: (last: number, role: number, score: number) => void): void => {
    if (at === 0 || at === length || !breaks[at]) return;
    for (let last = 0; last < KINDS; last++)
      for (let role = 0; role < KINDS; role++)
        visit(last, role, (costs[at] as number) + (weights[(last + 1) * KINDS + role] as number));
  };
  const gather = (into: Float64Array, at: number, score: number): void => {
    into[at] = addLogs(into[at] as number, score);
  };
  for (let at = 0; at <= length; at++) {
    const here = at * KINDS;
    breaksAt(at, (last, role, score) => gather(left, here + role, (reached[here + last] as number) + score));
    linesFrom(at, (to, role, score) =>
      gather(reached, to * KINDS + role, (left[here + role] as number) + score),
    );
  }
  right.fill(0, length * KINDS);
  for (let at = length; at >= 0; at--) {
    const here = at * KINDS;
    linesFrom(at, (to, role, score) =>
      gather(onward, here + role, score + (right[to * KINDS + role] as number)),
    );
    breaksAt(at, (last, role, score) => gather(right, here + last, (onward[here + role] as number) + score));
  }
  let all = NEVER;
  for (let role = 0; role < KINDS; role++) all = addLogs(all, reached[length * KINDS + role] as number);
  const add = (signs: readonly number[], role: number, share: number): void => {
    for (const sign of signs) slope[sign * KINDS + role] = (slope[sign * KINDS + role] as number) + share;
  };
  for (let at = 0; at < length; at++) {
    linesFrom(at, (to, role, score) => {
      const chance = Math.exp(
        (left[at * KINDS + role] as number) + score + (right[to * KINDS + role] as number) - all,
      );
      if (chance > NEGLIGIBLE) add(lines[at]?.[to - at] as number[], role, -chance);
    });
    if (!breaks[at]) continue;
    for (let role = 0; role < KINDS; role++) {
      const behind = onward[at * KINDS + role] as number;
      for (let last = at === 0 ? -1 : 0; last < (at === 0 ? 0 : KINDS); last++) {
        const before = at === 0 ? 0 : (reached[at * KINDS + last] as number) + (costs[at] as number);
        const chance = Math.exp(before + (weights[(last + 1) * KINDS + role] as number) + behind - all);
        if (chance < NEGLIGIBLE) continue;
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
