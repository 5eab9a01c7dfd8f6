import { findMeasures, type Measure, UNWRAPPED } from './find-measures.ts';
import { type PagePairs, readPagePairs } from './page-pairs.ts';
import { rewriteRows } from './rewrite-rows.ts';
import type { BlocksState, Place, Row } from './row.ts';
import { weighBrokenWord, weighGaps } from './weigh-breaks.ts';
import { FIRST, INDENT, LAST, MIDDLE, SINGLE, weighRow, weighWidth } from './weigh-row.ts';

/**
 * Which row begins a paragraph, which goes on, which ends it, which is a heading: one explanation of the whole
 * page, the cheapest (a Viterbi search over places × measures). Costs are in nats (−ln of how often it happens),
 * measured on the real pages first, on typeset pages second. No single sign decides: a full last line is
 * found by the indent of the next, a blank line counts for what blank lines mean on this page.
 */

const HEADING = 0;
const PLACES: readonly Place[] = ['first', 'middle', 'last', 'single'];

/** Cost of one place after another: paragraphs have some five lines; headings stand in stacks. */
const THEN = {
  first: { middle: 0.3, last: 1.3 },
  middle: { middle: 0.25, last: 1.5 },
  end: { first: 0.5, single: 2.6, heading: 1.9 },
  heading: { first: 0.8, single: 2.4, heading: 0.9 },
} as const;
const START = { first: 0.7, single: 2, heading: 0.7, inside: 5 } as const;
/** A page, or a run before a jump line, that ends inside a paragraph. */
const CUT_OFF = 4;
/** Against anything but a paragraph of its own, where the form of a row says so. */
const ALONE = 6;
/** Most that a missing gap says under a heading. */
const UNDER_HEADING = 0.7;
/** A new measure inside a paragraph (text beside a picture), and at the start of one. */
const SWITCH = { inside: 5, start: 1.6 } as const;

const NO_PAIRS: PagePairs = { haveAcross: () => false };

interface Explained {
  places: (Place | 'heading')[];
  measures: number[];
  margins: number[];
}

function explain(rows: readonly Row[], without: ReadonlySet<string>): Explained {
  const n = rows.length;
  if (n === 0) return { places: [], measures: [], margins: [] };
  const found = findMeasures(rows);
  const measures: Measure[] = [
    ...(without.has('line-measure') ? found.slice(0, 1) : found),
    { width: UNWRAPPED + 1, share: 0.02 },
  ];
  const count = measures.length;
  const states = 1 + 4 * count;
  const gaps = without.has('blank-lines') ? { inside: [0, 0, 0], between: [0, 0, 0] } : weighGaps(rows);
  const pairs = without.has('broken-words') ? NO_PAIRS : readPagePairs(rows);
  const indent = without.has('indent') ? 0 : INDENT;
  const rarity = measures.map((measure) => Math.min(1.8, -0.35 * Math.log(measure.share + 0.01)));
  const emit = new Float64Array(n * states);
  const width = new Float64Array(4);
  const open = new Uint8Array(n); // rows of other kinds stand between blocks
  for (let i = 0; i < n; i++) {
    const row = rows[i] as Row;
    const at = i * states;
    if (row.kind !== 'text') {
      emit.fill(1e6, at, at + states);
      emit[at + HEADING] = 0;
      open[i] = 1;
      continue;
    }
    const costs = weighRow(row, rows[i - 1], rows[i + 1], without);
    emit[at + HEADING] = costs.heading;
    for (let k = 0; k < count; k++) {
      weighWidth(row, measures[k] as Measure, indent, width);
      const base = at + 1 + 4 * k;
      emit[base + FIRST] = (width[FIRST] as number) + costs.begins + costs.endsFull;
      emit[base + MIDDLE] = (width[MIDDLE] as number) + costs.goesOn + costs.endsFull;
      emit[base + LAST] = (width[LAST] as number) + costs.goesOn + costs.endsLast;
      emit[base + SINGLE] = (width[SINGLE] as number) + costs.begins + costs.endsLast;
      if (row.form !== undefined) {
        emit[base + SINGLE] = 1;
        for (let place = FIRST; place <= LAST; place++)
          emit[base + place] = (emit[base + place] as number) + ALONE;
      }
    }
    if (row.form !== undefined) emit[at + HEADING] = (emit[at + HEADING] as number) + ALONE;
  }
  // Forward: cost of the best explanation of rows 0..i that ends in each state, and the state before it.
  const forward = new Float64Array(n * states);
  const from = new Int16Array(n * states);
  for (let i = 0; i < n; i++) {
    const at = i * states;
    const back = at - states;
    if (i === 0) {
      forward[at] = (emit[at] as number) + START.heading;
      for (let k = 0; k < count; k++) {
        const base = at + 1 + 4 * k;
        const r = rarity[k] as number;
        forward[base + FIRST] = (emit[base + FIRST] as number) + START.first + r;
        forward[base + MIDDLE] = (emit[base + MIDDLE] as number) + START.inside + r;
        forward[base + LAST] = (emit[base + LAST] as number) + START.inside + r;
        forward[base + SINGLE] = (emit[base + SINGLE] as number) + START.single + r;
      }
      continue;
    }
    const gap = Math.min((rows[i] as Row).gap, 2);
    const inside = gaps.inside[gap] as number;
    // A jump line, byline or credit cuts in: what stands before it may end without a full stop.
    const interrupted = open[i] === 1 ? ((rows[i] as Row).kind === 'jump' ? 0.5 : CUT_OFF) : CUT_OFF + 20;
    const broken = open[i] === 1 ? 0 : weighBrokenWord(rows[i - 1] as Row, rows[i] as Row, pairs);
    const between = (gaps.between[gap] as number) + broken;
    let endBest = Infinity;
    let endFrom = 0;
    let onBest = Infinity;
    let onFrom = 0;
    for (let k = 0; k < count; k++) {
      const base = back + 1 + 4 * k;
      for (let place = FIRST; place <= SINGLE; place++) {
        const cost = forward[base + place] as number;
        if (place < LAST && cost < onBest) {
          onBest = cost;
          onFrom = base + place - back;
        } else if (place >= LAST && cost < endBest) {
          endBest = cost;
          endFrom = base + place - back;
        }
      }
    }
    // A subhead touches its paragraph on pages where paragraphs stand apart.
    const underHeading = Math.min(between, UNDER_HEADING + broken) - between;
    const headBefore = (forward[back] as number) + underHeading;
    // heading
    let best = headBefore + THEN.heading.heading;
    let source = HEADING;
    if (endBest + THEN.end.heading < best) {
      best = endBest + THEN.end.heading;
      source = endFrom;
    }
    if (onBest + interrupted < best) {
      best = onBest + interrupted;
      source = onFrom;
    }
    forward[at] = best + between + (emit[at] as number);
    from[at] = source;
    for (let k = 0; k < count; k++) {
      const base = at + 1 + 4 * k;
      const before = back + 1 + 4 * k;
      const r = rarity[k] as number;
      const same = Math.min(forward[before + LAST] as number, forward[before + SINGLE] as number);
      const sameFrom =
        before -
        back +
        ((forward[before + LAST] as number) <= (forward[before + SINGLE] as number) ? LAST : SINGLE);
      for (let place = FIRST; place <= SINGLE; place += SINGLE - FIRST) {
        const afterHeading = place === FIRST ? THEN.heading.first : THEN.heading.single;
        const afterEnd = place === FIRST ? THEN.end.first : THEN.end.single;
        let cost = headBefore + afterHeading + r;
        let was = HEADING;
        if (same + afterEnd < cost) {
          cost = same + afterEnd;
          was = sameFrom;
        }
        const switched = endBest + afterEnd + SWITCH.start + r;
        if (switched < cost) {
          cost = switched;
          was = endFrom;
        }
        forward[base + place] = cost + between + (emit[base + place] as number);
        from[base + place] = was;
      }
      for (let place = MIDDLE; place <= LAST; place++) {
        const afterFirst = place === MIDDLE ? THEN.first.middle : THEN.first.last;
        const afterMiddle = place === MIDDLE ? THEN.middle.middle : THEN.middle.last;
        let cost = (forward[before + FIRST] as number) + afterFirst;
        let was = before - back + FIRST;
        const middle = (forward[before + MIDDLE] as number) + afterMiddle;
        if (middle < cost) {
          cost = middle;
          was = before - back + MIDDLE;
        }
        const switched = onBest + afterMiddle + SWITCH.inside + r;
        if (switched < cost) {
          cost = switched;
          was = onFrom;
        }
        forward[base + place] = cost + inside + (emit[base + place] as number);
        from[base + place] = was;
      }
    }
  }
  const places: (Place | 'heading')[] = new Array(n);
  const widths: number[] = new Array(n);
  const margins: number[] = new Array(n).fill(9);
  const lastAt = (n - 1) * states;
  let state = 0;
  let best = Infinity;
  for (let s = 0; s < states; s++) {
    const place = s === 0 ? -1 : (s - 1) % 4;
    const cost = (forward[lastAt + s] as number) + (place === FIRST || place === MIDDLE ? CUT_OFF : 0);
    if (cost < best) {
      best = cost;
      state = s;
    }
  }
  for (let i = n - 1; i >= 0; i--) {
    places[i] = state === 0 ? 'heading' : (PLACES[(state - 1) % 4] as Place);
    widths[i] = state === 0 ? 0 : (measures[(state - 1) >> 2] as Measure).width;
    // How much dearer is it, up to here, if the row does the opposite: begins instead of going on?
    const at = i * states;
    const here = forward[at + state] as number;
    const begins = state === 0 || (state - 1) % 4 === FIRST || (state - 1) % 4 === SINGLE;
    let other = Infinity;
    for (let s = 0; s < states; s++) {
      const starts = s === 0 || (s - 1) % 4 === FIRST || (s - 1) % 4 === SINGLE;
      if (starts !== begins) other = Math.min(other, forward[at + s] as number);
    }
    margins[i] = other - here;
    state = from[at + state] as number;
  }
  unsetHeadlines(rows, places, widths);
  return { places, measures: widths, margins };
}

/** A sentence without a mark may well be as long as this. */
const FEWEST_ROWS = 3;
/** What stands between clauses: running text of two rows has one. */
const MARK = /[，。；：、？！…—,.;:?!0-9]/u;

/** Headlines that follow each other, each cut in two rows, look like a paragraph; but they have no mark among them. */
function unsetHeadlines(rows: readonly Row[], places: (Place | 'heading')[], widths: number[]): void {
  for (let from = 0; from < rows.length; from++) {
    if (places[from] !== 'first') continue;
    let to = from + 1;
    while (to < rows.length && (places[to] === 'middle' || places[to] === 'last')) to++;
    if (to - from < FEWEST_ROWS) continue;
    if (rows.slice(from, to).some(({ strand }) => MARK.test(strand.text))) continue;
    for (let k = from; k < to; k++) {
      places[k] = 'heading';
      widths[k] = 0;
    }
  }
}

/** Decides for every row of text whether it is a heading, or where in its paragraph it stands. */
export function decidePlaces(state: BlocksState, without: ReadonlySet<string>): BlocksState {
  return rewriteRows(state, (rows) => {
    const explained = explain(
      rows.filter((row) => !row.aside),
      without,
    );
    let next = 0;
    return rows.map((row) => {
      const i = row.aside ? -1 : next++;
      if (row.aside || row.kind !== 'text') return row;
      const place = explained.places[i] as Place | 'heading';
      const margin = explained.margins[i] as number;
      return place === 'heading'
        ? { ...row, kind: 'heading', margin }
        : { ...row, place, measure: explained.measures[i] as number, margin };
    });
  });
}
