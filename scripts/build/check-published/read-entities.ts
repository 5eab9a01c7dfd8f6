import { Parser } from 'htmlparser2';

/** What stands for a character in our pages, as Astro and `src/markup` write it. */
const OURS: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&#39;': "'",
  '&quot;': '"',
};
const OUR = /&(?:amp|lt|gt|#39|quot);/gu;
const OTHER = /&(?!(?:#39|amp|lt|gt|quot);)/y;
const ANY = /&(?:#\w*|[a-z]\w*);?/giu;
/** What stands in these is a program's: an ampersand there is one. */
const PROGRAM = /(<(script|style)\b[^>]*>)(.*?)(?=<\/\2)/gisu;
const NO_LINE_BREAK = /[^\n]/gu;
/** What a browser shows for a number that no character has. */
const LOST = '\ufffd';

/** Text of our pages, in which no entities stand but {@link hasOther | the few of ours}. */
export const decodeOurs = (text: string): string =>
  text.includes('&') ? text.replace(OUR, (entity) => OURS[entity]!) : text;

/** Whether a part of a page has an ampersand that begins none of the few entities of our pages. */
export function hasOther(html: string): boolean {
  for (let at = html.indexOf('&'); at !== -1; at = html.indexOf('&', at + 1)) {
    OTHER.lastIndex = at;
    if (OTHER.test(html)) return true;
  }
  return false;
}

/**
 * Reads all entities of some HTML as a browser does, by number or by any name that HTML has.
 *
 * @returns the same with a character in the place of each entity, without programs and style sheets; and as they
 *   are written, each with its line, those that stand for none: a number beyond U+10FFFF or of half a character, a name that
 *   nobody knows
 */
export function readEntities(html: string): { text: string; invalid: string[] } {
  const invalid: string[] = [];
  const read = html.replace(
    PROGRAM,
    (_, tag, __, program: string) => tag + program.replace(NO_LINE_BREAK, ''),
  );
  const text = read.replace(ANY, (written, at: number, all: string) => {
    const character = characterOf(written);
    if (character !== LOST && (character !== written || !written.endsWith(';'))) return character;
    invalid.push(`${written}（第 ${all.slice(0, at).split('\n').length} 行）`);
    return '';
  });
  return { text, invalid };
}

/** What a browser shows for an entity; what is none stays as it is. */
function characterOf(written: string): string {
  let read = '';
  const parser = new Parser({
    ontext: (text) => {
      read += text;
    },
  });
  parser.end(written);
  return read;
}
