import { findListThings, HONOURED_THING, NO_THING } from './find-list-things.ts';
import { findMeasures, type Measure, UNWRAPPED } from './find-measures.ts';
import { findSpeakers } from './find-speakers.ts';
import { BARE, EACH, FIRST, HEADING, LAST, MIDDLE, SINGLE, stateAt } from './place-states.ts';
import type { Row } from './row.ts';
import { CAPTION_ROWS, INDENT, weighRow } from './weigh-row.ts';
import { weighWidth } from './weigh-width.ts';

/** What the rows of a page cost (nats) in each state, by themselves. */
export interface PlaceCosts {
  readonly measures: readonly Measure[];
  /** Number of states of a row. */
  readonly states: number;
  /** By row, then by state. */
  readonly emit: Float64Array;
  /** By measure: what it costs to be set to it. */
  readonly rarity: readonly number[];
}

/** A row of another kind is no text, whatever that costs. */
const NO_TEXT = 1e6;
/** Against anything but a paragraph of its own, where the form of a row says so. */
const ALONE = 6;
/** A row is a paragraph of its own, where its form says so. */
const IS_ALONE = 1;
/** A caption has a measure of its own. */
const CAPTION = 1;
/**
 * A thing of a list goes on from no paragraph; the one before it may end without a mark. Whoever is honoured has a row of
 * two phrases, as headlines do.
 */
const THING = { goesOn: 5, ends: 0.5, heading: 6 } as const;
/** Share of text without line breaks, which no measure shows. */
const UNWRAPPED_SHARE = 0.02;
/** A seldom measure costs at most so much, and so much for each e-fold that it is rarer. */
const RARITY = { most: 1.8, each: 0.35, least: 0.01 } as const;

/** What each row costs in each place at each measure of the page, as far as the row and its neighbours tell. */
export function weighPlaces(rows: readonly Row[], without: ReadonlySet<string>): PlaceCosts {
  const found = findMeasures(rows);
  const measures: Measure[] = [
    ...(without.has('line-measure') ? found.slice(0, 1) : found),
    { width: UNWRAPPED + 1, share: UNWRAPPED_SHARE },
  ];
  const states = stateAt(measures.length);
  const things = without.has('openers') ? new Uint8Array(rows.length) : findListThings(rows);
  const speakers = findSpeakers(rows);
  const indent = without.has('indent') ? 0 : INDENT;
  const rarity = measures.map(({ share }) =>
    Math.min(RARITY.most, -RARITY.each * Math.log(share + RARITY.least)),
  );
  const emit = new Float64Array(rows.length * states);
  const width = new Float64Array(EACH);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as Row;
    const at = i * states;
    if (row.kind !== 'text') {
      emit.fill(NO_TEXT, at, at + states);
      emit[at + HEADING] = 0;
      continue;
    }
    const costs = weighRow(row, rows[i - 1], rows.slice(i + 1, i + 1 + CAPTION_ROWS), without, speakers);
    if (things[i] !== NO_THING) costs.goesOn += THING.goesOn;
    if (things[i] === HONOURED_THING) costs.heading += THING.heading;
    if (things[i] === HONOURED_THING || (things[i + 1] ?? NO_THING) !== NO_THING)
      costs.endsLast = Math.min(costs.endsLast, THING.ends);
    const alone = row.form === undefined ? 0 : ALONE;
    emit[at + HEADING] = costs.heading + alone;
    for (let k = 0; k < measures.length; k++) {
      weighWidth(row, rows[i + 1], measures[k] as Measure, indent, width);
      const base = at + stateAt(k);
      const full = costs.caption ? Math.min(width[FIRST] as number, CAPTION) : (width[FIRST] as number);
      const middle = (width[MIDDLE] as number) + costs.goesOn + costs.endsFull + alone;
      emit[base + FIRST] = full + costs.begins + costs.endsFull + alone;
      emit[base + MIDDLE] = middle;
      emit[base + BARE] = middle;
      emit[base + LAST] = (width[LAST] as number) + costs.goesOn + costs.endsLast + alone;
      emit[base + SINGLE] = alone ? IS_ALONE : (width[SINGLE] as number) + costs.begins + costs.endsLast;
    }
  }
  return { measures, states, emit, rarity };
}
