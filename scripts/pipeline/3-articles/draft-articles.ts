import type { Block } from '../2-blocks/row.ts';
import { cutArticles } from './cut-articles.ts';
import type { ArticlesState } from './draft.ts';
import { gatherDrafts } from './gather-drafts.ts';
import { layOut } from './layout.ts';

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

/** Cuts a page's blocks into drafts, each with its headline stack: both are decided together. */
export function draftArticles(state: ArticlesState, without: ReadonlySet<string>): ArticlesState {
  const parts = cutParts(state.blocks).map((blocks) => {
    const layout = layOut(blocks, !without.has('spacing'));
    return gatherDrafts(layout, cutArticles(layout, without));
  });
  return {
    ...state,
    drafts: parts.flatMap((part) => part.drafts),
    furniture: [...state.furniture, ...parts.flatMap((part) => part.loose)],
  };
}
