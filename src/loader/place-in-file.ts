import type { VFileMessage } from 'vfile-message';

/** Line and column of a file, both from 1. */
export interface FilePlace {
  line: number;
  column: number;
}

/**
 * Where an editor finds the characters of a text. Markdown counts a lone carriage return as the end of a line
 * (CommonMark 0.31, "line ending"); git and the other messages do not, and by Markdown's count a problem stood behind
 * the last line of its file.
 *
 * @param source text of which the first line is `firstLine` of its file
 * @returns the place of a character by its UTF-16 offset, of the first one where there is no offset
 */
export function placesInFile(source: string, firstLine: number): (offset?: number) => FilePlace {
  const starts = [0];
  for (let end = source.indexOf('\n'); end >= 0; end = source.indexOf('\n', end + 1)) starts.push(end + 1);
  return (offset = 0) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: firstLine + low, column: offset - (starts[low] as number) + 1 };
  };
}

/** UTF-16 offset of what a parser could not read, where it tells one. */
export function offsetOfError({ place }: VFileMessage): number | undefined {
  return (place && 'start' in place ? place.start : place)?.offset;
}
