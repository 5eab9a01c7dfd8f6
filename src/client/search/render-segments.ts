import { cutAtNames, HALVES, WHOLE } from '../../archive/break-words.ts';
import type { Segment } from '../../search/engine/cut-snippet.ts';
import { make } from './dom.ts';

/** A stretch of the text, by its offsets: `from` up to, not including, `to`. */
interface Stretch {
  from: number;
  to: number;
}

/** A stretch that is set as one: the class of its element; the offsets before which a line may begin. */
interface Piece extends Stretch {
  class?: string;
  breaks?: readonly number[];
}

/**
 * A headline or kicker with its hits: it breaks at its own space first and else between words only, as everywhere in
 * the archive. A hit that runs over the space keeps both halves together: a mark is never cut in two.
 *
 * @param segments text that is a hit and text that is none, in turn
 * @returns text, `wbr`, `mark`, `span.half`, `span.keep`
 */
export function renderHeadline(segments: readonly Segment[]): (Node | string)[] {
  const text = textOf(segments);
  const halves = findHalves(text);
  const [first, ...others] = halves.map((half) => piecesOf(text, half));
  const spaces = halves.slice(1).map(({ from }, index) => ({ from: halves[index]!.to, to: from }));
  const isCut = marksOf(segments).some((mark) => !halves.some((half) => isWithin(mark, half)));
  if (isCut || others.length === 0)
    return renderPieces(segments, [first!, ...others.map((pieces, at) => [spaces[at]!, ...pieces])].flat());
  return [first!, ...others].flatMap((pieces, at) => [
    ...(at > 0 ? renderStretch(segments, spaces[at - 1]!) : []),
    make('span', { class: 'half' }, ...renderPieces(segments, pieces)),
  ]);
}

/**
 * Lines of an article with their hits: a short quoted name, “新业态”, or a day is not broken where it has room.
 *
 * @param segments text that is a hit and text that is none, in turn
 * @returns text, `mark`, `span.keep.running`
 */
export function renderExcerpt(segments: readonly Segment[]): (Node | string)[] {
  const text = textOf(segments);
  const pieces: Piece[] = [];
  let from = 0;
  for (const { 0: name, index } of text.matchAll(WHOLE)) {
    pieces.push({ from, to: index }, { from: index, to: index + name.length, class: 'keep running' });
    from = index + name.length;
  }
  return renderPieces(segments, [...pieces, { from, to: text.length }]);
}

const textOf = (segments: readonly Segment[]): string => segments.map(({ text }) => text).join('');
const isWithin = (inner: Stretch, outer: Stretch): boolean =>
  outer.from <= inner.from && inner.to <= outer.to;
const isApart = (one: Stretch, other: Stretch): boolean => one.to <= other.from || other.to <= one.from;

function marksOf(segments: readonly Segment[]): Stretch[] {
  let to = 0;
  return segments.flatMap(({ text, marked }) => {
    const from = to;
    to += text.length;
    return marked ? [{ from, to }] : [];
  });
}

function findHalves(text: string): Stretch[] {
  let to = 0;
  return text.split(HALVES).flatMap((part, index) => {
    const from = to;
    to += part.length;
    return index % 2 ? [] : [{ from, to }];
  });
}

/** A half of a headline in quoted names and what stands between two. */
function piecesOf(text: string, half: Stretch): Piece[] {
  let to = half.from;
  return cutAtNames(text.slice(half.from, half.to)).map((piece) => {
    const from = to;
    to += piece.text.length;
    const breaks = [...(piece.begins ? [from] : []), ...piece.breaks.map((at) => from + at)];
    if (!piece.kept) return { from, to, breaks };
    return { from, to, breaks, class: piece.kept === 'long' ? 'keep long' : 'keep' };
  });
}

/** Pieces that follow one another; a hit that begins or ends within a name, or holds more than it, is one with both. */
function renderPieces(segments: readonly Segment[], pieces: readonly Piece[]): (Node | string)[] {
  const marks = marksOf(segments);
  const runs: { whole: boolean; pieces: Piece[] }[] = [];
  for (const piece of pieces) {
    const whole = marks.every((mark) => isApart(mark, piece) || isWithin(mark, piece));
    const last = runs.at(-1);
    if (!whole && last && !last.whole) last.pieces.push(piece);
    else runs.push({ whole, pieces: [piece] });
  }
  return runs.flatMap((run) => {
    const [first, last] = [run.pieces[0]!, run.pieces.at(-1)!];
    const breaks = run.pieces.flatMap((piece) => piece.breaks ?? []);
    const stretch = { from: first.from, to: last.to };
    if (!run.whole || !first.class) return renderStretch(segments, { ...stretch, breaks });
    const within = breaks.filter((at) => at > first.from);
    const own = make(
      'span',
      { class: first.class },
      ...renderStretch(segments, { ...stretch, breaks: within }),
    );
    return within.length < breaks.length ? [make('wbr'), own] : [own];
  });
}

/** What of the segments lies in a stretch. */
function renderStretch(segments: readonly Segment[], { from, to, breaks = [] }: Piece): (Node | string)[] {
  let at = 0;
  return segments.flatMap(({ text, marked }) => {
    const begin = at;
    at += text.length;
    const first = Math.max(from, begin);
    const last = Math.min(to, at);
    if (first >= last) return [];
    const places = [...new Set(breaks)].filter((place) => first <= place && place < last);
    const pieces: (Node | string)[] = [];
    let done = first;
    for (const place of places) {
      if (place > done) pieces.push(text.slice(done - begin, place - begin));
      pieces.push(make('wbr'));
      done = place;
    }
    pieces.push(text.slice(done - begin, last - begin));
    return marked ? [make('mark', {}, ...pieces)] : pieces;
  });
}
