const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

// The space between the halves of a slogan is where it breaks first.
const BETWEEN_HALVES = /(?<=[\p{Script=Han}”’》）！？])[ \u3000](?=[\p{Script=Han}“‘《（\d])/u;
const OPENS = /[“‘《〈（【〔［「『]$/u;
const CLOSES = /^[”’》〉）】〕］」』，。、；：！？…—·～％%]/u;
const NUMBER = /[\d.第]$/u;

/** A type size with the most lines that have room at it. */
export type Sizes = readonly (readonly [size: number, lines: number])[];

/** Lines of text and the size at which they fit. */
export interface FittedLines {
  size: number;
  lines: string[];
}

/**
 * Sets a text in lines of even length at the largest size at which it fits: between the halves of a slogan
 * first, else between words, never after an opening mark or before a closing one. Nothing is cut away: what
 * fits at no size is set at the smallest, in as many lines as it needs.
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
  const halves = text.split(BETWEEN_HALVES).map(cutIntoPieces);
  let fitted: FittedLines = { size: 0, lines: [] };
  for (const [size, most] of sizes) {
    const lines = halves.flatMap((pieces) => balance(pieces, width, (line) => measure(line, size)));
    fitted = { size, lines };
    if (lines.length <= most) break;
  }
  return fitted;
}

/** Words, with marks that must not be parted from them. */
function cutIntoPieces(text: string): string[] {
  const pieces: string[] = [];
  for (const { segment } of segmenter.segment(text)) {
    const last = pieces.at(-1);
    const stays = last !== undefined && (CLOSES.test(segment) || OPENS.test(last) || NUMBER.test(last));
    if (stays) pieces[pieces.length - 1] = last + segment;
    else pieces.push(segment);
  }
  return pieces;
}

/** As few lines as possible, and those as even as possible. */
function balance(pieces: readonly string[], width: number, measure: (line: string) => number): string[] {
  const loose = fill(pieces, width, measure);
  if (loose.length === 1) return loose;
  let [narrow, wide] = [0, width];
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
      lines.push(characters.slice(0, end).join(''));
      line = characters.slice(end).join('');
    }
  }
  if (line.trim() !== '') lines.push(line.trim());
  return lines;
}
