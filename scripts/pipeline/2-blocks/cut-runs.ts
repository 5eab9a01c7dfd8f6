import type { Row } from './row.ts';

/** Rows that touch: `[from, to)`. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

/** The runs of rows between blank lines, in their order. */
export function cutRuns(rows: readonly Row[]): Run[] {
  const runs: Run[] = [];
  for (let from = 0; from < rows.length; ) {
    let to = from + 1;
    while (to < rows.length && (rows[to] as Row).gap === 0) to++;
    runs.push({ from, to });
    from = to;
  }
  return runs;
}
