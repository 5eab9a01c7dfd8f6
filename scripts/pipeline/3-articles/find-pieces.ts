import type { Cut } from './cut-articles.ts';
import type { Layout } from './layout.ts';
import { readPieces, weighPiece } from './weigh-pieces.ts';

/** Evidence (nats) from which a text is a piece of another. */
const ENOUGH = 0;
/** Of fewer texts none can be told to go with one more than with the others. */
const FEWEST_TEXTS = 4;

/** A text that goes on with another. */
export interface PieceLink {
  /** Numbers of the bodies. */
  readonly before: number;
  readonly after: number;
  /** In nats. */
  readonly evidence: number;
}

/**
 * Finds texts that are pieces of others: where a PDF is drawn block by block, the columns of an article come one after
 * another with other articles between them, and what goes on with a new paragraph looks like a text of its own. The
 * surest first; with each text goes on one, and none with itself.
 */
export function findPieces(layout: Layout, cut: Cut): PieceLink[] {
  // Where blank lines stand between paragraphs or rows the page is drawn column by column.
  if (layout.spacing.flow !== 'blocks' || cut.bodies.length < FEWEST_TEXTS) return [];
  const links = readPieces(layout, cut)
    .map((piece): PieceLink => ({ before: piece.before, after: piece.after, evidence: weighPiece(piece) }))
    .filter(({ evidence }) => evidence > ENOUGH)
    .sort((one, other) => other.evidence - one.evidence);
  const next = new Map<number, number>();
  const chosen: PieceLink[] = [];
  for (const link of links) {
    if (next.has(link.before) || chosen.some(({ after }) => after === link.after)) continue;
    let end: number | undefined = link.after;
    while (end !== undefined && end !== link.before) end = next.get(end);
    if (end !== undefined) continue;
    next.set(link.before, link.after);
    chosen.push(link);
  }
  return chosen;
}
