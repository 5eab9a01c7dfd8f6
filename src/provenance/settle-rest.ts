import { type AlignedPage, claimsOf } from './aligned-page.ts';
import type { Part } from './list-parts.ts';

/** An editor who takes out more than this in one place says why, under `removed` of the page. */
const LONGEST_DELETION = 20;
/** So few characters beside an article's text are a slip or a correction, whatever line they stand on. */
const FEW = 3;

/**
 * Settles the characters of the scan that no part has: what an editor replaced or deleted within a text is
 * given to that text; the rest stays without an owner, which is to say lost.
 */
export function settleRest(page: AlignedPage): void {
  const { length } = page.owner;
  for (let from = 0; from < length; from++) {
    if (ownerAt(page, from) !== -1) continue;
    let to = from + 1;
    while (to < length && ownerAt(page, to) === -1) to++;
    settle(page, from, to);
    from = to - 1;
  }
}

/** The character that comes at a place of the order in which the page is gone through. */
const characterOf = ({ order }: AlignedPage, place: number): number => (order ? (order[place] ?? -1) : place);

const ownerAt = (page: AlignedPage, place: number): number => page.owner[characterOf(page, place)] ?? -1;

function settle(page: AlignedPage, from: number, to: number): void {
  const left = skipRemoved(page, from - 1, -1);
  const right = skipRemoved(page, to, 1);
  const before = unitOf(page, left);
  const after = unitOf(page, right);
  const length = to - from;

  // Within one text: a correction, unless a whole passage is gone and nothing has come in its place.
  if (before && after && before.part === after.part && before.unit < after.unit) {
    const between = after.unit - before.unit - 1;
    const unmapped = countUnmapped(before.part, before.unit + 1, after.unit);
    if (unmapped === between && (length <= LONGEST_DELETION || between * 2 >= length))
      give(page, after.part, after.unit, from, to);
    return;
  }

  // A text that was rewritten whole, in the lines that its article claims.
  const rewritten = page.parts.find(
    (part) =>
      !part.placed &&
      !part.derived &&
      part.key.length * 3 >= length &&
      part.key.length <= length * 3 &&
      claimsOf(page, part.article).some(
        ([first, last]) => first <= characterOf(page, from) && characterOf(page, to - 1) < last,
      ),
  );
  if (rewritten) {
    give(page, rewritten, 0, from, to);
    rewritten.placed = true;
    return;
  }

  // At the end of one text or the beginning of the next.
  const tail = before && countUnmapped(before.part, before.unit + 1, before.part.key.length);
  const head = after && countUnmapped(after.part, 0, after.unit);
  const isTail = before && tail === before.part.key.length - before.unit - 1;
  const isHead = after && head === after.unit;
  if (isTail && tail! > 0 && length <= Math.max(FEW, tail! * 2)) {
    giveTail(page, before.part, from, to);
    return;
  }
  if (isHead && head! > 0 && length <= Math.max(FEW, head! * 2)) {
    give(page, after.part, 0, from, to);
    return;
  }

  const lineAt = (place: number) => page.characters.line[characterOf(page, place)];
  let start = from;
  let end = to;
  if (isTail && lineAt(left) === lineAt(from)) {
    while (start < to && lineAt(start) === lineAt(left)) start++;
    if (start - from <= LONGEST_DELETION) giveTail(page, before.part, from, start);
    else start = from;
  }
  if (isHead && start < to && lineAt(right) === lineAt(to - 1)) {
    while (end > start && lineAt(end - 1) === lineAt(right)) end--;
    if (to - end <= LONGEST_DELETION) give(page, after.part, 0, end, to);
    else end = to;
  }
  if (start < end && end - start <= FEW) {
    if (isTail) giveTail(page, before.part, start, end);
    else if (isHead) give(page, after.part, 0, start, end);
  }
}

// A mark or a shadow copy between a text and what follows is not there for a reader.
function skipRemoved(page: AlignedPage, from: number, step: -1 | 1): number {
  let at = from;
  while (page.owners[ownerAt(page, at)]?.kind === 'removed') at += step;
  return at;
}

/** The part that has the character at a place, and the number of its unit. */
function unitOf(page: AlignedPage, place: number): { part: Part; unit: number } | undefined {
  const character = characterOf(page, place);
  const owner = page.owners[page.owner[character] ?? -1];
  if (owner?.kind !== 'part') return undefined;
  const unit = owner.part.from.indexOf(character);
  return unit < 0 ? undefined : { part: owner.part, unit };
}

function countUnmapped(part: Part, from: number, to: number): number {
  let count = 0;
  for (let unit = from; unit < to; unit++) if (part.from[unit] === -1) count++;
  return count;
}

const giveTail = (page: AlignedPage, part: Part, from: number, to: number) =>
  give(page, part, part.key.length, from, to);

function give(page: AlignedPage, part: Part, unit: number, from: number, to: number): void {
  const list = part.dropped.get(unit) ?? [];
  for (let i = from; i < to; i++) {
    const character = characterOf(page, i);
    list.push(character);
    page.owner[character] = part.owner;
  }
  part.dropped.set(unit, list);
}
