import type { Block } from '../2-blocks/row.ts';
import { joinStrands, startOf } from '../strand.ts';
import type { Cut } from './cut-articles.ts';
import type { PieceLink } from './find-pieces.ts';
import type { Layout } from './layout.ts';

/** Where a text stands among the blocks; with it goes the one line over it that was taken for its headline. */
function rangeOf(blocks: readonly Block[], layout: Layout, cut: Cut, body: number): [number, number] {
  const { from, to } = cut.bodies[body] as { from: number; to: number };
  const first = blocks.indexOf(layout.paragraphs[from] as Block);
  const end = blocks.indexOf(layout.paragraphs[to - 1] as Block) + 1;
  const above = blocks[first - 1];
  const own = cut.assignment.groups.some(
    (group) =>
      group.use.kind === 'stack' &&
      group.use.body === body &&
      group.to - group.from === 1 &&
      layout.headings[group.from] === above,
  );
  return [own ? first - 1 : first, end];
}

const OPEN = /\p{Script=Han}$/u;
const GOES_ON = /^\p{Script=Han}/u;

/** Does a paragraph break off within a sentence that the next one goes on with? */
const isOpen = (before: Block, after: Block): boolean =>
  before.kind === 'paragraph' &&
  after.kind === 'paragraph' &&
  before.form === undefined &&
  OPEN.test(before.strand.text) &&
  GOES_ON.test(after.strand.text);

/** That two halves of a sentence belong together is always a doubt (nats). */
const JOINED = 0.5;

const join = (before: Block, after: Block): Block => ({
  ...before,
  strand: joinStrands([before.strand, after.strand], () => ''),
  rows: before.rows + after.rows,
  margin: JOINED,
  joints: [...before.joints, startOf(after.strand), ...after.joints],
});

/**
 * Puts each piece behind the text that it goes on with; a sentence that was broken off is whole again.
 * @param blocks of the page, as `layout` was made from them
 * @param cut the page as it is cut while each text stands for itself
 * @returns the same blocks in their new order, two that a sentence goes through as one
 */
export function orderPieces(
  blocks: readonly Block[],
  layout: Layout,
  cut: Cut,
  links: readonly PieceLink[],
): Block[] {
  const nextOf = new Map<Block, readonly [number, number]>();
  const moved = new Map<number, number>();
  for (const { before, after } of links) {
    const range = rangeOf(blocks, layout, cut, after);
    nextOf.set(layout.paragraphs[(cut.bodies[before] as { to: number }).to - 1] as Block, range);
    moved.set(...range);
  }
  const ordered: Block[] = [];
  const put = (from: number, to: number, before?: Block): void => {
    for (let i = from; i < to; i++) {
      const block = blocks[i] as Block;
      if (before && i === from && isOpen(before, block)) ordered.push(join(ordered.pop() as Block, block));
      else ordered.push(block);
      const next = nextOf.get(block);
      if (next) put(...next, block);
    }
  };
  for (let i = 0; i < blocks.length; i++) {
    const end = moved.get(i);
    if (end === undefined) put(i, i + 1);
    else i = end - 1;
  }
  return ordered;
}
