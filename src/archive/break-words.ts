import { escapeHtml } from './escape-html.ts';
import { findBreaks, mayBreak } from './find-breaks.ts';

/** Between the halves of a slogan: 构建现代化首都都市圈 让产业协作深度融合丰台实践. A space beside Latin text is only a space. */
export const HALVES = /(?<=[\p{Script=Han}”’》）！？])([ \u3000])(?=[\p{Script=Han}“‘《（\d])/u;
export const QUOTED = /(“[^“”]*”)/u;

/** Longest quoted name that is kept on one line: “协同先行区”. */
const SHORT_NAME = 8;

/** Whether a piece is a quoted name that stays on one line. */
export const isShortName = (piece: string): boolean => isQuoted(piece) && [...piece].length - 2 <= SHORT_NAME;

const isQuoted = (piece: string): boolean => piece.startsWith('“') && piece.endsWith('”');

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

function breakText(text: string): string {
  const parts = text.split(HALVES);
  if (parts.length === 1) return breakHalf(text);
  return parts
    .map((part, index) => (index % 2 ? part : `<span class="half">${breakHalf(part)}</span>`))
    .join('');
}

function breakHalf(half: string): string {
  let html = '';
  let last = '';
  for (const piece of half.split(QUOTED)) {
    if (piece === '') continue;
    if (last && mayBreak(last, piece)) html += '<wbr>';
    if (isShortName(piece)) html += `<span class="keep">${escapeHtml(piece)}</span>`;
    else html += isQuoted(piece) ? `<span class="keep long">${breakPlain(piece)}</span>` : breakPlain(piece);
    last = piece;
  }
  return html;
}

function breakPlain(text: string): string {
  let html = '';
  let from = 0;
  for (const at of findBreaks(text)) {
    html += `${escapeHtml(text.slice(from, at))}<wbr>`;
    from = at;
  }
  return html + escapeHtml(text.slice(from));
}
