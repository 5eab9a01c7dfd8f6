import { breaksWord } from '../word-meanings.ts';
import { findMeasures } from './find-measures.ts';
import { SPEAKER } from './openers.ts';
import type { BlocksState, Row } from './row.ts';
import { type VerseRow, weighVerse } from './verse-signs.ts';

/** Wider rows are no lines of verse. */
const WIDEST = 22;
/** Fewest lines of a poem. */
const FEWEST = 4;
/** So much evidence (nats) all lines together must bring: few pages have verse. */
const RARE = 3;

/** A measure of the page that fewer lines show is one of chance. */
const MEASURE = 0.03;
/** A word that breaks at the end of a row, a sentence that ends amid it, who speaks: running text (nats). */
const BROKEN = -1;
const STOPS_INSIDE = -4;
const SPEAKS = -3;
const STOP_INSIDE = /[。！？][^”’）]/u;
/** So much evidence (nats) the ends of the rows must bring. */
const APART = 3;
/** Narrowest column. */
const NARROWEST = 8.5;
/** How far a row may stay short of its measure, or stand over it. */
const NEARLY = 1.2;

/** A row beside verse with less evidence is none; the first row with less is the title. */
const UNSURE = -1;
const TITLE = 0.3;

const isOpen = (row: Row | undefined): row is Row =>
  row?.kind === 'text' && row.form === undefined && row.mark === 0 && !row.vertical && row.width <= WIDEST;

// 秋天就凉了（本报通讯员 方小野）: who wrote it stands behind the last line.
const SIGNED = /（[^（）]{2,20}）$/u;

const asVerse = ({ strand, width, ending }: Row): VerseRow => ({ text: strand.text.replace(SIGNED, ''), width, ending });

/** The part of `[from, to)` that reads most like verse, and how much it does. */
function findBest(weights: readonly number[], from: number, to: number): { start: number; end: number; sum: number } {
  let best = { start: from, end: from, sum: 0 };
  let start = from;
  let sum = 0;
  for (let i = from; i < to; i++) {
    if (sum <= 0) {
      sum = 0;
      start = i;
    }
    sum += weights[i - from] as number;
    if (sum > best.sum) best = { start, end: i + 1, sum };
  }
  return best;
}

/** The part with the rows beside it that read as much like verse as like headlines, but for the title. */
function grow(
  part: { start: number; end: number },
  weights: readonly number[],
  from: number,
  to: number,
  rows: readonly Row[],
  isFull: (row: Row) => boolean,
): { start: number; end: number } {
  let { start, end } = part;
  const mayBe = (i: number): boolean =>
    (weights[i - from] as number) > UNSURE && rows[i]?.ending !== 'stop' && !isFull(rows[i] as Row);
  while (end < to && mayBe(end)) end++;
  while (start > from && mayBe(start - 1)) start--;
  const above = rows[start - 1];
  // The rest of a sentence that the row above began.
  if (rows[start]?.ending === 'stop' && above?.kind === 'text' && isFull(above)) start++;
  else if ((weights[start - from] as number) < TITLE && above?.kind !== 'byline') start++;
  return { start, end };
}

/**
 * Finds free verse: rows without the marks of sentences that read like verse, several one after the other. To the rules
 * for headlines each of its lines is a headline: short, without a full stop.
 */
export function findVerse(state: BlocksState): BlocksState {
  const { rows } = state;
  let measures: readonly number[] | undefined;
  const isFull = ({ width }: Row): boolean => {
    measures ??= findMeasures(rows)
      .filter(({ share }) => share >= MEASURE)
      .map((measure) => measure.width)
      .filter((measure) => measure >= NARROWEST);
    return measures.some((measure) => Math.abs(width - measure) <= NEARLY);
  };
  /** Evidence (nats) that a row is not one of running text: that breaks where the column ends, verse does not. */
  const weighBreak = (row: Row): number => {
    const ends = row.ending === 'stop' || row.ending === 'question';
    return isFull(row) ? (ends ? -1 : -2.5) : ends ? 0.3 : 3;
  };
  const verse = new Set<number>();
  for (let from = 0; from < rows.length; from++) {
    if (!isOpen(rows[from])) continue;
    let to = from + 1;
    while (isOpen(rows[to])) to++;
    if (to - from >= FEWEST) {
      const own = rows.slice(from, to).map(asVerse);
      const weights = own.map((row, k) => {
        let weight = weighVerse(row, own[k - 1], own[k + 1]);
        if (STOP_INSIDE.test(row.text)) weight += STOPS_INSIDE;
        if (SPEAKER.test(row.text)) weight += SPEAKS;
        const below = own[k + 1];
        if (row.ending === 'none' && below && breaksWord(row.text, below.text)) weight += BROKEN;
        return weight;
      });
      const part = findBest(weights, from, to);
      if (part.sum > RARE) {
        const { start, end } = grow(part, weights, from, to, rows, isFull);
        const apart = rows.slice(start, end).reduce((total, row) => total + weighBreak(row), 0);
        if (end - start >= FEWEST && apart > APART) for (let i = start; i < end; i++) verse.add(i);
      }
    }
    from = to;
  }
  if (verse.size === 0) return state;
  return { ...state, rows: rows.map((row, i) => (verse.has(i) ? { ...row, form: 'verse' as const } : row)) };
}
