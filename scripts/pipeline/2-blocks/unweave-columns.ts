import { cutRuns } from './cut-runs.ts';
import { cutWovenRows, endsInside } from './cut-woven-rows.ts';
import { findWovenSides } from './find-woven-sides.ts';
import type { PagePairs } from './page-pairs.ts';
import { rewriteRows } from './rewrite-rows.ts';
import type { BlocksState, Row } from './row.ts';
import { NARROWEST_TEXT, takeSteps } from './take-steps.ts';
import { weighLink } from './weigh-weave.ts';

/** Fewer rows than this show no two columns. */
const FEWEST_ROWS = 3;
/** So much likelier (nats) two columns must be than one. */
const ENOUGH = 12;
/** A row that holds both columns speaks for two. */
const DOUBLE = 5.5;
/** A page whose blocks do not stand apart was read in another way, column by column. */
const LONGEST_BLOCK = 100;

function unweaveRun(
  run: readonly Row[],
  before: Row | undefined,
  after: Row | undefined,
  pairs: PagePairs,
): readonly Row[] {
  if (run.length > LONGEST_BLOCK) return run;
  if (run.filter(({ width }) => width >= NARROWEST_TEXT).length < FEWEST_ROWS) return run;
  const taken = takeSteps(run);
  if (!taken) return unweaveText(run, before, after, pairs);
  const { steps, rest } = taken;
  const gap = (run[0] as Row).gap;
  return [
    ...steps.map((row, i) => regap(row, i === 0 ? gap : 0)),
    ...unweaveText(rest, undefined, after, pairs).map((row, i) => regap(row, i === 0 ? 1 : row.gap)),
  ];
}

function unweaveText(
  run: readonly Row[],
  before: Row | undefined,
  after: Row | undefined,
  pairs: PagePairs,
): readonly Row[] {
  if (run.length < FEWEST_ROWS) return run;
  const { pieces, measures, doubles } = cutWovenRows(run);
  const sides = findWovenSides(pieces, measures, pairs, ENOUGH - DOUBLE * doubles);
  if (!sides) return run;
  let columns = [0, 1].map((side) => pieces.filter((_, i) => sides[i] === side).map(({ row }) => row));
  if (columns.some((column) => column.length === 0)) return run;
  const link = (a: Row | undefined, b: Row | undefined): number =>
    a && b ? weighLink(a, b, measures[0], pairs) : 0;
  const weighOrder = ([one, two]: readonly Row[][]): number =>
    link(before, one?.[0]) + link(one?.[one.length - 1], two?.[0]) + link(two?.[two.length - 1], after);
  if (doubles === 0 && weighOrder(columns) > weighOrder([...columns].reverse())) columns = columns.reverse();
  const [one, two] = columns as [Row[], Row[]];
  const goesOn = endsInside(one[one.length - 1] as Row);
  return [
    ...one.map((row, i) => regap(row, i === 0 ? (run[0] as Row).gap : 0)),
    ...two.map((row, i) => regap(row, i === 0 && !goesOn ? 1 : 0)),
  ];
}

const regap = (row: Row, gap: number): Row => (row.gap === gap ? row : { ...row, gap });

/**
 * Columns that stand side by side, which the scanner read row by row across both, are read one after the other: the
 * left one, then the right one.
 */
export function unweaveColumns(state: BlocksState): BlocksState {
  return rewriteRows(state, (rows) => {
    const ordered: Row[] = [];
    let changed = false;
    for (const { from, to } of cutRuns(rows)) {
      const run = rows.slice(from, to);
      const unwoven = unweaveRun(run, ordered[ordered.length - 1], rows[to], state.pairs);
      if (unwoven !== run) changed = true;
      ordered.push(...unwoven);
    }
    return changed ? ordered : rows;
  });
}
