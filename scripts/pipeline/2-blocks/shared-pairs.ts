import { isHan } from '../../../src/is-han.ts';
import { PairTable, pairAt } from '../pair-table.ts';
import type { Run } from './cut-runs.ts';
import type { Row } from './row.ts';

/** Names, things and numbers that two parts of a page have and no other part of it has. */
export interface SharedPairs {
  /** How many pairs of Chinese characters stand in both of two runs, by their index, and in no third. */
  between(one: number, other: number): number;
}

/** Which pairs of characters only two runs of a page have: parts of one report name what nobody else names. */
export function readSharedPairs(rows: readonly Row[], runs: readonly Run[]): SharedPairs {
  const pairs = new PairTable(16 * rows.length);
  // By pair: the run that had it first, and the second, −1 where there is a third.
  const first: number[] = [-1];
  const second: number[] = [-1];
  runs.forEach(({ from, to }, run) => {
    for (let i = from; i < to; i++) {
      const { text } = (rows[i] as Row).strand;
      for (let at = 1; at < text.length; at++) {
        if (!isHan(text.charCodeAt(at)) || !isHan(text.charCodeAt(at - 1))) continue;
        const pair = pairs.add(pairAt(text, at));
        if (pair === first.length) {
          first.push(run);
          second.push(run);
        } else if (second[pair] === first[pair]) second[pair] = run;
        else if (second[pair] !== run) second[pair] = -1;
      }
    }
  });
  const shared = new Map<number, number>();
  first.forEach((one, pair) => {
    const other = second[pair] as number;
    if (other < 0 || other === one) return;
    const key = one * runs.length + other;
    shared.set(key, (shared.get(key) ?? 0) + 1);
  });
  return {
    between: (one, other) => shared.get(Math.min(one, other) * runs.length + Math.max(one, other)) ?? 0,
  };
}
