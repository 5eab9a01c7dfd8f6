/**
 * How text becomes tokens that Pagefind indexes.
 *
 * Every UTF-16 unit of a folded text has a place; the token at a place names the unit and the one after it.
 * A phrase of n characters is found by looking up every second pair and joining their places, so that nothing
 * but the index decides, and each hit has its exact place. The token is nine ASCII letters: four for each unit,
 * and one which says what lies between them. All are of one length, so that none is the beginning of another
 * (Pagefind matches beginnings), and none is split, stemmed or segmented.
 */
import { isPassedOver } from './fold.ts';

/**
 * Stands after every block and headline: a phrase never runs from one block into the next. A noncharacter of
 * Unicode, which cannot be typed and is dropped where it is pasted.
 */
export const SEPARATOR = '\uffff';

/** How many passed-over characters may lie between two letters in the mode 忽略标点; more than 12 are a border. */
export const WIDEST_GAP = 12;

/** Words that are put together at a time. */
const STRETCH = 8192;

/** A word of Pagefind without letters or digits: it takes a place and is not indexed. */
const NOTHING = ',';

const A = 'a'.charCodeAt(0);

const codes = new Map<number, string>();

/** Four letters for a UTF-16 unit. */
export function codeOf(unit: number): string {
  let code = codes.get(unit);
  if (code === undefined) {
    code = '';
    for (let rest = unit, at = 0; at < 4; at++, rest = Math.floor(rest / 26)) {
      code = String.fromCharCode(A + (rest % 26)) + code;
    }
    codes.set(unit, code);
  }
  return code;
}

/**
 * The token of a pair of units.
 *
 * @param gap how many passed-over characters stand between them: 0 where they are neighbours
 */
export const tokenOf = (first: number, second: number, gap = 0): string =>
  codeOf(first) + codeOf(second) + String.fromCharCode(A + gap);

/**
 * A stream of tokens of a folded text which holds separators: a word for every place, with a space between.
 * There are two: pairs at every place, and bridges only where punctuation stands between two letters (for
 * 忽略标点). Both count the same places.
 *
 * @param wordAt `tokenAt` or `bridgeAt`
 */
export function tokenize(text: string, wordAt: (text: string, at: number) => string | undefined): string {
  // Stretch by stretch: millions of words that are added one by one are as many objects in memory.
  const stretches: string[] = [];
  for (let from = 0; from < text.length; from += STRETCH) {
    const words: string[] = [];
    for (let at = from; at < Math.min(from + STRETCH, text.length); at++)
      words.push((text[at] === SEPARATOR ? undefined : wordAt(text, at)) ?? NOTHING);
    stretches.push(words.join(' '));
  }
  return stretches.join(' ');
}

/** The pair at a place. */
export const tokenAt = (text: string, at: number): string =>
  tokenOf(text.charCodeAt(at), at + 1 < text.length ? text.charCodeAt(at + 1) : SEPARATOR.charCodeAt(0));

/** The letter at a place and the one behind the punctuation that follows it; nothing where none follows. */
export function bridgeAt(text: string, at: number): string | undefined {
  const unit = text.charCodeAt(at);
  if (isPassedOver(unit)) return undefined;
  for (let gap = 0; gap <= WIDEST_GAP; gap++) {
    const place = at + gap + 1;
    if (place >= text.length || text[place] === SEPARATOR) return undefined;
    const letter = text.charCodeAt(place);
    if (!isPassedOver(letter)) return gap === 0 ? undefined : tokenOf(unit, letter, gap);
  }
  return undefined;
}
