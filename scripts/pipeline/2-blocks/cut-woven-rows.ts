import { endsSentence } from '../characters.ts';
import { sliceStrand, trimStrand } from '../strand.ts';
import { UNWRAPPED } from './find-measures.ts';
import { makeRow, type Row } from './row.ts';
import { INDENT } from './weigh-row.ts';

/** A row so much wider than the measure (em) holds more than one column. */
const TOO_WIDE = 0.8;
/** Full rows of one measure differ so much: marks and digits give way. */
export const APART = 1.2;
/** Narrower columns than this are no columns of text. */
const NARROWEST = 6;

/** A row, or the part of one that stands in one column. */
export interface Piece {
  readonly row: Row;
  /** 0 left, 1 right, where a row held both. */
  readonly side: 0 | 1 | undefined;
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

interface Split {
  readonly left: Row;
  readonly right: Row;
}

function splitsOf(row: Row): Split[] {
  const { strand } = row;
  const splits: Split[] = [];
  for (const match of strand.text.matchAll(SPACE)) {
    const left = trimStrand(sliceStrand(strand, 0, match.index));
    const right = trimStrand(sliceStrand(strand, match.index + match[0].length, strand.text.length));
    splits.push({
      left: makeRow(left, row.gap, { indented: row.indented, mark: row.mark }),
      right: makeRow(right, 0),
    });
    if (splits.length > 8) break;
  }
  return splits;
}

/** Does a row end inside a sentence? */
export const endsInside = (row: Row): boolean => !endsSentence(row.ending);

/**
 * Cuts rows that hold two columns in their parts.
 *
 * @returns the pieces of the run, the measures of its two columns, and how many rows held both
 */
export function cutWovenRows(run: readonly Row[]): {
  pieces: Piece[];
  measures: [number, number];
  doubles: number;
} {
  const single = commonMeasure(
    run.filter((row) => endsInside(row) && !/\s/u.test(row.strand.text)).map((row) => row.width),
  );
  const wide = run.map((row) =>
    row.width > (single || NARROWEST * 2) + TOO_WIDE && row.width < 2 * UNWRAPPED ? splitsOf(row) : [],
  );
  const isOff = (width: number, measure: number): boolean =>
    Math.abs(width - measure) > APART && Math.abs(width + INDENT - measure) > APART;
  const lefts = wide.flatMap((splits) =>
    splits
      .filter(({ left, right }) => endsInside(left) && Math.min(left.width, right.width) >= NARROWEST)
      .map(({ left }) => left.width),
  );
  const nearRows = wide.filter((splits) => splits.some(({ left }) => !isOff(left.width, single))).length;
  const wideRows = wide.filter((splits) => splits.length > 0).length;
  if (lefts.length === 0 && wide.every((splits) => splits.length === 0))
    return {
      pieces: run.map((row) => ({ row, side: undefined })),
      measures: [single, single],
      doubles: 0,
    };
  const leftMeasure = nearRows >= Math.max(1, wideRows * 0.4) ? single : commonMeasure([...lefts, single]);
  const pieces: Piece[] = [];
  const rights: number[] = [];
  let doubles = 0;
  run.forEach((row, i) => {
    let best: Split | undefined;
    let bestOff = Infinity;
    for (const split of wide[i] as Split[]) {
      // Marks at the end of a row give way; the names of a list stand apart.
      const { text } = split.left.strand;
      const over =
        split.left.width -
        leftMeasure -
        (SQUEEZED.test(text) && split.left.width > leftMeasure ? 1 : 0) +
        0.5 * (text.match(LIST) ?? []).length;
      // Full, or the full first row of a paragraph, or the last row of one.
      let off = Math.min(Math.abs(over), Math.abs(over + INDENT) + 0.3);
      if (endsSentence(split.left.ending) && over < APART) off = Math.min(off, APART / 2);
      if (NAMES_OPENED.test(text)) off += 1;
      if (off <= APART && off < bestOff) {
        best = split;
        bestOff = off;
      }
    }
    if (!best || best.right.width > Math.max(single, leftMeasure) * 1.6 + APART) {
      pieces.push({ row, side: undefined });
      return;
    }
    doubles++;
    if (endsInside(best.right)) rights.push(best.right.width);
    pieces.push({ row: best.left, side: 0 }, { row: best.right, side: 1 });
  });
  const far = rights.length >= 2 ? commonMeasure(rights) : single;
  const rightMeasure = Math.abs(far - single) <= APART + 1.5 ? single : far;
  return { pieces, measures: [leftMeasure, rightMeasure], doubles };
}
