import { cutRuns } from './cut-runs.ts';
import { cutWovenRows, endsInside, readMeasures } from './cut-woven-rows.ts';
import { findWovenColumns } from './find-woven-columns.ts';
import type { PagePairs } from './page-pairs.ts';
import { rewriteRows } from './rewrite-rows.ts';
import type { BlocksState, Row } from './row.ts';
import { NARROWEST_TEXT, takeSteps } from './take-steps.ts';
import { weighLink } from './weigh-weave.ts';

/** Fewer rows than this show no two columns. */
const FEWEST_ROWS = 3;
/** So much likelier (nats) several columns must be than one. */
const ENOUGH = 12;
/** A row that holds several columns speaks for them, each time one begins in it. */
const DOUBLE = 5.5;
/** A page whose blocks do not stand apart was read in another way, column by column. */
const LONGEST_BLOCK = 250;
/** Among more rows than this the steps of a vertical headline stand in no one's way. */
const LONGEST_WITH_STEPS = 100;
/** So many columns are tried in every order where no row tells which is left of which. */
const MOST_ORDERED = 5;
/** From here (nats) a column that breaks off is not said to go on in the next. */
const GOES_ON = 1;

function unweaveRun(
  run: readonly Row[],
  before: Row | undefined,
  after: Row | undefined,
  pairs: PagePairs,
): readonly Row[] {
  if (run.length > LONGEST_BLOCK) return run;
  if (run.filter(({ width }) => width >= NARROWEST_TEXT).length < FEWEST_ROWS) return run;
  const taken = run.length <= LONGEST_WITH_STEPS ? takeSteps(run) : undefined;
  if (!taken) return unweaveText(run, before, after, pairs);
  const { steps, rest } = taken;
  const gap = (run[0] as Row).gap;
  return [
    ...steps.map((row, i) => regap(row, i === 0 ? gap : 0)),
    ...unweaveText(rest, undefined, after, pairs).map((row, i) => regap(row, i === 0 ? 1 : row.gap)),
  ];
}

/** Every order of some columns. */
function orders(columns: readonly Row[][]): Row[][][] {
  if (columns.length < 2) return [[...columns]];
  return columns.flatMap((column, c) =>
    orders([...columns.slice(0, c), ...columns.slice(c + 1)]).map((rest) => [column, ...rest]),
  );
}

function unweaveText(
  run: readonly Row[],
  before: Row | undefined,
  after: Row | undefined,
  pairs: PagePairs,
): readonly Row[] {
  if (run.length < FEWEST_ROWS) return run;
  const measures = readMeasures(run);
  if (measures.length === 0) return run;
  const pieces = cutWovenRows(run, measures);
  const doubles = pieces.length - run.length;
  const columns = findWovenColumns(pieces, measures, pairs, ENOUGH - DOUBLE * doubles);
  if (!columns || columns.length < 2) return run;
  const link = (a: Row | undefined, b: Row | undefined): number =>
    a && b ? weighLink(a, b, measures[0] as number, pairs) : 0;
  const weighOrder = (order: readonly Row[][]): number =>
    order.reduce(
      (sum, column, c) => sum + link(column[column.length - 1], order[c + 1]?.[0] ?? after),
      link(before, order[0]?.[0]),
    );
  let ordered = columns;
  if (doubles === 0 && columns.length <= MOST_ORDERED) {
    let least = Number.POSITIVE_INFINITY;
    for (const order of orders(columns)) {
      const cost = weighOrder(order);
      if (cost < least) [least, ordered] = [cost, order];
    }
  }
  return ordered.flatMap((column, c) => {
    const last = ordered[c - 1]?.at(-1);
    const goesOn = last !== undefined && endsInside(last) && link(last, column[0]) < GOES_ON;
    const gap = c === 0 ? (run[0] as Row).gap : goesOn ? 0 : 1;
    return column.map((row, i) => regap(row, i === 0 ? gap : 0));
  });
}

const regap = (row: Row, gap: number): Row => (row.gap === gap ? row : { ...row, gap });

/**
 * Columns that stand side by side, which the scanner read row by row across both, are read one after the
 * other, from left to right.
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
