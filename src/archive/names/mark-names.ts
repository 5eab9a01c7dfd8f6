import type { NameMatch } from './match-names.ts';
import type { Name } from './name-entries.ts';

// Tags, and characters that HTML writes as names of its own: no "amp" stands in "&amp;".
const MARKUP = /(<[^>]*>|&#?\w+;)/u;
/** Most paragraphs are text alone, and need not be taken apart. */
const MAY_BE_MARKUP = /[<&]/u;

/**
 * Makes the first mention of each name in an article a link to its page. Later ones stay plain: a text full of
 * links cannot be read. Names inside a link are left alone.
 *
 * @param html HTML of a block: text, and tags without `>` in their attributes
 * @param match the matcher of the names
 * @param seen names that have been marked in this article; it is added to
 * @param hrefOf address of a name's page
 */
export function markNames(
  html: string,
  match: (text: string) => NameMatch<Name>[],
  seen: Set<Name>,
  hrefOf: (name: Name) => string,
): string {
  if (!MAY_BE_MARKUP.test(html)) return markText(html, match, seen, hrefOf);
  let inLink = false;
  return html
    .split(MARKUP)
    .map((piece) => {
      if (piece.startsWith('<')) {
        if (/^<a[\s>]/u.test(piece)) inLink = true;
        else if (piece === '</a>') inLink = false;
        return piece;
      }
      if (piece.startsWith('&') && piece.endsWith(';')) return piece;
      return inLink ? piece : markText(piece, match, seen, hrefOf);
    })
    .join('');
}

function markText(
  text: string,
  match: (text: string) => NameMatch<Name>[],
  seen: Set<Name>,
  hrefOf: (name: Name) => string,
): string {
  let marked = '';
  let last = 0;
  for (const { from, to, name } of match(text)) {
    if (seen.has(name)) continue;
    seen.add(name);
    marked += `${text.slice(last, from)}<a class="name" href="${hrefOf(name)}">${text.slice(from, to)}</a>`;
    last = to;
  }
  return marked + text.slice(last);
}
