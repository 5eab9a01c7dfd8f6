import type { PagePairs } from './page-pairs.ts';
import {
  BARE,
  CUT_OFF,
  EACH,
  FIRST,
  HEADING,
  LAST,
  MIDDLE,
  NO_MARK,
  SINGLE,
  stateAt,
} from './place-states.ts';
import type { Row } from './row.ts';
import { LARGEST_GAP, type PageGaps, weighBrokenWord, weighGaps } from './weigh-breaks.ts';
import type { PlaceCosts } from './weigh-places.ts';

/** Cost (nats) of one place after another: paragraphs have some five lines; headings stand in stacks. */
const THEN = {
  first: { middle: 0.3, last: 1.3 },
  middle: { middle: 0.25, last: 1.5 },
  end: { first: 0.5, single: 2.6, heading: 1.9 },
  heading: { first: 0.8, single: 2.4, heading: 0.9 },
} as const;
const BEGINNINGS = [
  { place: FIRST, afterHeading: THEN.heading.first, afterEnd: THEN.end.first },
  { place: SINGLE, afterHeading: THEN.heading.single, afterEnd: THEN.end.single },
] as const;
const CONTINUATIONS = [
  { place: MIDDLE, afterFirst: THEN.first.middle, afterMiddle: THEN.middle.middle },
  { place: LAST, afterFirst: THEN.first.last, afterMiddle: THEN.middle.last },
  { place: BARE, afterFirst: THEN.first.middle, afterMiddle: THEN.middle.middle },
] as const;
/** What the first row of a page is: a page seldom begins inside a paragraph. */
const START = { first: 0.7, single: 2, heading: 0.7, inside: 5 } as const;
/**
 * Before a jump line a paragraph may end without a full stop, before a byline or credit as at the end of a page; before
 * text only where nothing else explains the page.
 */
const INTERRUPTED = { jump: 0.5, other: CUT_OFF, text: CUT_OFF + 20 } as const;
/** What stands between clauses: running text of two rows has one. */
const MARK = /[，。；：、？！…—,.;:?!0-9]/u;
/** Most that a missing gap says under a heading. */
const UNDER_HEADING = 0.7;
/** A new measure inside a paragraph (text beside a picture), and at the start of one. */
const SWITCH = { inside: 5, start: 1.6 } as const;

const NO_PAIRS: PagePairs = { haveAcross: () => false };

/** What a search found, by row and state. */
export interface Explanations {
  /** Cost (nats) of the best explanation of the rows up to this one that ends in this state. */
  readonly cost: Float64Array;
  /** State of the row before in that explanation. */
  readonly from: Int16Array;
}

/** What stands between a row and the one before it costs (nats): blank lines, a broken word. */
interface Between {
  /** Inside a paragraph, behind its first row and behind another. */
  readonly insideFirst: number;
  readonly insideMore: number;
  /** Between blocks; behind a text of one row, and of more. */
  readonly blocks: number;
  readonly behindSingle: number;
  readonly behindLast: number;
  /** What less it costs under a heading. */
  readonly underHeading: number;
  /** A paragraph ends here without an end. */
  readonly interrupted: number;
}

function weighBetween(before: Row, row: Row, gaps: PageGaps | undefined, pairs: PagePairs): Between {
  const gap = Math.min(row.gap, LARGEST_GAP);
  const first = gaps?.after(true, before.gap);
  const more = gaps?.after(false, before.gap);
  const broken = row.kind === 'text' ? weighBrokenWord(before, row, pairs) : 0;
  const blocks = (gaps?.between[gap] ?? 0) + broken;
  return {
    insideFirst: first?.inside[gap] ?? 0,
    insideMore: more?.inside[gap] ?? 0,
    blocks,
    behindSingle: (first?.between[gap] ?? 0) + broken,
    behindLast: (more?.between[gap] ?? 0) + broken,
    // A subhead touches its paragraph on pages where paragraphs stand apart.
    underHeading: Math.min(blocks, UNDER_HEADING + broken) - blocks,
    interrupted: INTERRUPTED[row.kind === 'text' || row.kind === 'jump' ? row.kind : 'other'],
  };
}

/** The cheapest of the ways that were offered: its cost, and the state it comes from. */
class Way {
  cost = Number.POSITIVE_INFINITY;
  from = HEADING;

  /** Forgets what was offered. */
  clear(): void {
    this.cost = Number.POSITIVE_INFINITY;
    this.from = HEADING;
  }

  offer(cost: number, from: number): void {
    if (cost >= this.cost) return;
    this.cost = cost;
    this.from = from;
  }
}

/** The cheapest explanations up to a row, at whatever measure. */
class WaysOn {
  /** Its paragraph ends, or is cut off. */
  readonly ended = new Way();
  readonly cutOff = new Way();
  /** With what the gap says of a text behind it: its paragraph ends; goes on and has had a mark, or has not. */
  readonly toText = new Way();
  readonly marked = new Way();
  readonly bare = new Way();

  /**
   * @param at where the costs of the row stand
   * @param hasMark of the row
   */
  constructor(cost: Float64Array, at: number, states: number, between: Between, hasMark: boolean) {
    for (let state = stateAt(0); state < states; state += EACH) {
      const first = cost[at + state + FIRST] as number;
      const middle = cost[at + state + MIDDLE] as number;
      const last = cost[at + state + LAST] as number;
      const single = cost[at + state + SINGLE] as number;
      const bare = cost[at + state + BARE] as number;
      this.cutOff.offer(first, state + FIRST);
      this.cutOff.offer(middle, state + MIDDLE);
      this.cutOff.offer(bare + NO_MARK, state + BARE);
      this.ended.offer(last, state + LAST);
      this.ended.offer(single, state + SINGLE);
      this.toText.offer(last + between.behindLast, state + LAST);
      this.toText.offer(single + between.behindSingle, state + SINGLE);
      (hasMark ? this.marked : this.bare).offer(first + between.insideFirst, state + FIRST);
      this.marked.offer(middle + between.insideMore, state + MIDDLE);
      this.bare.offer(bare + between.insideMore, state + BARE);
    }
  }
}

/**
 * The cheapest explanation of the rows up to each one, for each state it may end in: forward through the page (a Viterbi
 * search over places × measures).
 */
export function searchPlaces(
  rows: readonly Row[],
  { states, emit, rarity }: PlaceCosts,
  pairs: PagePairs,
  without: ReadonlySet<string>,
): Explanations {
  const known = without.has('broken-words') ? NO_PAIRS : pairs;
  const gaps = without.has('blank-lines') ? undefined : weighGaps(rows);
  const marked = rows.map(({ strand }) => MARK.test(strand.text));
  const cost = new Float64Array(rows.length * states);
  const from = new Int16Array(rows.length * states);
  const way = new Way();
  const take = (at: number): void => {
    cost[at] = way.cost + (emit[at] as number);
    from[at] = way.from;
    way.clear();
  };

  const start = (state: number, place: number, rare: number): void => {
    cost[state] = (emit[state] as number) + place + rare;
  };
  start(HEADING, START.heading, 0);
  rarity.forEach((rare, k) => {
    start(stateAt(k) + FIRST, START.first, rare);
    start(stateAt(k) + MIDDLE, START.inside, rare);
    start(stateAt(k) + LAST, START.inside, rare);
    start(stateAt(k) + SINGLE, START.single, rare);
    start(stateAt(k) + BARE, Number.POSITIVE_INFINITY, rare);
  });

  for (let i = 1; i < rows.length; i++) {
    const at = i * states;
    const back = at - states;
    const between = weighBetween(rows[i - 1] as Row, rows[i] as Row, gaps, known);
    const hadMark = marked[i - 1] as boolean;
    const hasMark = marked[i] as boolean;
    const on = new WaysOn(cost, back, states, between, hadMark);
    const underHeading = (cost[back + HEADING] as number) + between.underHeading;

    way.offer(underHeading + THEN.heading.heading, HEADING);
    way.offer(on.ended.cost + THEN.end.heading, on.ended.from);
    way.offer(on.cutOff.cost + between.interrupted, on.cutOff.from);
    way.cost += between.blocks;
    take(at + HEADING);

    for (let k = 0; k < rarity.length; k++) {
      const state = stateAt(k);
      const rare = rarity[k] as number;

      const afterLast = (cost[back + state + LAST] as number) + between.behindLast;
      const afterSingle = (cost[back + state + SINGLE] as number) + between.behindSingle;
      const same = Math.min(afterLast, afterSingle);
      const sameFrom = state + (afterLast <= afterSingle ? LAST : SINGLE);
      for (const begins of BEGINNINGS) {
        way.offer(underHeading + between.blocks + begins.afterHeading + rare, HEADING);
        way.offer(same + begins.afterEnd, sameFrom);
        way.offer(on.toText.cost + begins.afterEnd + SWITCH.start + rare, on.toText.from);
        take(at + state + begins.place);
      }

      const first = (cost[back + state + FIRST] as number) + between.insideFirst;
      const middle = (cost[back + state + MIDDLE] as number) + between.insideMore;
      const bare = (cost[back + state + BARE] as number) + between.insideMore;
      const switched = SWITCH.inside + rare;
      for (const { place, afterFirst, afterMiddle } of CONTINUATIONS) {
        // Without a mark so far a paragraph goes on as one that has had none; its last row pays for it.
        const noMark = place === LAST && !hasMark ? NO_MARK : 0;
        if (place === LAST || (place === BARE) === !(hadMark || hasMark))
          way.offer(first + afterFirst, state + FIRST);
        if (place !== BARE) {
          way.offer(middle + afterMiddle, state + MIDDLE);
          way.offer(on.marked.cost + afterMiddle + switched, on.marked.from);
        }
        if (place === LAST || (place === BARE) === !hasMark) {
          way.offer(bare + afterMiddle + noMark, state + BARE);
          way.offer(on.bare.cost + afterMiddle + switched + noMark, on.bare.from);
        }
        take(at + state + place);
      }
    }
  }
  return { cost, from };
}
