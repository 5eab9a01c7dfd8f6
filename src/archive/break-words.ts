import { escapeHtml } from './escape-html.ts';
import { findBreaks, mayBreak } from './find-breaks.ts';

// A half of a slogan: 构建现代化首都都市圈 让产业协作深度融合丰台实践. A space beside Latin text is only a space.
const HALVES = /(?<=[\p{Script=Han}”’》）！？])([ \u3000])(?=[\p{Script=Han}“‘《（\d])/u;
const QUOTED = /(“[^“”]*”)/u;

/** Longest quoted name that is kept on one line: “协同先行区”. */
const SHORT_NAME = 8;

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
    const quoted = piece.startsWith('“') && piece.endsWith('”');
    if (last && mayBreak(last, piece)) html += '<wbr>';
    if (!quoted) html += breakPlain(piece);
    else if ([...piece].length - 2 <= SHORT_NAME) html += `<span class="keep">${escapeHtml(piece)}</span>`;
    else html += `<span class="keep long">${breakPlain(piece)}</span>`;
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
