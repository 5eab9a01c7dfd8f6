import { joinStrands } from '../strand.ts';
import { type BlocksState, makeRow, type Row } from './row.ts';
import { isVerticalStep } from './vertical-steps.ts';

/** Fewest characters that make a vertical headline. */
const SHORTEST = 4;

/**
 * Vertical headlines come out one character a line. Their columns are divided by a larger gap than their
 * characters (none where the page is set double-spaced), or by a dash that begins a deck.
 */
export function gatherVerticalHeadlines(state: BlocksState): BlocksState {
  const rows: Row[] = [];
  let changed = false;
  for (let i = 0; i < state.rows.length; ) {
    let end = i;
    while (end < state.rows.length && isVerticalStep(state.rows[end] as Row, 1)) end++;
    const steps = state.rows.slice(i, end);
    const characters = steps.filter((step) => /\p{Script=Han}/u.test(step.strand.text)).length;
    if (characters < SHORTEST) {
      for (const step of steps) rows.push(step);
      if (end < state.rows.length) rows.push(state.rows[end] as Row);
      i = end + 1;
      continue;
    }
    changed = true;
    const closest = steps.slice(1).reduce((least, step) => Math.min(least, step.gap), Infinity);
    let column: Row[] = [];
    const flush = (): void => {
      const first = column[0] as Row;
      const strand = joinStrands(column.map((step) => step.strand));
      rows.push(makeRow(strand, first.gap, { kind: 'heading', vertical: true, indented: first.indented }));
      column = [];
    };
    steps.forEach((step, k) => {
      if (k > 0 && (step.gap > closest || step.strand.text === '——')) flush();
      column.push(step);
    });
    flush();
    i = end;
  }
  return changed ? { ...state, rows } : state;
}
