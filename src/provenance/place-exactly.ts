import type { AlignedPage } from './aligned-page.ts';
import type { Part } from './list-parts.ts';

type Range = readonly [from: number, to: number];

/** From this length on a text that stands in the scan unchanged is no chance. */
const LONG = 30;
/** A shorter one counts where a line, or text already placed, begins or ends with it. */
const SHORT = 8;

/**
 * Places the parts of an article that stand in the scan as they are published, wherever that is: blocks in
 * their order first, then what is left, the longest first.
 *
 * @param parts parts of one article, in reading order
 * @param ranges where to look, as ranges of characters
 */
export function placeExactly(page: AlignedPage, parts: Part[], ranges: readonly Range[]): void {
  let free = freeOf(page, ranges);
  let cursor = 0;
  for (const part of parts) {
    if (part.placed || part.role !== 'block' || part.key === '') continue;
    const at = free.key.indexOf(part.key, cursor);
    if (at < 0) continue;
    const end = at + part.key.length;
    if (at === cursor || part.key.length >= LONG || (beginsAt(page, free, at) && endsAt(page, free, end))) {
      assign(page, part, free.index, at);
      cursor = end;
    }
  }

  const rest = parts
    .filter((part) => !part.placed && !part.derived && part.key !== '')
    .sort((a, b) => b.key.length - a.key.length);
  for (const part of rest) {
    free = freeOf(page, ranges);
    const found = bestPlace(page, free, part.key);
    if (found >= 0) assign(page, part, free.index, found);
  }
}

/** The characters that nobody owns yet, as one text. */
export interface Free {
  key: string;
  index: Int32Array;
}

/** Collects the free characters of some ranges, in the order in which the page is gone through. */
export function freeOf(page: AlignedPage, ranges: readonly Range[]): Free {
  if (page.order) {
    const index = page.order.filter(
      (i) => page.owner[i] === -1 && ranges.some(([from, to]) => from <= i && i < to),
    );
    return { key: Array.from(index, (i) => page.characters.key[i]!).join(''), index };
  }
  let length = 0;
  for (const [from, to] of ranges) length += to - from;
  const index = new Int32Array(length);
  let count = 0;
  let key = '';
  for (const [from, to] of [...ranges].sort((a, b) => a[0] - b[0])) {
    let start = -1;
    for (let i = from; i <= to; i++) {
      const open = i < to && page.owner[i] === -1;
      if (open) {
        if (start < 0) start = i;
        index[count++] = i;
      } else if (start >= 0) {
        key += page.characters.key.slice(start, i);
        start = -1;
      }
    }
  }
  return { key, index: index.subarray(0, count) };
}

// Does a line begin here, or is what stands before given away already?
function beginsAt({ characters }: AlignedPage, { index }: Free, at: number): boolean {
  const here = index[at]!;
  return at === 0 || index[at - 1] !== here - 1 || characters.line[here - 1] !== characters.line[here];
}

function endsAt({ characters }: AlignedPage, { index }: Free, end: number): boolean {
  const last = index[end - 1]!;
  return (
    end === index.length || index[end] !== last + 1 || characters.line[last + 1] !== characters.line[last]
  );
}

function bestPlace(page: AlignedPage, free: Free, key: string): number {
  let best = -1;
  let bestScore = -1;
  let count = 0;
  for (let at = free.key.indexOf(key); at >= 0; at = free.key.indexOf(key, at + 1)) {
    count++;
    const score =
      Number(beginsAt(page, free, at)) +
      Number(endsAt(page, free, at + key.length)) +
      // A text in one piece comes before one that others interrupt.
      (free.index[at + key.length - 1]! - free.index[at]! === key.length - 1 ? 0.5 : 0);
    if (score > bestScore) {
      best = at;
      bestScore = score;
    }
  }
  if (bestScore >= 2 || (best >= 0 && key.length >= LONG)) return best;
  return bestScore >= 1 && count === 1 && key.length >= SHORT ? best : -1;
}

/** Gives a part the characters `index[at …]`, one for each of its own. */
function assign(page: AlignedPage, part: Part, index: Int32Array, at: number): void {
  for (let unit = 0; unit < part.key.length; unit++) {
    const character = index[at + unit]!;
    part.from[unit] = character;
    page.owner[character] = part.owner;
  }
  part.placed = true;
}
