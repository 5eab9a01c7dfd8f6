import { narrowMarks } from './narrow-marks.ts';
import { rewriteRows } from './rewrite-rows.ts';
import type { BlocksState } from './row.ts';
import { searchPlaces } from './search-places.ts';
import { type Explained, tracePlaces } from './trace-places.ts';
import { weighPlaces } from './weigh-places.ts';

/**
 * Decides for every row of text whether it is a heading, or where in its paragraph it stands: which row begins a
 * paragraph, which goes on, which ends it. One explanation of the whole page, the cheapest. Costs are in nats (−ln of how
 * often it happens), measured on the real pages first, on typeset pages second. No single sign decides: a full last line
 * is found by the indent of the next, a blank line counts for what blank lines mean on this page.
 */
export function decidePlaces(state: BlocksState, without: ReadonlySet<string>): BlocksState {
  return rewriteRows(state, (printed) => {
    const rows = without.has('mark-widths') ? printed : narrowMarks(printed);
    const running = rows.filter((row) => !row.aside);
    const costs = weighPlaces(running, without);
    const explained = tracePlaces(searchPlaces(running, costs, state.pairs, without), costs);
    let next = 0;
    return rows.map((row) => {
      if (row.aside) return row;
      const { place, measure, margin } = explained[next++] as Explained;
      if (row.kind !== 'text') return row;
      return place === 'heading' ? { ...row, kind: 'heading', margin } : { ...row, place, measure, margin };
    });
  });
}
