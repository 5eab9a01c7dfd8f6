import { endsInside, type Piece } from './cut-woven-rows.ts';
import { DATELINE } from './openers.ts';
import type { PagePairs } from './page-pairs.ts';
import { LINK, leastLink, weighLink, weighQuotes } from './weigh-weave.ts';

/** The other column begins. */
const OPEN = 3.5;
/** Row by row the scanner goes from one column to the other; where it stays in one, the other rests. */
const SWITCH = 0.2;
const STAY = 1.5;
/** The other column has ended; after so many rows it is taken to have. */
const CLOSE = 2.25;
const OLDEST = 8;
const QUOTES = /[“”]/gu;

interface Path {
  cost: number;
  /** Is a quotation open in the left column, in the right? */
  open: [number, number];
  /** State before: side × ages. */
  from: number;
}

const AGES = OLDEST + 1;

/**
 * The column of each piece: a Viterbi search over side × rows since the other.
 * @param least so much likelier (nats) two columns must be than one
 * @returns nothing where they are not
 */
export function findWovenSides(
  pieces: readonly Piece[],
  measures: readonly [number, number],
  pairs: PagePairs,
  least: number,
): readonly number[] | undefined {
  const n = pieces.length;
  const marks = pieces.map(({ row }) => (row.strand.text.match(QUOTES) ?? []).join(''));
  const links = new Map<number, number>();
  const link = (side: number, before: number, after: number): number => {
    const key = (before * n + after) * 2 + (measures[0] === measures[1] ? 0 : side);
    let cost = links.get(key);
    if (cost === undefined) {
      cost = weighLink(
        (pieces[before] as Piece).row,
        (pieces[after] as Piece).row,
        measures[side as 0 | 1],
        pairs,
      );
      links.set(key, cost);
    }
    return cost;
  };
  // What one column costs, and what two cost at least: few runs of a page are worth the search.
  let plain = 0;
  let woven = OPEN - LINK.datelineBelow;
  let open = 2;
  for (let i = 0; i < n; i++) {
    if (i > 0) {
      plain += Math.min(link(0, i - 1, i), link(1, i - 1, i));
      woven += leastLink((pieces[i] as Piece).row);
    }
    const quotes = weighQuotes(marks[i] as string, open);
    plain += quotes.cost;
    open = quotes.open;
  }
  if (plain - woven < least) return undefined;
  const steps: (Path | undefined)[][] = [];
  for (let i = 0; i < n; i++) {
    const paths: (Path | undefined)[] = new Array(2 * AGES).fill(undefined);
    const forced = (pieces[i] as Piece).side;
    const dateline = DATELINE.test((pieces[i] as Piece).row.strand.text);
    const offer = (side: number, age: number, cost: number, open: [number, number], from: number): void => {
      if (forced !== undefined && forced !== side) return;
      const at = side * AGES + age;
      const quotes = weighQuotes(marks[i] as string, open[side] as number);
      const whole = cost + quotes.cost;
      if ((paths[at]?.cost ?? Infinity) <= whole) return;
      const next: [number, number] = [open[0], open[1]];
      next[side] = quotes.open;
      paths[at] = { cost: whole, open: next, from };
    };
    if (i === 0) {
      offer(0, 0, 0, [2, 2], -1);
      offer(1, 0, 0, [2, 2], -1);
    } else {
      (steps[i - 1] as (Path | undefined)[]).forEach((path, state) => {
        if (!path) return;
        const side = state >= AGES ? 1 : 0;
        const age = state % AGES;
        const on = path.cost + link(side, i - 1, i);
        if (age === 0) offer(side, 0, on, path.open, state);
        else {
          const double = (pieces[i - 1] as Piece).side === 1 || forced === 0;
          if (age < OLDEST) offer(side, age + 1, on + (double ? SWITCH : STAY), path.open, state);
          offer(side, 0, on + CLOSE, path.open, state);
        }
        const other = 1 - side;
        if (age === 0) {
          const open: [number, number] = [path.open[0], path.open[1]];
          open[other] = 2;
          offer(other, 1, path.cost + (dateline ? OPEN - LINK.datelineBelow : OPEN), open, state);
        } else offer(other, 1, path.cost + SWITCH + link(other, i - 1 - age, i), path.open, state);
      });
    }
    steps.push(paths);
  }
  const trace = (end: number): number[] => {
    const sides: number[] = new Array(n).fill(0);
    let state = end;
    for (let i = n - 1; i >= 0; i--) {
      sides[i] = state >= AGES ? 1 : 0;
      state = ((steps[i] as (Path | undefined)[])[state] as Path).from;
    }
    return sides;
  };
  /** Where the left column ends inside a sentence, the right one goes on from it. */
  const turn = (sides: readonly number[]): number => {
    const last = sides.lastIndexOf(0);
    const start = sides.indexOf(1);
    return last >= 0 && start >= 0 && endsInside((pieces[last] as Piece).row) ? link(0, last, start) : 0;
  };
  let best = Infinity;
  let cheapest = Infinity;
  let sides: number[] = [];
  (steps[n - 1] as (Path | undefined)[]).forEach((path, state) => {
    if (!path) return;
    best = Math.min(best, path.cost);
    const traced = trace(state);
    const cost = path.cost + turn(traced);
    if (cost >= cheapest) return;
    cheapest = cost;
    sides = traced;
  });
  return plain - best < least ? undefined : sides;
}
