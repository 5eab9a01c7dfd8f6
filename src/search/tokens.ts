/**
 * How text becomes tokens that Pagefind indexes.
 *
 * Every UTF-16 unit of a folded text has a place; the token at a place names the unit and the one after it.
 * A phrase of n characters is found by looking up every second pair and joining their places, so that nothing
 * but the index decides, and each hit has its exact place. The token is nine ASCII letters: four for each unit,
 * and one which says what lies between them. All are of one length, so that none is the beginning of another
 * (Pagefind matches beginnings), and none is split, stemmed or segmented.
 */

/**
 * Stands after every block and headline: a phrase never runs from one block into the next. A noncharacter of
 * Unicode, which cannot be typed and is dropped where it is pasted.
 */
export const SEPARATOR = '\uffff';

/** How many passed-over characters may lie between two letters in the mode 忽略标点; more than 12 are a border. */
export const WIDEST_GAP = 12;

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
