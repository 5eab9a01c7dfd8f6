import type { Span } from '../model.ts';
import { foldCharacter, isSpace } from './fold-character.ts';

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

/** Lists the characters of a scan. */
export function listCharacters(lines: readonly string[]): PageCharacters {
  let total = 0;
  for (const line of lines) total += line.length;
  const line = new Int32Array(total);
  const offset = new Int32Array(total);
  const firstOfLine = new Int32Array(lines.length + 1);
  const raw: string[] = [];
  const key: string[] = [];
  lines.forEach((text, index) => {
    firstOfLine[index] = raw.length;
    for (let i = 0; i < text.length; i++) {
      const unit = text[i]!;
      if (isSpace(unit)) continue;
      line[raw.length] = index + 1;
      offset[raw.length] = i;
      raw.push(unit);
      key.push(foldCharacter(unit));
    }
  });
  firstOfLine[lines.length] = raw.length;
  return {
    lines,
    raw: raw.join(''),
    key: key.join(''),
    line: line.slice(0, raw.length),
    offset: offset.slice(0, raw.length),
    firstOfLine,
  };
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
export function spansOf(page: PageCharacters, indexes: readonly number[]): Span[] {
  const spans: Span[] = [];
  let previous = -2;
  for (const index of indexes) {
    const line = page.line[index]!;
    const offset = page.offset[index]!;
    const last = spans[spans.length - 1];
    if (last && index === previous + 1 && last[0] === line) last[2] = offset + 1;
    else spans.push([line, offset, offset + 1]);
    previous = index;
  }
  return spans;
}
