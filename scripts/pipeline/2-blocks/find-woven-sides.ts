import { endsInside, type Piece } from './cut-woven-rows.ts';
import { DATELINE } from './openers.ts';
import type { PagePairs } from './page-pairs.ts';
import { LINK, weighLink, weighQuotes } from './weigh-weave.ts';

/** The other column begins. */
const OPEN = 3.5;
/** Row by row the scanner goes from one column to the other; where it stays in one, the other rests. */
const SWITCH = 0.2;
const STAY = 1.5;
/** The other column has ended; after so many rows it is taken to have. */
const CLOSE = 2.25;
const OLDEST = 8;
/** So much likelier the columns must be when they are changed over from some row on. */
const CHANGE = 0.5;
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
 * Where a paragraph ends in both columns, what follows may have been given to the wrong ones: changes over all that
 * follows where the right column then goes on better from the left.
 */
function changeOver(
  pieces: readonly Piece[],
  marks: readonly string[],
  sides: number[],
  link: (side: number, before: number, after: number) => number,
): void {
  const weigh = (each: readonly number[]): number => {
    const last: [number, number] = [-1, -1];
    const open: [number, number] = [2, 2];
    let sum = 0;
    each.forEach((given, i) => {
      const side = given as 0 | 1;
      const other = last[(1 - side) as 0 | 1];
      if (last[side] >= 0) sum += link(side, last[side], i);
      if (i > 0 && each[i - 1] === side && other >= 0 && other >= i - OLDEST) {
        const double = (pieces[i - 1] as Piece).side === 1 || (pieces[i] as Piece).side === 0;
        sum += double ? SWITCH : STAY;
      }
      const quotes = weighQuotes(marks[i] as string, open[side]);
      sum += quotes.cost;
      open[side] = quotes.open;
      last[side] = i;
    });
    const start = each.indexOf(1);
    if (last[0] < 0 || start < 0 || !endsInside((pieces[last[0]] as Piece).row)) return sum;
    return sum + link(0, last[0], start);
  };
  let least = weigh(sides);
  let from = pieces.length;
  for (let at = pieces.length - 1; at > 0 && (pieces[at] as Piece).side === undefined; at--) {
    const sum = weigh(sides.map((side, i) => (i < at ? side : 1 - side)));
    if (sum >= least - CHANGE) continue;
    least = sum + CHANGE;
    from = at;
  }
  for (let i = from; i < sides.length; i++) sides[i] = 1 - (sides[i] as number);
}

/** The column of each piece (a Viterbi search over side × rows since the other), and how much likelier it is than one. */
export function findWovenSides(
  pieces: readonly Piece[],
  measures: readonly [number, number],
  pairs: PagePairs,
): { sides: number[]; gain: number } {
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
  let plain = 0;
  let open = 2;
  for (let i = 0; i < n; i++) {
    if (i > 0) plain += Math.min(link(0, i - 1, i), link(1, i - 1, i));
    const quotes = weighQuotes(marks[i] as string, open);
    plain += quotes.cost;
    open = quotes.open;
  }
  let state = 0;
  let best = Infinity;
  (steps[n - 1] as (Path | undefined)[]).forEach((path, at) => {
    if (path && path.cost < best) {
      best = path.cost;
      state = at;
    }
  });
  const sides: number[] = new Array(n).fill(0);
  for (let i = n - 1; i >= 0; i--) {
    sides[i] = state >= AGES ? 1 : 0;
    state = ((steps[i] as (Path | undefined)[])[state] as Path).from;
  }
  const gain = plain - best;
  if (gain > 0) changeOver(pieces, marks, sides, link);
  return { sides, gain };
}
