import type { LinesState } from '../1-lines/line.ts';
import { readPagePairs } from './page-pairs.ts';
import { type BlocksState, makeRow, type Row } from './row.ts';

/** Rows of type from the lines that are left; blank lines become the gap before the next row. */
export function makeRows(state: LinesState): BlocksState {
  const rows: Row[] = [];
  let gap = 0;
  for (const line of state.lines) {
    if (line.strand.text === '') {
      if (line.blank) gap++;
      continue;
    }
    rows.push(makeRow(line.strand, gap, { indented: line.indented, mark: line.mark }));
    gap = 0;
  }
  return { rows, pairs: readPagePairs(rows), blocks: [] };
}
