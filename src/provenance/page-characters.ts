import type { Span } from '../model.ts';
import { foldText } from './fold-character.ts';

/** The characters of a scan that are not white space, one by one (UTF-16 units), with their places. */
export interface PageCharacters {
  lines: readonly string[];
  /** The characters as they are. */
  raw: string;
  /** The same characters folded to keys: as many units as `raw`. */
  key: string;
  /** 1-based line of each character. */
  line: Int32Array;
  /** Offset of each character in its line. */
  offset: Int32Array;
  /** Index of the first character at or after each line (index = line − 1), and the total at the end. */
  firstOfLine: Int32Array;
}

const WHITE_SPACE = /\s+/gu;

/** Lists the characters of a scan. Its lines are folded in one go: to begin anew costs more than a line. */
export function listCharacters(lines: readonly string[]): PageCharacters {
  const text = lines.join('\n');
  const { key, at } = foldText(text);
  const total = at.length;
  const line = new Int32Array(total);
  const offset = new Int32Array(total);
  const firstOfLine = new Int32Array(lines.length + 1);
  let count = 0;
  let start = 0;
  for (let index = 0; index < lines.length; index++) {
    firstOfLine[index] = count;
    const end = start + lines[index]!.length;
    for (; count < total && at[count]! < end; count++) {
      line[count] = index + 1;
      offset[count] = at[count]! - start;
    }
    start = end + 1;
  }
  firstOfLine[lines.length] = count;
  return { lines, raw: text.replace(WHITE_SPACE, ''), key, line, offset, firstOfLine };
}

/** Indexes `[from, to)` of the characters of lines `first` to `last` (1-based, inclusive, cut to the page). */
export function charactersOfLines(
  page: PageCharacters,
  first: number,
  last: number,
): readonly [from: number, to: number] {
  const count = page.lines.length;
  const from = Math.min(Math.max(first, 1), count + 1) - 1;
  const to = Math.min(Math.max(last, 0), count);
  return from < to ? [page.firstOfLine[from]!, page.firstOfLine[to]!] : [0, 0];
}

/** Index of the first character at or after a place of a line (1-based line of the page). */
export function characterAt(page: PageCharacters, line: number, offset: number): number {
  let index = page.firstOfLine[line - 1]!;
  const end = page.firstOfLine[line]!;
  while (index < end && page.offset[index]! < offset) index++;
  return index;
}

/**
 * The spans that cover some characters: one for each run of neighbours in a line.
 *
 * @param indexes indexes of characters, in the order of the text
 */
export function spansOf(page: PageCharacters, indexes: ArrayLike<number>): Span[] {
  const spans: Span[] = [];
  let previous = -2;
  for (let at = 0; at < indexes.length; at++) {
    const index = indexes[at]!;
    const line = page.line[index]!;
    const offset = page.offset[index]!;
    const last = spans[spans.length - 1];
    if (last && index === previous + 1 && last[0] === line) last[2] = offset + 1;
    else spans.push([line, offset, offset + 1]);
    previous = index;
  }
  return spans;
}
