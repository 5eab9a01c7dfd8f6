import type { AlignedPage } from './aligned-page.ts';
import type { Part } from './list-parts.ts';
import { type Free, freeOf } from './place-exactly.ts';

/** So many letters in a row are no chance; a text in fewer is left to the comparison. */
const LEAST = 5;
/** So many, where a text goes on above, at the head of the next column; and so far above: nearer is a line out of order. */
const LEAST_ABOVE = 8;
const FAR_ABOVE = 100;
/** The last piece of a text may be shorter, so near to the one before. */
const NEAR = 200;
/** A text of a newspaper page has no more rows. */
const MOST_PIECES = 400;
/** Steps that are tried for a text before it is left to the comparison. */
const PATIENCE = 1000;

/**
 * Places the parts whose text stands in the scan as it is published, but in pieces: where columns stand side by side, an
 * export takes them row by row, and between two rows of a text stands one of its neighbour. Or a text goes on at the head
 * of the next column. Every letter of a part must be found; else nothing of it is placed.
 *
 * @param parts parts of the page, in reading order
 */
export function placeWoven(page: AlignedPage, parts: readonly Part[]): void {
  // The longest first: what is left to the others is then less of a choice.
  const rest = parts
    .filter((part) => !part.placed && !part.optional && !part.derived && part.key.length >= 2 * LEAST)
    .sort((a, b) => b.key.length - a.key.length);
  let free: Free | undefined;
  for (const part of rest) {
    free ??= freeOf(page, [[0, page.characters.raw.length]]);
    const pieces = findPieces(free, part.key);
    if (!pieces) continue;
    let unit = 0;
    for (const [at, length] of pieces) {
      for (let k = 0; k < length; k++) {
        const character = free.index[at + k]!;
        part.from[unit++] = character;
        page.owner[character] = part.owner;
      }
    }
    part.placed = true;
    free = undefined;
  }
}

/** Do later pieces take what an earlier one has, or lead up to it? Then the text is in another order than the scan. */
const clash = (index: Int32Array, later: readonly Piece[], [at, length]: Piece): boolean =>
  later.some(
    ([other, own]) => (other < at + length && at < other + own) || index[other + own - 1]! + 1 === index[at],
  );

type Piece = readonly [at: number, length: number];

/** The pieces of a text in the order of the scan; nothing where it cannot be put together from them. */
function findPieces({ key: text, index }: Free, key: string): Piece[] | undefined {
  let steps = 0;
  let depth = 0;
  // At which letter of the scan the text begins; 0 once it has gone on above.
  let first = 0;
  const follow = (unit: number, from: number): Piece[] | undefined => {
    if (unit === key.length) return [];
    if (depth === MOST_PIECES) return undefined;
    const wanted = Math.min(LEAST, key.length - unit);
    const next = key.slice(unit, unit + wanted);
    for (let at = text.indexOf(next, from); at >= 0; at = text.indexOf(next, at + 1)) {
      if (wanted < LEAST && at - from > NEAR) return undefined;
      if (unit === 0) first = index[at]!;
      const pieces = take(unit, at, wanted);
      if (pieces || steps > PATIENCE) return pieces;
    }
    const head = key.slice(unit, unit + LEAST_ABOVE);
    if (unit === 0 || head.length < LEAST_ABOVE) return undefined;
    const highest = first;
    first = 0;
    let above: Piece[] | undefined;
    for (
      let at = text.indexOf(head);
      at >= 0 && index[at]! + FAR_ABOVE <= highest;
      at = text.indexOf(head, at + 1)
    ) {
      above = take(unit, at, LEAST_ABOVE);
      if (above || steps > PATIENCE) break;
    }
    first = highest;
    return above;
  };
  const take = (unit: number, at: number, wanted: number): Piece[] | undefined => {
    if (++steps > PATIENCE) return undefined;
    let length = wanted;
    while (unit + length < key.length && text[at + length] === key[unit + length]) length++;
    // A row may end with a letter with which its neighbour goes on: then the piece is shorter than it seems.
    for (let taken = length; taken >= Math.max(wanted, length - 2); taken--) {
      depth++;
      const rest = follow(unit + taken, at + taken);
      depth--;
      if (rest && !clash(index, rest, [at, taken])) return [[at, taken], ...rest];
    }
    return undefined;
  };
  return follow(0, 0);
}
