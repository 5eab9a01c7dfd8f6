import { endsSentence } from '../characters.ts';
import { breaksWord } from '../word-meanings.ts';
import { findMeasures } from './find-measures.ts';
import { SPEAKER } from './openers.ts';
import type { BlocksState, Row } from './row.ts';
import { isOverFeatures, isStandingHead } from './standing-heads.ts';
import { type VerseRow, weighVerse } from './verse-signs.ts';

// What a row's words are worth is learnt (`verse-signs.ts`). The numbers of this file were set by trial on development
// pages: they weigh how a row stands on its page, and the poems that were learnt from stand on none.

/** Wider rows are no lines of verse. */
const WIDEST = 22;
/** Fewest lines of a poem. */
const FEWEST = 4;
/** So much evidence (nats) all lines together must bring: few pages have verse. */
const RARE = 3;
/** A row beside verse with less evidence is none; the first row with less is the title. */
const UNSURE = -1;
/** Rows that read no more like verse than this, all together, may stand between verse and a row that surely is; so many. */
const BETWEEN = -4;
const MOST_BETWEEN = 2;
const TITLE = 0.3;
/** No line of verse is so unlike others. */
const UNLIKE = -2.5;
/** Behind at most so many rows that read like verse stands a standing head with its title. */
const HEADED = 3;
/** With so much evidence a row is verse. */
const SURE = 1;

/** What speaks for running text (nats): a word that breaks at the end of a row, a sentence that ends amid it, a speaker. */
const BROKEN = -1;
const STOPS_INSIDE = -4;
const SPEAKS = -3;
const STOP_INSIDE = /[。！？][^”’）]/u;

/** A measure of the page that fewer lines show is one of chance; so is one that is narrower. */
const MEASURE = 0.03;
const NARROWEST = 8.5;
/** How far a row may stay short of its measure, or stand over it. */
const NEARLY = 1.2;
/**
 * Where a row ends (nats): running text breaks where its column ends, and before that only behind a full stop; verse
 * breaks anywhere.
 */
const ENDS = { full: -2.5, fullStop: -1, stop: 0.3, short: 3 } as const;
/** So much evidence the ends of the rows must bring. */
const APART = 3;

const isOpen = (row: Row | undefined): row is Row =>
  row?.kind === 'text' && row.form === undefined && row.mark === 0 && !row.vertical && row.width <= WIDEST;

// 秋天就凉了（本报通讯员 方小野）: who wrote it stands behind the last line.
const SIGNED = /（[^（）]{2,20}）$/u;

const asVerse = ({ strand, width, ending }: Row): VerseRow => ({
  text: strand.text.replace(SIGNED, ''),
  width,
  ending,
});

const textOf = (row: Row | undefined): string => row?.strand.text ?? '';

/** Evidence (nats) of a row between its neighbours that it is a line of verse. */
function weighLine(row: VerseRow, above: VerseRow | undefined, below: VerseRow | undefined): number {
  let weight = weighVerse(row, above, below);
  if (STOP_INSIDE.test(row.text)) weight += STOPS_INSIDE;
  if (SPEAKER.test(row.text)) weight += SPEAKS;
  if (row.ending === 'none' && below && breaksWord(row.text, below.text)) weight += BROKEN;
  return weight;
}

/** Rows `[start, end)` of a run, counted from its first. */
interface Part {
  readonly start: number;
  readonly end: number;
}

/** The part of a run with the greatest sum of weights (Kadane); none where it does not bring enough. */
function findBest(weights: readonly number[]): Part | undefined {
  let best: Part | undefined;
  let most: number = RARE;
  let start = 0;
  let sum = 0;
  weights.forEach((weight, k) => {
    if (sum <= 0) {
      sum = 0;
      start = k;
    }
    sum += weight;
    if (sum <= most) return;
    most = sum;
    best = { start, end: k + 1 };
  });
  return best;
}

/** The part with the rows beside it that read as much like verse as like headlines, but for the title. */
function grow(
  part: Part,
  weights: readonly number[],
  run: readonly Row[],
  above: Row | undefined,
  isFull: (row: Row) => boolean,
): Part {
  let { start, end } = part;
  const mayBe = (k: number): boolean =>
    (weights[k] as number) > UNSURE && run[k]?.ending !== 'stop' && !isFull(run[k] as Row);
  while (end < run.length && mayBe(end)) end++;
  while (start > 0 && mayBe(start - 1)) start--;
  // 一声“苏三离了洪洞县”: a line that reads like a headline stands amid verse.
  for (let k = start - 2; k >= Math.max(0, start - 1 - MOST_BETWEEN); k--) {
    const between = weights.slice(k + 1, start).reduce((sum, weight) => sum + weight, 0);
    if (between <= BETWEEN || run.slice(k, start).some((row) => row.ending === 'stop')) break;
    if ((weights[k] as number) <= SURE) continue;
    start = k;
    break;
  }
  const before = run[start - 1] ?? above;
  // The last row of the sentence that a full row above it began.
  const isRest = run[start]?.ending === 'stop' && before?.kind === 'text' && isFull(before);
  const isTitle = (weights[start] as number) < TITLE && !isEntitled(before);
  if (isRest || isTitle) start++;
  return { start, end };
}

/** Below a byline the title has been, and below a headline that is marked as one (##). */
const isEntitled = (above: Row | undefined): boolean => above?.kind === 'byline' || (above?.mark ?? 0) > 0;

/**
 * The first line of verse: below the title, which is one row, under a standing head or not. Rows between the title and
 * what reads like verse are lines of it, if they are no longer than the others.
 */
function findFirst(
  run: readonly Row[],
  { start, end }: Part,
  sure: number,
  weights: readonly number[],
  above: Row | undefined,
): number {
  for (let k = Math.max(sure, start + HEADED) - 1; k >= start; k--)
    if ((weights[k] as number) < TITLE && isOverFeatures(textOf(run[k]))) return k + 2;
  const widest = run.slice(sure, end).reduce((most, { width }) => Math.max(most, width), 0);
  let top = start;
  while (top > 0) {
    const row = run[top - 1] as Row;
    const unlike = (weights[top - 1] as number) <= UNLIKE || row.width > widest || row.ending === 'stop';
    if (unlike || isOverFeatures(row.strand.text) || isStandingHead(row.strand.text)) break;
    top--;
  }
  if (top === 0 && isEntitled(above)) return 0;
  return top < start ? top + 1 : start;
}

/**
 * Finds free verse: rows that read like verse, several one after the other, and break where no column ends. By the rules
 * for headlines each of them is a headline: short, without a full stop; a poem of eight lines took the text of another
 * article for its own.
 */
export function findVerse(state: BlocksState): BlocksState {
  const { rows } = state;
  let measures: readonly number[] | undefined;
  const isFull = ({ width }: Row): boolean => {
    measures ??= findMeasures(rows)
      .filter((measure) => measure.share >= MEASURE && measure.width >= NARROWEST)
      .map((measure) => measure.width);
    return measures.some((measure) => Math.abs(width - measure) <= NEARLY);
  };
  const weighEnd = (row: Row): number => {
    if (endsSentence(row.ending)) return isFull(row) ? ENDS.fullStop : ENDS.stop;
    return isFull(row) ? ENDS.full : ENDS.short;
  };
  const verse = new Set<Row>();
  for (let from = 0; from < rows.length; from++) {
    if (!isOpen(rows[from])) continue;
    let to = from + 1;
    while (isOpen(rows[to])) to++;
    const run = rows.slice(from, to);
    const lines = run.map(asVerse);
    const weights =
      run.length < FEWEST ? [] : lines.map((row, k) => weighLine(row, lines[k - 1], lines[k + 1]));
    const best = findBest(weights);
    if (best) {
      const grown = grow(best, weights, run, rows[from - 1], isFull);
      const found = run.slice(grown.start, grown.end);
      const ends = found.reduce((sum, row) => sum + weighEnd(row), 0);
      if (found.length >= FEWEST && ends > APART) {
        const first = findFirst(run, grown, best.start, weights, rows[from - 1]);
        const poem = run.slice(first, grown.end);
        if (poem.length >= FEWEST) for (const row of poem) verse.add(row);
      }
    }
    from = to;
  }
  if (verse.size === 0) return state;
  return { ...state, rows: rows.map((row) => (verse.has(row) ? { ...row, form: 'verse' as const } : row)) };
}
