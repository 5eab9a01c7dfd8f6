import { joinStrands, sliceStrand } from '../strand.ts';
import { cutHeadlineRun } from './cut-headline-run.ts';
import { type BlocksState, makeRow, type Row } from './row.ts';
import { isVerticalStep } from './vertical-steps.ts';
import { gatherPairs, type RunningText } from './weigh-join.ts';

/** Fewest characters that make a vertical headline. */
const SHORTEST = 4;
/** Where at least one row in so many stands apart from the row before, columns stand apart as well. */
const APART = 12;

/** Steps that stand one after another, and which of them begins a column as far as gaps and dashes tell. */
function cutByGaps(steps: readonly Row[], closest: number): Row[][] {
  const columns: Row[][] = [];
  for (const step of steps) {
    const last = columns.at(-1);
    if (last && step.gap <= closest && step.strand.text !== '——') last.push(step);
    else columns.push([step]);
  }
  return columns;
}

/** Parts the rows of a page into steps that stand one after another and what stands between. */
function findRuns(rows: readonly Row[]): { runs: Row[][]; between: Row[] } {
  const runs: Row[][] = [];
  const between: Row[] = [];
  let run: Row[] = [];
  for (const row of rows) {
    if (isVerticalStep(row, 1)) run.push(row);
    else {
      between.push(row);
      run = [];
    }
    if (run.length === 1) runs.push(run);
  }
  const isHeadline = (steps: readonly Row[]): boolean =>
    steps.filter((step) => /\p{Script=Han}/u.test(step.strand.text)).length >= SHORTEST;
  return { runs: runs.filter(isHeadline), between };
}

/**
 * Vertical headlines come out one character a line. Their columns are divided by a larger gap than their
 * characters, or by a dash that begins a deck. On pages where no gap tells anything (none was written, or all lines are
 * double-spaced) kicker, headline and deck, and at times the stack of the next article, come out as one run of
 * characters: there the words tell where a line ends.
 */
export function gatherVerticalHeadlines(state: BlocksState): BlocksState {
  const { runs, between } = findRuns(state.rows);
  if (runs.length === 0) return state;
  const gaps = between.map((row) => row.gap).sort((a, b) => a - b);
  const usual = gaps[gaps.length >> 1] ?? 0;
  const apart = between.filter((row) => row.gap > usual).length * APART >= between.length;
  let running: RunningText | undefined;
  const begins = new Map<Row, Row[]>();
  const taken = new Set<Row>();
  for (const steps of runs) {
    const closest = steps.slice(1).reduce((least, step) => Math.min(least, step.gap), Infinity);
    const told = apart || closest < usual || steps.some((step, k) => k > 0 && step.gap > closest);
    const gathered: Row[] = [];
    for (const column of cutByGaps(steps, closest)) {
      const first = column[0] as Row;
      const whole = joinStrands(column.map((step) => step.strand));
      running ??= gatherPairs([between.map((row) => row.strand.text).join('')]);
      const cuts = told ? [] : cutHeadlineRun(whole.text, running);
      [0, ...cuts].forEach((from, k) => {
        const strand = sliceStrand(whole, from, cuts[k] ?? whole.text.length);
        const parted = k > 0 ? { parted: true } : {};
        gathered.push(
          makeRow(strand, first.gap, {
            kind: 'heading',
            vertical: true,
            indented: first.indented,
            ...parted,
          }),
        );
      });
    }
    begins.set(steps[0] as Row, gathered);
    for (const step of steps) taken.add(step);
  }
  return { ...state, rows: state.rows.flatMap((row) => begins.get(row) ?? (taken.has(row) ? [] : [row])) };
}
