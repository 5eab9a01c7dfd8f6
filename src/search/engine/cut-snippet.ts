import { mergeRanges, type Range } from '../find-phrase.ts';

/** A stretch of text, marked where the reader's phrase stands. */
export interface Segment {
  text: string;
  marked: boolean;
}

/** Characters before which and after which an excerpt likes to be cut. */
const SENTENCE_END = /[。！？；!?;]["”’』」）)]*/gu;

/**
 * An excerpt of a block around its first hit, cut at ends of sentences where these are near, at most `longest`
 * characters and never inside a hit.
 *
 * @param text as printed
 * @param ranges hits, as offsets in the text
 * @returns segments; a cut side carries ……
 */
export function cutSnippet(text: string, ranges: readonly Range[], longest = 110): Segment[] {
  const marks = mergeRanges(ranges);
  const first = marks[0] ?? [0, 0];
  const [from, to] = windowAround(text, first, longest);
  const begin = from;
  // A hit that the window's end would cut is taken in whole.
  const end = Math.max(to, ...marks.filter(([a, b]) => a < to && b > to).map(([, b]) => b));
  const segments = markSegments(
    text.slice(begin, end),
    marks.filter(([a, b]) => a >= begin && b <= end).map(([a, b]): Range => [a - begin, b - begin]),
  );
  if (begin > 0) segments.unshift({ text: '……', marked: false });
  if (end < text.length) segments.push({ text: '……', marked: false });
  return joinPlain(segments);
}

/** A text cut into marked and unmarked stretches; joined they are the text again. */
export function markSegments(text: string, ranges: readonly Range[]): Segment[] {
  const segments: Segment[] = [];
  let at = 0;
  for (const [from, to] of mergeRanges(ranges)) {
    if (from > at) segments.push({ text: text.slice(at, from), marked: false });
    segments.push({ text: text.slice(from, to), marked: true });
    at = to;
  }
  if (at < text.length) segments.push({ text: text.slice(at), marked: false });
  return segments;
}

function joinPlain(segments: Segment[]): Segment[] {
  return segments.reduce<Segment[]>((joined, segment) => {
    const last = joined.at(-1);
    if (last && !last.marked && !segment.marked) last.text += segment.text;
    else joined.push({ ...segment });
    return joined;
  }, []);
}

function windowAround(text: string, [from, to]: Range, longest: number): Range {
  if (text.length <= longest) return [0, text.length];
  const before = Math.max(16, Math.floor((longest - (to - from)) / 2));
  const ends = [0];
  for (const match of text.matchAll(SENTENCE_END)) ends.push(match.index + match[0].length);
  if (ends.at(-1) !== text.length) ends.push(text.length);
  // The sentence that holds the hit; where it is long, as much of it as there is room for.
  const start = ends.findLast((end) => end <= from)!;
  const begin = from - start <= before * 1.5 ? start : safeCut(text, from - before);
  const limit = Math.max(begin + longest, to);
  const close = ends.findLast((end) => end <= limit && end >= to && end > begin);
  return [begin, close ?? safeCut(text, Math.min(limit, text.length))];
}

/** Never between the halves of a surrogate pair. */
function safeCut(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at + 1 : at;
}
