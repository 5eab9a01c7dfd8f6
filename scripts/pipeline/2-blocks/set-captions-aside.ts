import { endsSentence } from '../characters.ts';
import { matchCreditAtEnd } from './byline-forms.ts';
import type { BlocksState, Row } from './row.ts';

/** Most rows and characters of a caption with its credit. */
const MOST_ROWS = 4;
const LONGEST = 120;
/** ▲, 图为: how a caption begins that stands amid text. */
const CAPTION_BEGINS = /^(?:[▲△▼◀▶]|[上下左右]?图为|[上下左右]图：)/u;

/** First row of the caption that ends with row `end`; −1 where nothing tells where it begins. */
function startOfCaption(rows: readonly Row[], end: number): number {
  let length = 0;
  for (let i = end; i >= 0 && i > end - MOST_ROWS; i--) {
    const row = rows[i] as Row;
    const credit = i === end && row.kind === 'credit';
    if (row.kind !== 'text' && !credit) return -1;
    if (i < end && endsSentence(row.ending) && !isEndAbove(rows, end, i)) return -1;
    length += row.strand.text.length;
    if (length > LONGEST) return -1;
    if (credit) continue;
    if (CAPTION_BEGINS.test(row.strand.text) || row.gap > 0) return i;
  }
  return -1;
}

/** The last line of a caption whose credit stands on a line of its own. */
const isEndAbove = (rows: readonly Row[], end: number, i: number): boolean =>
  i === end - 1 && rows[end]?.kind === 'credit';

// Headlines have few of these.
const PUNCTUATED = /[，。、：；！？]/u;
/** Of four lines of running text around a caption, so many have a mark. */
const MOSTLY = 2;
/** Shorter lines that break off are no lines of a column. */
const SHORTEST = 8;

const isText = (row: Row | undefined): row is Row => row?.kind === 'text' && row.mark === 0 && !row.vertical;

/** Does running text break off before row `from` that may go on at row `to`? Headlines, too, have no mark at their end. */
function breaksOff(rows: readonly Row[], from: number, to: number): boolean {
  const before = rows[from - 1];
  const after = rows[to];
  if (!isText(before) || !isText(after)) return false;
  if (before.ending === 'inner') return true;
  if (before.ending !== 'none' || before.width < SHORTEST) return false;
  const around = [rows[from - 2], before, after, rows[to + 1]];
  return around.filter((row) => isText(row) && PUNCTUATED.test(row.strand.text)).length >= MOSTLY;
}

/**
 * Sets captions with their credits aside that were drawn amid a paragraph: where a picture stands in a column, its caption
 * comes between two lines of the text beside it.
 */
export function setCaptionsAside(state: BlocksState): BlocksState {
  const { rows } = state;
  const aside = new Set<number>();
  rows.forEach((row, end) => {
    const ends =
      row.kind === 'credit' ||
      (row.kind === 'text' && row.ending === 'stop' && matchCreditAtEnd(row.strand.text));
    const start = ends ? startOfCaption(rows, end) : -1;
    if (start < 0) return;
    for (let i = start; i <= end; i++) aside.add(i);
  });
  // Only what stands between two rows of text, of which the first breaks off, can have been drawn amid them.
  let changed = false;
  const set = rows.map((row) => row);
  for (let from = 0; from < rows.length; from++) {
    if (!aside.has(from)) continue;
    let to = from;
    while (aside.has(to)) to++;
    if (breaksOff(rows, from, to)) {
      changed = true;
      for (let i = from; i < to; i++) set[i] = { ...(rows[i] as Row), aside: true };
      set[to] = { ...(rows[to] as Row), gap: 0 };
    }
    from = to;
  }
  return changed ? { ...state, rows: set } : state;
}
