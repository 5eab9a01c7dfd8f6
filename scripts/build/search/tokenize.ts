import { isPassedOver } from '../../../src/search/fold.ts';
import { codeOf, SEPARATOR, WIDEST_GAP } from '../../../src/search/tokens.ts';

/**
 * Which unit the one at a place is indexed with: how many passed-over characters lie between, or {@link ALONE} where it
 * is indexed with none.
 */
export type Binding = (text: string, at: number) => number;

const ALONE = -1;
const SEPARATING = SEPARATOR.charCodeAt(0);
/** A word of Pagefind without letters or digits: it takes a place and is not indexed. */
const NOTHING = ','.charCodeAt(0);
const SPACE = ' '.charCodeAt(0);
const A = 'a'.charCodeAt(0);

/** Letters of a unit's code. */
const CODE = 4;
/** A word with the space after it. */
const LONGEST = 2 * CODE + 2;

const codes = new Uint8Array(0x10000 * CODE);

/**
 * A stream of tokens of a folded text which holds separators: a word for every place, with a space between.
 * There are two: pairs at every place, and bridges only where punctuation stands between two letters (for
 * 忽略标点). Both count the same places. Put down in bytes: millions of words, each a text of its own, took five times as
 * long.
 *
 * @param bind {@link pairs} or {@link bridges}
 */
export function tokenize(text: string, bind: Binding): string {
  const bytes = Buffer.allocUnsafeSlow(LONGEST * text.length);
  let end = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const gap = unit === SEPARATING ? ALONE : bind(text, at);
    if (gap === ALONE) bytes[end++] = NOTHING;
    else {
      const other = at + gap + 1;
      end = putCode(bytes, end, unit);
      end = putCode(bytes, end, other < text.length ? text.charCodeAt(other) : SEPARATING);
      bytes[end++] = A + gap;
    }
    bytes[end++] = SPACE;
  }
  return bytes.toString('latin1', 0, Math.max(0, end - 1));
}

/** The unit and the one after it. */
export const pairs: Binding = () => 0;

/** The letter at a place and the one behind the punctuation that follows it; none where none follows. */
export const bridges: Binding = (text, at) => {
  if (isPassedOver(text.charCodeAt(at))) return ALONE;
  for (let gap = 0; gap <= WIDEST_GAP; gap++) {
    const place = at + gap + 1;
    if (place >= text.length) return ALONE;
    const letter = text.charCodeAt(place);
    if (letter === SEPARATING) return ALONE;
    if (!isPassedOver(letter)) return gap === 0 ? ALONE : gap;
  }
  return ALONE;
};

function putCode(bytes: Uint8Array, at: number, unit: number): number {
  const from = unit * CODE;
  if (codes[from] === 0) codes.set(Buffer.from(codeOf(unit)), from);
  for (let letter = 0; letter < CODE; letter++) bytes[at + letter] = codes[from + letter]!;
  return at + CODE;
}
