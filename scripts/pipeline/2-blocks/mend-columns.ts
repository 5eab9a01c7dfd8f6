import { type ColumnRun, findColumnRuns } from './column-runs.ts';
import { readPagePairs } from './page-pairs.ts';
import { findLinks } from './pair-columns.ts';
import type { BlocksState, Row } from './row.ts';

/** Rows mended at one go; a longer scan is no page, but must not take longer than its length. */
const WINDOW = 3000;

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
  const rows: Row[] = [];
  let changed = false;
  for (let start = 0; start < state.rows.length; start += WINDOW) {
    const window = state.rows.slice(start, start + WINDOW);
    const runs = findColumnRuns(window);
    const links = findLinks(window, runs, readPagePairs(window, 'each'));
    if (links.every((link) => link < 0)) {
      for (const row of window) rows.push(row);
      continue;
    }
    changed = true;
    const goesOn = new Set(links);
    for (const i of orderRuns(runs.length, links)) {
      const run = runs[i] as ColumnRun;
      for (let at = run.from; at < run.to; at++) {
        const row = window[at] as Row;
        rows.push(at === run.from && goesOn.has(i) ? { ...row, gap: 0 } : row);
      }
    }
  }
  return changed ? { ...state, rows } : state;
}
