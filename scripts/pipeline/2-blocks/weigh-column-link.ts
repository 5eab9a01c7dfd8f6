import { endsSentence } from '../characters.ts';
import { likeness } from '../word-meanings.ts';
import type { ColumnEnd, ColumnStart } from './column-edges.ts';
import type { PagePairs } from './page-pairs.ts';
import { weighGoingOn } from './weigh-going-on.ts';
import { INDENT } from './weigh-row.ts';

/**
 * What speaks for a run going on from another, in nats: fitted (a choice among all starts of the page and none, ridge) on
 * 324 torn columns of 76 typeset pages of four papers, as pdftotext read them. On 76 pages of four other papers 94 of 153
 * columns that do not go on in the next run are joined to the right one, and 23 ends to a wrong one.
 */
const SIGN = {
  none: -2.8,
  goesOn: 1.1,
  /** Behind a mark the characters say less. */
  goesOnBehindMark: 0.45,
  quotation: 2.1,
  wrongQuotation: -1.5,
  wrongBracket: -1.25,
  measure: 0.35,
  wrongMeasure: -2.2,
  /** They are about one thing: cosine of what their words mean. */
  likeness: 2.1,
  /** They name what no other part of the page names: logarithm of how many pairs of characters. */
  shared: 1,
  /** They stand one after the other as it is, or one or two others stand between them. */
  next: 2.5,
  second: 1.6,
  third: 0.9,
  /** It stands further down, and each doubling of the distance (natural logarithm). */
  down: 0.9,
  away: -0.8,
  /** It stands below a row that breaks off, or below a heading. */
  belowBroken: -1.2,
  belowHeading: -1.1,
  broken: 2.3,
  /** Columns of one report have as many rows. */
  rows: 1.7,
} as const;
/** How much there is of some of the signs. */
type Signs = { readonly [sign in keyof typeof SIGN]?: number | boolean };

/** Measures (em) that differ by less are one; that differ by more are two. */
const SAME_MEASURE = 0.8;
const OTHER_MEASURE = 1.5;
/** Of fewer rows the only full ones may be first rows of paragraphs. */
const FEW_ROWS = 4;

const QUOTATION_MARK = /[“”]/u;
const CLOSES_BRACKET = /^[^（）()《》]*[）)》]/u;

/** A quotation or a bracket that is open goes on to its closing mark; where none is open, none is closed. */
function readMarks({ quotation, bracket }: ColumnEnd, { first, second }: ColumnStart): Signs {
  const right = first.strand.text;
  const mark = QUOTATION_MARK.exec(right + (second?.strand.text ?? ''))?.[0];
  const told = quotation !== undefined && mark !== undefined;
  return {
    wrongQuotation: told && quotation !== (mark === '”'),
    quotation: told && quotation && mark === '”',
    wrongBracket: bracket !== CLOSES_BRACKET.test(right),
  };
}

/** One column, one measure; a lone row that ends a sentence tells of none. */
function readMeasures({ run: end }: ColumnEnd, { run: start, first }: ColumnStart): Signs {
  const ownRows = start.to - start.from;
  if (ownRows === 1 && endsSentence(first.ending)) return {};
  // Where the only full rows of a block are first rows of paragraphs, its measure is two em more.
  const apart = [end.measure - start.measure];
  if (end.to - end.from < FEW_ROWS) apart.push(end.measure + INDENT - start.measure);
  if (ownRows < FEW_ROWS) apart.push(end.measure - start.measure - INDENT);
  const off = Math.min(...apart.map(Math.abs));
  return { measure: off < SAME_MEASURE, wrongMeasure: off > OTHER_MEASURE };
}

/** How far the start stands behind the end, in runs; one that stands before it is far. */
const readDistance = (distance: number): Signs => ({
  next: distance === 1,
  second: distance === 2,
  third: distance === 3,
  down: distance > 3,
  away: Math.log(Math.abs(distance)),
});

/**
 * How much speaks for a run going on from another, in nats over its going on from none.
 *
 * @param distance runs from the end to the start, negative where the start stands before it; not 0
 * @param shared pairs of characters that these two runs of the page have and no third
 */
export function weighColumnLink(
  end: ColumnEnd,
  start: ColumnStart,
  { distance, shared, pairs }: { distance: number; shared: number; pairs: PagePairs },
): number {
  const goesOn = weighGoingOn(end.last.strand.text, start.first.strand.text, pairs);
  const signs: Signs = {
    none: 1,
    [end.last.ending === 'inner' ? 'goesOnBehindMark' : 'goesOn']: goesOn,
    ...readMarks(end, start),
    ...readMeasures(end, start),
    likeness: likeness(end.about, start.about),
    shared: Math.log1p(shared),
    ...readDistance(distance),
    ...(start.below && { [start.below]: 1 }),
    broken: start.run.brokenStart,
    rows: end.run.to - end.run.from === start.run.to - start.run.from,
  };
  let weight = 0;
  for (const [sign, value] of Object.entries(signs)) weight += SIGN[sign as keyof Signs] * Number(value);
  return weight;
}
