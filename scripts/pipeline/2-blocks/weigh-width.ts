import { openMarks } from '../characters.ts';
import { isUnwrapped, type Measure, UNWRAPPED } from './find-measures.ts';
import { FIRST, LAST, MIDDLE, SINGLE } from './place-states.ts';
import type { Row } from './row.ts';

/** Cost (nats) of a full line that is up to so much (em) longer or shorter than its measure. */
const MISFIT = [
  { upTo: 0.65, longer: 0, shorter: 0 },
  { upTo: 1.15, longer: 0.9, shorter: 0.9 },
  { upTo: 2.1, longer: 3.5, shorter: 2.6 },
] as const;
/** Of one that differs by more, and by how much it grows with each em. */
const MISFIT_BEYOND = { longer: { from: 3, each: 1 }, shorter: { from: 1.6, each: 0.8 }, most: 9 } as const;
/** A first row that is not indented, on a page that indents. */
const NOT_INDENTED = 2.8;
/** A last row is of any length: the more its measure has room for, the less likely is each. */
const ANY_LENGTH = -0.4;
/** Rows that end a paragraph are no longer (em) than their measure; else they cost so much, and each em more. */
const OVERLONG = { from: 1.2, each: 1.5, last: 1.5, single: 0.8 } as const;

/** Text that an OCR model has joined breaks where a column ends: once in a paragraph, seldom twice. */
const JOINED = { first: 1.6, middle: 3.5, last: 2.5, single: 1.8 } as const;
/** A row shorter than this (em) hardly goes on there; a first row no more than it does. */
const SHORT = { below: 20, goesOn: 3, first: 2.5 } as const;
/** A short row without a mark at its end is a subhead rather than the head of a broken paragraph. */
const SUBHEAD = { below: 28, clauses: 2, first: 4 } as const;
/** …只有80多台电脑。叠 / 影动画在这里…: over lines that were joined no subhead goes on behind the end of a sentence. */
const SENTENCE = /[。！？][^”’）)]/u;

/** A full line: how well a width fits a measure. The last em gives way to marks and to Latin words. */
function misfit(deviation: number): number {
  const d = Math.abs(deviation);
  const side = deviation > 0 ? 'longer' : 'shorter';
  for (const near of MISFIT) if (d <= near.upTo) return near[side];
  const { from, each } = MISFIT_BEYOND[side];
  return Math.min(from + d * each, MISFIT_BEYOND.most);
}

const mayBeSubhead = ({ width, ending, strand: { text } }: Row, next: Row | undefined): boolean =>
  ending === 'none' &&
  width < SUBHEAD.below &&
  openMarks(text) === 0 &&
  !(isUnwrapped(next) && SENTENCE.test(text)) &&
  (text.match(/，/gu)?.length ?? 0) < SUBHEAD.clauses;

/**
 * What the width of a row costs (nats) at a measure, by the number of its place ({@link FIRST} …).
 * @param indent characters by which the first row of a paragraph is shorter
 * @param out is overwritten: a page asks for each row at each of its measures
 */
export function weighWidth(
  row: Row,
  next: Row | undefined,
  measure: Measure,
  indent: number,
  out: Float64Array,
): void {
  const m = measure.width;
  if (m >= UNWRAPPED) {
    const short = row.width < SHORT.below ? SHORT.goesOn : 0;
    out[FIRST] = JOINED.first + (mayBeSubhead(row, next) ? SUBHEAD.first : Math.min(short, SHORT.first));
    out[MIDDLE] = JOINED.middle + short;
    out[LAST] = JOINED.last;
    out[SINGLE] = JOINED.single;
    return;
  }
  const over = row.width > m + OVERLONG.from ? OVERLONG.last + (row.width - m) * OVERLONG.each : 0;
  const overSingle =
    row.width > m - indent + OVERLONG.from ? OVERLONG.single + (row.width - m + indent) * OVERLONG.each : 0;
  const spread = Math.log(m) + ANY_LENGTH;
  out[FIRST] = Math.min(misfit(row.width - m + indent), NOT_INDENTED + misfit(row.width - m));
  out[MIDDLE] = misfit(row.width - m);
  out[LAST] = spread + over;
  out[SINGLE] = spread + overSingle;
}
