import { endsSentence } from '../characters.ts';
import type { Row } from './row.ts';

/** A measure (行长) that lines of the page are set to, in em, and the share of lines that show it. */
export interface Measure {
  readonly width: number;
  readonly share: number;
}

/** Most measures kept for a page: columns, half columns, boxes, text beside pictures. */
const MOST = 14;
/** Measures nearer than this are one: the last em of a line gives way to marks and Latin words. */
const APART = 1.3;
/** Lines shorter than this tell nothing of the measure. */
const SHORTEST = 5;
/** Longer lines were joined by an OCR model: there is no measure. */
export const UNWRAPPED = 48;

/** Was a row joined of the lines of a column by an OCR model? A row that is not there was not. */
export const isUnwrapped = (row: Pick<Row, 'width'> | undefined): boolean =>
  row !== undefined && row.width > UNWRAPPED;

/** Fewest lines that show a measure; one a half em off counts for nearly one. */
const ENOUGH = 1.8;

const isBeside = (row: Row, other: Row | undefined): boolean =>
  other?.kind === 'text' && Math.abs(other.width - row.width) < APART;

/**
 * Measures at which lines break inside sentences. One width for the page will not do: columns, boxes and text
 * beside pictures differ (one width instead of many cost 75 points of articles in the trial).
 */
export function findMeasures(rows: readonly Row[]): Measure[] {
  const bins = new Float64Array(UNWRAPPED * 2 + 2);
  let total = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as Row;
    // A measure shows in lines that follow each other; headings have one width by chance only.
    if (!isBeside(row, rows[i - 1]) && !isBeside(row, rows[i + 1])) continue;
    if (row.kind !== 'text' || row.width < SHORTEST || isUnwrapped(row)) continue;
    if (endsSentence(row.ending)) continue;
    const bin = Math.round(row.width * 2);
    bins[bin] = (bins[bin] as number) + 1;
    total++;
  }
  const support = bins.map((count, bin) => (bins[bin - 1] ?? 0) * 0.8 + count + (bins[bin + 1] ?? 0) * 0.8);
  const order = [...support.keys()]
    .filter((bin) => (support[bin] as number) >= ENOUGH)
    .sort((a, b) => (support[b] as number) - (support[a] as number) || a - b);
  const measures: Measure[] = [];
  for (const bin of order) {
    if (measures.length === MOST) break;
    const width = bin / 2;
    if (measures.every((measure) => Math.abs(measure.width - width) >= APART)) {
      measures.push({ width, share: (support[bin] as number) / Math.max(total, 1) });
    }
  }
  return measures;
}
