import { escapeMarkup } from './escape-markup.ts';
import { findBreaks } from './find-breaks.ts';
import { DATE } from './keep-dates.ts';

/** Between the halves of a slogan: 构建现代化首都都市圈 让产业协作深度融合丰台实践. A space beside Latin text is only a space. */
export const HALVES = /(?<=[\p{Script=Han}”’》）！？])([ \u3000])(?=[\p{Script=Han}“‘《（\d])/u;
const QUOTED = /(“[^“”]*”)/u;

/** Longest quoted name, in characters, that is kept on one line: “协同先行区”. */
const LONGEST_NAME = 8;
/** What running text keeps on one line: a short quoted name, a day, 2月11日, a year, 2025年. */
export const WHOLE = new RegExp(`“[^“”]{1,${LONGEST_NAME}}”|${DATE.source}`, 'gu');

/** Whether a piece is a quoted name that stays on one line. */
const isShortName = (piece: string): boolean => isQuoted(piece) && [...piece].length - 2 <= LONGEST_NAME;

const isQuoted = (piece: string): boolean => piece.startsWith('“') && piece.endsWith('”');

/** A part of a headline: a quoted name, or what stands between two. */
interface Piece {
  text: string;
  /** Quoted, and long enough to be broken where the column is narrow. */
  kept?: 'whole' | 'long';
  /** A line may begin with it. */
  begins: boolean;
  /** Where it may be broken itself. */
  breaks: number[];
}

/**
 * Cuts a half of a headline at its quoted names.
 *
 * @param half bare text without a space between halves
 * @param others places where it may be broken besides those between words
 */
export function cutAtNames(half: string, others: readonly number[] = []): Piece[] {
  const breaks = [...new Set([...findBreaks(half), ...others])].sort((a, b) => a - b);
  const pieces: Piece[] = [];
  let from = 0;
  for (const text of half.split(QUOTED)) {
    if (text === '') continue;
    const to = from + text.length;
    const whole = isShortName(text);
    const within = breaks.filter((at) => from < at && at < to).map((at) => at - from);
    const kept = whole ? 'whole' : isQuoted(text) ? 'long' : undefined;
    pieces.push({ text, ...(kept && { kept }), begins: breaks.includes(from), breaks: whole ? [] : within });
    from = to;
  }
  return pieces;
}

/**
 * HTML of a headline, kicker, deck or subhead that breaks at its own spaces first and else only between
 * words. `<wbr>` is markup: the text stays as printed.
 *
 * @param text bare text
 * @returns HTML with `span.half`, `span.keep` and `wbr`
 */
export function breakWords(text: string): string {
  let html = broken.get(text);
  if (html === undefined) {
    html = breakText(text);
    if (broken.size >= MOST_KEPT) broken.clear();
    broken.set(text, html);
  }
  return html;
}

/** A headline stands on the article's own page, on those of its neighbours, in lists: it is cut into words once. */
const broken = new Map<string, string>();
const MOST_KEPT = 50_000;

/**
 * HTML of lines of an article that breaks as running text does, but not within a short quoted name or a date.
 *
 * @param text bare text
 * @returns HTML with `span.keep.running`
 */
export const keepWhole = (text: string): string =>
  escapeMarkup(text).replace(WHOLE, '<span class="keep running">$&</span>');

function breakText(text: string): string {
  const parts = text.split(HALVES);
  if (parts.length === 1) return breakHalf(text);
  return parts
    .map((part, index) => (index % 2 ? part : `<span class="half">${breakHalf(part)}</span>`))
    .join('');
}

function breakHalf(half: string): string {
  let html = '';
  for (const { text, kept, begins, breaks } of cutAtNames(half)) {
    if (begins) html += '<wbr>';
    const broken = breakAt(text, breaks);
    html += kept ? `<span class="${kept === 'long' ? 'keep long' : 'keep'}">${broken}</span>` : broken;
  }
  return html;
}

function breakAt(text: string, breaks: readonly number[]): string {
  let html = '';
  let from = 0;
  for (const at of breaks) {
    html += `${escapeMarkup(text.slice(from, at))}<wbr>`;
    from = at;
  }
  return html + escapeMarkup(text.slice(from));
}
