import type { BlocksState, Row } from './row.ts';

/** Rows worked on at one go; a longer scan is no page, but must not take longer than its length. */
const WINDOW = 3000;

/**
 * Puts other rows in the place of a page's.
 * @param rewrite gives the rows that come in the place of those it is given: the same array where nothing changes
 */
export function rewriteRows(
  state: BlocksState,
  rewrite: (rows: readonly Row[]) => readonly Row[],
): BlocksState {
  const rows: Row[] = [];
  let changed = false;
  for (let start = 0; start < state.rows.length; start += WINDOW) {
    const window = state.rows.slice(start, start + WINDOW);
    const rewritten = rewrite(window);
    if (rewritten !== window) changed = true;
    for (const row of rewritten) rows.push(row);
  }
  return changed ? { ...state, rows } : state;
}
