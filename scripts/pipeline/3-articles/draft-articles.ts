import type { Block } from '../2-blocks/row.ts';
import type { Body } from './assignment.ts';
import { type Cut, cutArticles, type KnownStart } from './cut-articles.ts';
import type { ArticlesState } from './draft.ts';
import { findPieces } from './find-pieces.ts';
import { gatherDrafts } from './gather-drafts.ts';
import { type Layout, layOut } from './layout.ts';
import { orderPieces } from './order-pieces.ts';

/** A page has some hundred blocks. What is longer is no page: it is taken in parts, so that its cost grows with its length. */
const MOST_BLOCKS = 400;

/** Parts of a long text, cut where a run of headings begins. */
function cutParts(blocks: readonly Block[]): (readonly Block[])[] {
  const parts: (readonly Block[])[] = [];
  let from = 0;
  for (let i = 1; i < blocks.length; i++) {
    const fresh = blocks[i]?.kind === 'heading' && blocks[i - 1]?.kind === 'paragraph';
    if (i - from < MOST_BLOCKS || (!fresh && i - from < 2 * MOST_BLOCKS)) continue;
    parts.push(blocks.slice(from, i));
    from = i;
  }
  parts.push(blocks.slice(from));
  return parts;
}

/** A page as it is cut; where texts of it are pieces of others, with the pieces put together and cut again. */
function cutPage(blocks: readonly Block[], without: ReadonlySet<string>): { layout: Layout; cut: Cut } {
  const spaced = !without.has('spacing');
  const layout = layOut(blocks, spaced);
  const cut = cutArticles(layout, without);
  const links = without.has('pieces') ? [] : findPieces(layout, cut);
  if (links.length === 0) return { layout, cut };
  const ordered = layOut(orderPieces(blocks, layout, cut, links), spaced);
  const starts = new Set(cut.bodies.map(({ from }) => from));
  const known = new Map(
    layout.paragraphs.map((paragraph, p): [Block, KnownStart] => [
      paragraph,
      { is: starts.has(p) ? 'beginning' : 'going on', margin: cut.margins[p] as number },
    ]),
  );
  for (const { after, evidence } of links) {
    const { from } = cut.bodies[after] as Body;
    known.set(layout.paragraphs[from] as Block, { is: 'piece', margin: evidence });
  }
  return { layout: ordered, cut: cutArticles(ordered, without, known) };
}

/** Cuts a page's blocks into drafts, each with its headline stack: both are decided together. */
export function draftArticles(state: ArticlesState, without: ReadonlySet<string>): ArticlesState {
  const parts = cutParts(state.blocks).map((blocks) => {
    const { layout, cut } = cutPage(blocks, without);
    return gatherDrafts(layout, cut);
  });
  return {
    ...state,
    drafts: parts.flatMap((part) => part.drafts),
    furniture: [...state.furniture, ...parts.flatMap((part) => part.loose)],
  };
}
