import { findListThings } from './find-list-things.ts';
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
/** A middle row of a paragraph that has had no mark yet. */
const BARE = 4;
const PLACES: readonly Place[] = ['first', 'middle', 'last', 'single', 'middle'];
const EACH = PLACES.length;

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
/** What stands between clauses: running text of two rows has one. */
const MARK = /[，。；：、？！…—,.;:?!0-9]/u;
/**
 * A paragraph without any mark: headlines that follow each other, each cut in two rows, look like one. Two rows that end
 * as a paragraph does may be a sentence; three, or two that are cut off, cost so much.
 */
const NO_MARK = 4;
/** Against anything but a paragraph of its own, where the form of a row says so. */
const ALONE = 6;
/** A caption has a measure of its own. */
const CAPTION = 1;
/** Most that a missing gap says under a heading. */
const UNDER_HEADING = 0.7;
/** A thing of a numbered list goes on from no paragraph; the one before it may end without a mark. */
const THING = { goesOn: 5, ends: 0.5 } as const;
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
  const states = 1 + EACH * count;
  const gaps = without.has('blank-lines') ? undefined : weighGaps(rows);
  const things = without.has('openers') ? new Uint8Array(n) : findListThings(rows);
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
    if (things[i] === 1) costs.goesOn += THING.goesOn;
    if (things[i + 1] === 1) costs.endsLast = Math.min(costs.endsLast, THING.ends);
    emit[at + HEADING] = costs.heading;
    for (let k = 0; k < count; k++) {
      weighWidth(row, measures[k] as Measure, indent, width);
      const base = at + 1 + EACH * k;
      const full = costs.caption ? Math.min(width[FIRST] as number, CAPTION) : (width[FIRST] as number);
      emit[base + FIRST] = full + costs.begins + costs.endsFull;
      emit[base + MIDDLE] = (width[MIDDLE] as number) + costs.goesOn + costs.endsFull;
      emit[base + LAST] = (width[LAST] as number) + costs.goesOn + costs.endsLast;
      emit[base + SINGLE] = (width[SINGLE] as number) + costs.begins + costs.endsLast;
      if (row.form !== undefined) {
        emit[base + SINGLE] = 1;
        for (let place = FIRST; place <= LAST; place++)
          emit[base + place] = (emit[base + place] as number) + ALONE;
      }
      emit[base + BARE] = emit[base + MIDDLE] as number;
    }
    if (row.form !== undefined) emit[at + HEADING] = (emit[at + HEADING] as number) + ALONE;
  }
  const marked = rows.map(({ strand }) => MARK.test(strand.text));
  // Forward: cost of the best explanation of rows 0..i that ends in each state, and the state before it.
  const forward = new Float64Array(n * states);
  const from = new Int16Array(n * states);
  for (let i = 0; i < n; i++) {
    const at = i * states;
    const back = at - states;
    if (i === 0) {
      forward[at] = (emit[at] as number) + START.heading;
      for (let k = 0; k < count; k++) {
        const base = at + 1 + EACH * k;
        const r = rarity[k] as number;
        forward[base + FIRST] = (emit[base + FIRST] as number) + START.first + r;
        forward[base + MIDDLE] = (emit[base + MIDDLE] as number) + START.inside + r;
        forward[base + LAST] = (emit[base + LAST] as number) + START.inside + r;
        forward[base + SINGLE] = (emit[base + SINGLE] as number) + START.single + r;
        forward[base + BARE] = Infinity;
      }
      continue;
    }
    const gap = Math.min((rows[i] as Row).gap, 2);
    const gapAbove = (rows[i - 1] as Row).gap;
    const ifFirst = gaps?.after(true, gapAbove);
    const ifMore = gaps?.after(false, gapAbove);
    const inFirst = ifFirst?.inside[gap] ?? 0;
    const inMore = ifMore?.inside[gap] ?? 0;
    // A jump line, byline or credit cuts in: what stands before it may end without a full stop.
    const interrupted = open[i] === 1 ? ((rows[i] as Row).kind === 'jump' ? 0.5 : CUT_OFF) : CUT_OFF + 20;
    const broken = open[i] === 1 ? 0 : weighBrokenWord(rows[i - 1] as Row, rows[i] as Row, pairs);
    const between = (gaps?.between[gap] ?? 0) + broken;
    const betweenSingle = (ifFirst?.between[gap] ?? 0) + broken;
    const betweenMore = (ifMore?.between[gap] ?? 0) + broken;
    let [endBest, cutBest] = [Infinity, Infinity];
    let [endFrom, cutFrom] = [0, 0];
    // With what the gap says of a text behind it: paragraphs that end; that go on and have had a mark, or have not.
    let [endToText, markedBest, bareBest] = [Infinity, Infinity, Infinity];
    let [endToTextFrom, markedFrom, bareFrom] = [0, 0, 0];
    const hadMark = marked[i - 1] as boolean;
    const hasMark = marked[i] as boolean;
    for (let k = 0; k < count; k++) {
      const base = back + 1 + EACH * k;
      for (let place = FIRST; place <= BARE; place++) {
        const cost = forward[base + place] as number;
        const source = base + place - back;
        if (place === LAST || place === SINGLE) {
          if (cost < endBest) {
            endBest = cost;
            endFrom = source;
          }
          const endText = cost + (place === LAST ? betweenMore : betweenSingle);
          if (endText < endToText) [endToText, endToTextFrom] = [endText, source];
          continue;
        }
        const cut = place === BARE ? cost + NO_MARK : cost;
        if (cut < cutBest) {
          cutBest = cut;
          cutFrom = source;
        }
        const toText = cost + (place === FIRST ? inFirst : inMore);
        if (place === BARE || (place === FIRST && !hadMark)) {
          if (toText >= bareBest) continue;
          bareBest = toText;
          bareFrom = source;
        } else if (toText < markedBest) {
          markedBest = toText;
          markedFrom = source;
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
    if (cutBest + interrupted < best) {
      best = cutBest + interrupted;
      source = cutFrom;
    }
    forward[at] = best + between + (emit[at] as number);
    from[at] = source;
    for (let k = 0; k < count; k++) {
      const base = at + 1 + EACH * k;
      const before = back + 1 + EACH * k;
      const r = rarity[k] as number;
      const sameLast = (forward[before + LAST] as number) + betweenMore;
      const sameSingle = (forward[before + SINGLE] as number) + betweenSingle;
      const same = Math.min(sameLast, sameSingle);
      const sameFrom = before - back + (sameLast <= sameSingle ? LAST : SINGLE);
      for (let place = FIRST; place <= SINGLE; place += SINGLE - FIRST) {
        const afterHeading = place === FIRST ? THEN.heading.first : THEN.heading.single;
        const afterEnd = place === FIRST ? THEN.end.first : THEN.end.single;
        let cost = headBefore + between + afterHeading + r;
        let was = HEADING;
        if (same + afterEnd < cost) {
          cost = same + afterEnd;
          was = sameFrom;
        }
        const switched = endToText + afterEnd + SWITCH.start + r;
        if (switched < cost) {
          cost = switched;
          was = endToTextFrom;
        }
        forward[base + place] = cost + (emit[base + place] as number);
        from[base + place] = was;
      }
      const first = (forward[before + FIRST] as number) + inFirst;
      const middle = (forward[before + MIDDLE] as number) + inMore;
      const bare = (forward[before + BARE] as number) + inMore;
      const switched = SWITCH.inside + r;
      for (const place of [MIDDLE, LAST, BARE]) {
        const afterFirst = place === LAST ? THEN.first.last : THEN.first.middle;
        const afterMiddle = place === LAST ? THEN.middle.last : THEN.middle.middle;
        const noMark = place === LAST && !hasMark ? NO_MARK : 0;
        let cost = Infinity;
        let was = HEADING;
        const offer = (offered: number, source: number): void => {
          if (offered >= cost) return;
          cost = offered;
          was = source;
        };
        if (place === LAST || (place === BARE) === !(hadMark || hasMark))
          offer(first + afterFirst, before - back + FIRST);
        if (place !== BARE) {
          offer(middle + afterMiddle, before - back + MIDDLE);
          offer(markedBest + afterMiddle + switched, markedFrom);
        }
        if (place === LAST || (place === BARE) === !hasMark) {
          offer(bare + afterMiddle + noMark, before - back + BARE);
          offer(bareBest + afterMiddle + switched + noMark, bareFrom);
        }
        forward[base + place] = cost + (emit[base + place] as number);
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
    const place = s === 0 ? -1 : (s - 1) % EACH;
    const cost =
      (forward[lastAt + s] as number) +
      (place === BARE ? CUT_OFF + NO_MARK : place === FIRST || place === MIDDLE ? CUT_OFF : 0);
    if (cost < best) {
      best = cost;
      state = s;
    }
  }
  for (let i = n - 1; i >= 0; i--) {
    places[i] = state === 0 ? 'heading' : (PLACES[(state - 1) % EACH] as Place);
    widths[i] = state === 0 ? 0 : (measures[Math.floor((state - 1) / EACH)] as Measure).width;
    // How much dearer is it, up to here, if the row does the opposite: begins instead of going on?
    const at = i * states;
    const here = forward[at + state] as number;
    const begins = state === 0 || (state - 1) % EACH === FIRST || (state - 1) % EACH === SINGLE;
    let other = Infinity;
    for (let s = 0; s < states; s++) {
      const starts = s === 0 || (s - 1) % EACH === FIRST || (s - 1) % EACH === SINGLE;
      if (starts !== begins) other = Math.min(other, forward[at + s] as number);
    }
    margins[i] = other - here;
    state = from[at + state] as number;
  }
  return { places, measures: widths, margins };
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
