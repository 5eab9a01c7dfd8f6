import type { Piece, ProvenancePart } from '../model.ts';
import type { Part } from './list-parts.ts';

/**
 * The parts that stand elsewhere in the scan than in reading order: those outside the longest run of parts
 * (by length of text) whose order is the scan's. Gives the character at which each begins there.
 */
export function findMoved(parts: readonly Part[]): Map<Part, number> {
  const placed = parts.flatMap((part) => {
    const first = part.from.find((index) => index >= 0);
    return first === undefined ? [] : [{ part, first }];
  });
  const best = placed.map(({ part }) => part.key.length);
  const previous = placed.map(() => -1);
  placed.forEach(({ first, part }, i) => {
    for (let k = 0; k < i; k++) {
      if (placed[k]!.first < first && best[k]! + part.key.length > best[i]!) {
        best[i] = best[k]! + part.key.length;
        previous[i] = k;
      }
    }
  });
  const kept = new Set<number>();
  for (let i = best.indexOf(Math.max(...best)); i >= 0; i = previous[i]!) kept.add(i);
  const moved = new Map<Part, number>();
  placed.forEach(({ part, first }, i) => {
    if (!kept.has(i)) moved.set(part, first);
  });
  return moved;
}

/** The same letters gone in one place and come in another were moved by the editor: names those changes. */
export function nameMoves(parts: readonly ProvenancePart[]): void {
  const gone = new Map<string, Piece>();
  const edits = parts.flatMap((part) => part.pieces.filter((piece) => piece.kind === 'edited'));
  for (const piece of edits)
    if (piece.after === '' && piece.before.trim() !== '') gone.set(piece.before.replace(/\s/gu, ''), piece);
  for (const piece of edits) {
    const from = piece.before === '' ? gone.get(piece.after.replace(/\s/gu, '')) : undefined;
    if (!from) continue;
    gone.delete(piece.after.replace(/\s/gu, ''));
    from.kind = 'moved';
    piece.kind = 'moved';
    piece.source = from.source;
  }
}
