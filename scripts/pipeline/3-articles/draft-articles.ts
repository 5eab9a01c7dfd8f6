import { cutArticles } from './cut-articles.ts';
import type { ArticlesState } from './draft.ts';
import { gatherDrafts } from './gather-drafts.ts';
import { layOut } from './layout.ts';

/** Cuts a page's blocks into drafts, each with its headline stack: both are decided together. */
export function draftArticles(state: ArticlesState, without: ReadonlySet<string>): ArticlesState {
  const layout = layOut(state.blocks);
  const cut = cutArticles(layout, without);
  const { drafts, loose } = gatherDrafts(layout, cut);
  return { ...state, drafts, furniture: [...state.furniture, ...loose] };
}
