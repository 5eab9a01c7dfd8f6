// East Asian wide or full-width, Hangul excepted (CSS Text 3, segment break transformation rules).
const WIDE =
  '[\\p{Script=Han}\\u3000-\\u303f\\u3040-\\u30ff\\uff01-\\uff60\\uffe0-\\uffe6\\u2014\\u2018\\u2019\\u201c\\u201d\\u2026\\ufe30-\\ufe4f]';
const BREAK_BETWEEN_WIDE = new RegExp(`(?<=${WIDE})[ \\t]*\\n[ \\t]*(?=${WIDE})`, 'gu');

/**
 * Joins the lines of a paragraph: no space between wide characters, one space elsewhere.
 *
 * @param text text with line breaks
 */
export function joinLines(text: string): string {
  if (!text.includes('\n')) return text;
  return text.replace(BREAK_BETWEEN_WIDE, '').replace(/[ \t]*\n[ \t]*/gu, ' ');
}
