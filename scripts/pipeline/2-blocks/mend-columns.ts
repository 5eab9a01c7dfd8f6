import { type ColumnRun, findColumnRuns } from './column-runs.ts';
import { cutRuns } from './cut-runs.ts';
import { findLinks } from './pair-columns.ts';
import { rewriteRows } from './rewrite-rows.ts';
import type { BlocksState } from './row.ts';

/** Blocks have five rows and more where blank lines divide blocks, not paragraphs. */
const FEWEST_ROWS = 5;

/** The order in which runs are read: each broken column goes on where it goes on. */
function orderRuns(count: number, links: Int32Array): number[] {
  const linked = new Map<number, number>();
  links.forEach((start, end) => {
    if (start >= 0) linked.set(start, end);
  });
  // A segment begins where a column goes on and behind one that is broken.
  const begins = new Uint8Array(count + 1);
  begins[0] = 1;
  links.forEach((start, end) => {
    if (start < 0) return;
    begins[start] = 1;
    begins[end + 1] = 1;
    if (start < end) begins[end] = 1;
  });
  const order: number[] = [];
  const done = new Uint8Array(count);
  const emit = (from: number): void => {
    for (let at = from; at >= 0 && at < count && !done[at]; ) {
      done[at] = 1;
      order.push(at);
      const link = links[at] as number;
      if (link >= 0) at = link;
      else if (begins[at + 1]) break;
      else at++;
    }
  };
  for (let i = 0; i < count; i++) if (!done[i] && !linked.has(i)) emit(i);
  for (let i = 0; i < count; i++) if (!done[i]) emit(i);
  return order;
}

/**
 * A column that breaks off in mid-sentence because the scanner went on with another goes on with the block that
 * begins in mid-sentence elsewhere on the page.
 */
export function mendColumns(state: BlocksState): BlocksState {
  return rewriteRows(state, (rows) => {
    const cut = cutRuns(rows);
    if (cut.length * FEWEST_ROWS > rows.length) return rows;
    const runs = findColumnRuns(rows, cut);
    const links = findLinks(rows, runs, state.pairs);
    if (links.every((link) => link < 0)) return rows;
    const goesOn = new Set(links);
    return orderRuns(runs.length, links).flatMap((i) => {
      const { from, to } = runs[i] as ColumnRun;
      return rows.slice(from, to).map((row, k) => (k === 0 && goesOn.has(i) ? { ...row, gap: 0 } : row));
    });
  });
}
