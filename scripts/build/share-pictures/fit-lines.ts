import { cutAtNames, HALVES } from '../../../src/archive/break-words.ts';
import { mayBreak } from '../../../src/archive/find-breaks.ts';

// A browser begins a line after a space and after these marks without being told; on a picture nobody else does.
const BETWEEN_CLAUSES = /(?<=[\s，、；：。！？])(?![\s，、；：。！？…—·”’》〉）】〕］」』])/gu;

/** A type size with the most lines that have room at it. */
export type Sizes = readonly (readonly [size: number, lines: number])[];

/** Lines of text and the size at which they fit. */
export interface FittedLines {
  size: number;
  lines: string[];
}

/**
 * Sets a text in lines of even length at the largest size at which it fits: between the halves of a slogan
 * first, else where the page may break it too. Nothing is cut away: what fits at no size is set at the
 * smallest, in as many lines as it needs.
 *
 * @param text bare text
 * @param width in pixels
 * @param sizes largest first
 * @param measure width of a text in pixels at a size
 */
export function fitLines(
  text: string,
  width: number,
  sizes: Sizes,
  measure: (text: string, size: number) => number,
): FittedLines {
  const halves = text
    .split(HALVES)
    .filter((_, at) => at % 2 === 0)
    .map(cutIntoPieces);
  let fitted: FittedLines = { size: 0, lines: [] };
  for (const [size, most] of sizes) {
    const lines = halves.flatMap((pieces) => balance(pieces, width, (line) => measure(line, size)));
    fitted = { size, lines };
    if (lines.length <= most) break;
  }
  return fitted;
}

/** What stays on one line, as it does on the page: a word and what belongs to it, a short name in quotes. */
function cutIntoPieces(half: string): string[] {
  const clauses = Array.from(half.matchAll(BETWEEN_CLAUSES), ({ index }) => index);
  const pieces: string[] = [];
  for (const { text, begins, breaks } of cutAtNames(half, clauses)) {
    const [first, ...others] = [...breaks, text.length].map((end, at) =>
      text.slice(breaks[at - 1] ?? 0, end),
    );
    const last = pieces.at(-1);
    if (begins || last === undefined) pieces.push(first!);
    else pieces[pieces.length - 1] = last + first;
    pieces.push(...others);
  }
  return pieces;
}

/** As few lines as possible, and those as even as possible. */
function balance(pieces: readonly string[], width: number, measure: (line: string) => number): string[] {
  const loose = fill(pieces, width, measure);
  if (loose.length <= 1) return loose;
  // Narrower than its widest piece, a line would break within a word.
  const widest = Math.max(...pieces.map((piece) => measure(piece.trim())));
  let [narrow, wide] = [Math.min(widest, width), width];
  while (wide - narrow > 4) {
    const middle = (narrow + wide) / 2;
    const lines = fill(pieces, middle, measure);
    const fits = lines.length <= loose.length && lines.every((line) => measure(line) <= width);
    if (fits) wide = middle;
    else narrow = middle;
  }
  return fill(pieces, wide, measure);
}

function fill(pieces: readonly string[], width: number, measure: (line: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    if (line !== '' && measure((line + piece).trimEnd()) > width) {
      lines.push(line.trim());
      line = '';
    }
    line += piece;
    // A word longer than the line (an address, a name in Latin letters) is broken where it must be.
    while (measure(line.trim()) > width && [...line].length > 1) {
      const characters = [...line];
      let end = characters.length - 1;
      while (end > 1 && measure(characters.slice(0, end).join('')) > width) end -= 1;
      let apart = end;
      while (apart > 0 && !mayBreak(characters[apart - 1]!, characters[apart]!)) apart -= 1;
      if (apart > 0) end = apart;
      lines.push(characters.slice(0, end).join(''));
      line = characters.slice(end).join('');
    }
  }
  if (line.trim() !== '') lines.push(line.trim());
  return lines;
}
