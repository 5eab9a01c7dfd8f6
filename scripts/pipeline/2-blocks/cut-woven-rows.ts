import { endingOf, endsSentence, widthOf } from '../characters.ts';
import { sliceStrand, trimStrand } from '../strand.ts';
import { UNWRAPPED } from './find-measures.ts';
import { makeRow, type Row } from './row.ts';
import { INDENT } from './weigh-row.ts';

/** A row so much wider than the measure (em) may hold more than one column. */
const TOO_WIDE = 0.8;
/** Full rows of one measure differ so much: marks and digits give way. */
export const APART = 1.2;
/** The last part of a row may end anywhere; what is over the measure counts from here. */
const LAST_APART = 1.8;
/** Narrower columns than this are no columns of text. */
const NARROWEST = 6;
/** Columns of so many measures stand side by side at most: of two or three articles. */
const MOST_MEASURES = 3;
/** Another measure than the commonest shows in so many rows at least, and in this share of them. */
const FEWEST = 4;
const SHARE = 0.12;
/** Places of a row at which it may be cut. */
const MOST_PLACES = 12;
/** What a part costs beside its being off the measure. */
const PART = 0.3;

/** A row, or the part of one that stands in one column. */
export interface Piece {
  readonly row: Row;
  /** Which row of the run it is of. Parts of one row stand in different columns, from left to right. */
  readonly at: number;
}

/** The measure most rows of a run show: the bin (half em) with the most votes. */
function commonMeasure(widths: readonly number[]): number {
  const bins = new Float64Array(UNWRAPPED * 2 + 3);
  for (const width of widths) {
    const bin = Math.round(width * 2);
    if (bin < NARROWEST * 2 || bin > UNWRAPPED * 2) continue;
    bins[bin] = (bins[bin] as number) + 1;
  }
  let best = 0;
  let most = 0;
  for (let bin = 1; bin < bins.length; bin++) {
    const around = (at: number): number =>
      (bins[at] ?? 0) + 0.8 * ((bins[at - 1] ?? 0) + (bins[at + 1] ?? 0));
    // The first row of a paragraph is two em short.
    const votes = around(bin) + 0.6 * around(bin - 2 * INDENT) + bin * 1e-4;
    if (votes > most) {
      most = votes;
      best = bin;
    }
  }
  return best / 2;
}

const SPACE = /\s+/gu;
const SQUEEZED = /[，。、；：！？”’）》][，。、；：！？”’）》]$/u;
// …到底谁管？ （读者 谷女士）: not between the two words.
const NAMES_OPENED = /（[^（）]{0,4}$/u;
const LIST = /(?<=\p{Script=Han}) (?=\p{Script=Han})/gu;

/** Does a row end inside a sentence? */
export const endsInside = (row: Row): boolean => !endsSentence(row.ending);

/**
 * The measures (em) of the columns that stand side by side in a run of rows: the commonest first, then what is common
 * among the rows that do not fit it. What a space parts may be rows of several columns.
 */
export function readMeasures(run: readonly Row[]): number[] {
  const widths = run.flatMap(({ strand }) =>
    strand.text.split(SPACE).flatMap((part) => (endsSentence(endingOf(part)) ? [] : [widthOf(part)])),
  );
  const measures: number[] = [];
  let left = widths;
  while (measures.length < MOST_MEASURES) {
    const measure = commonMeasure(left);
    const isNear = (width: number): boolean => Math.abs(width - measure) <= APART;
    const few = left.filter(isNear).length < Math.max(FEWEST, SHARE * widths.length);
    if (measure === 0 || (few && measures.length > 0)) break;
    measures.push(measure);
    left = left.filter((width) => !isNear(width) && !isNear(width + INDENT));
  }
  return measures;
}

/** How far a part of a row is from filling a column: a full row, the full first row of a paragraph, or its last. */
function offOf({ strand: { text }, width, ending }: Row, measure: number): number {
  // Marks at the end of a row give way; the names of a list stand apart.
  const over =
    width -
    measure -
    (SQUEEZED.test(text) && width > measure ? 1 : 0) +
    0.5 * (text.match(LIST) ?? []).length;
  const off = Math.min(Math.abs(over), Math.abs(over + INDENT) + 0.3);
  const ends = endsSentence(ending) && over < APART;
  return (ends ? Math.min(off, APART / 2) : off) + (NAMES_OPENED.test(text) ? 1 : 0);
}

/** The parts of a row that fill columns of these measures; the row itself where there are none. */
function cutRow(row: Row, measures: readonly number[], widest: number): Row[] {
  const { strand } = row;
  const begins = [0];
  for (const match of strand.text.matchAll(SPACE)) {
    if (begins.length <= MOST_PLACES) begins.push(match.index + match[0].length);
  }
  const ends = [...begins.slice(1), strand.text.length];
  // By place: the least that the parts before it cost, the place where the last of them begins, and that part.
  const ways: { cost: number; from: number; part?: Row }[] = [{ cost: 0, from: -1 }];
  ends.forEach((end, k) => {
    const last = k === ends.length - 1;
    const way: (typeof ways)[number] = { cost: Number.POSITIVE_INFINITY, from: -1 };
    for (let from = 0; from <= k; from++) {
      const { cost } = ways[from] as (typeof ways)[number];
      if (cost >= way.cost) continue;
      const text = trimStrand(sliceStrand(strand, begins[from] as number, end));
      const first = from === 0 ? { indented: row.indented, mark: row.mark } : {};
      const part = makeRow(text, from === 0 ? row.gap : 0, first);
      let off = Math.min(...measures.map((measure) => offOf(part, measure)));
      if (last && part.width < widest + APART) off = Math.min(off, PART);
      if (off > (last ? LAST_APART : APART)) continue;
      const sum = cost + off + (from > 0 ? PART : 0);
      if (sum < way.cost) Object.assign(way, { cost: sum, from, part });
    }
    ways.push(way);
  });
  const parts: Row[] = [];
  for (let k = ends.length; k > 0; ) {
    const { from, part } = ways[k] as (typeof ways)[number];
    if (!part) return [row];
    parts.unshift(part);
    k = from;
  }
  return parts.length > 1 ? parts : [row];
}

/** Cuts rows that hold several columns in their parts. */
export function cutWovenRows(run: readonly Row[], measures: readonly number[]): Piece[] {
  const widest = Math.max(...measures);
  const least = Math.min(...measures) + TOO_WIDE;
  const most = (MOST_MEASURES + 1) * UNWRAPPED;
  return run.flatMap((row, at) =>
    row.width > least && row.width < most && /\s/u.test(row.strand.text)
      ? cutRow(row, measures, widest).map((part) => ({ row: part, at }))
      : [{ row, at }],
  );
}
