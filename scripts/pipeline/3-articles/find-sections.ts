import type { ArticlesState, Draft } from './draft.ts';

const textOf = (draft: Draft, role: string): string | undefined =>
  draft.stack?.lines.find((line) => line.role === role)?.block.strand.text;

/**
 * A standing head (栏目) at the top of a stack is the section of its article. It stands over the following
 * articles too where they have the same kicker; then it belongs to none of them but to the page.
 */
export function findSections(state: ArticlesState): ArticlesState {
  const furniture = [...state.furniture];
  const drafts = [...state.drafts];
  for (let d = 0; d < drafts.length; d++) {
    const draft = drafts[d] as Draft;
    const line = draft.stack?.lines.find((part) => part.role === 'section');
    if (!line || !draft.stack) continue;
    const text = line.block.strand.text;
    const kicker = textOf(draft, 'kicker');
    let over = 1;
    while (kicker !== undefined && drafts[d + over] && textOf(drafts[d + over] as Draft, 'kicker') === kicker)
      over++;
    const rest = { ...draft.stack, lines: draft.stack.lines.filter((part) => part !== line) };
    if (over > 1) {
      furniture.push(line.block.strand);
      for (let k = 0; k < over; k++) drafts[d + k] = { ...(drafts[d + k] as Draft), section: { text } };
      drafts[d] = { ...(drafts[d] as Draft), stack: rest };
    } else if (kicker === undefined) {
      // 发现丰台之美 over a picture, 以案说法 over a column: it reads as the kicker, and it names the section.
      const lines = draft.stack.lines.map((part) =>
        part === line ? { ...part, role: 'kicker' as const } : part,
      );
      drafts[d] = { ...draft, section: { text }, stack: { ...draft.stack, lines } };
    } else {
      furniture.push(line.block.strand);
      drafts[d] = { ...draft, section: { text }, stack: rest };
    }
  }
  return { ...state, drafts, furniture };
}
