import { isStandingHead } from '../2-blocks/standing-heads.ts';
import type { ArticlesState, Draft, HeadingRole } from './draft.ts';

const textOf = (draft: Draft, role: string): string | undefined =>
  draft.stack?.lines.find((line) => line.role === role)?.block.strand.text;

/** 路灯“睡着”了，谁来叫醒？ / 读者来信: the column's name may stand below the headline; it is no deck. */
function nameBelow(draft: Draft): Draft {
  const { stack } = draft;
  const last = stack?.lines.at(-1);
  if (!stack || last?.role !== 'deck' || !isStandingHead(last.block.strand.text)) return draft;
  if (stack.lines.some(({ role }) => role === 'section' || role === 'kicker')) return draft;
  const role: HeadingRole = 'section';
  return { ...draft, stack: { ...stack, lines: [...stack.lines.slice(0, -1), { ...last, role }] } };
}

/**
 * A standing head (栏目) at the top of a stack, or below the headline, is the section of its article. It stands over the following
 * articles too where they have the same kicker; then it belongs to none of them but to the page.
 */
export function findSections(state: ArticlesState): ArticlesState {
  const furniture = [...state.furniture];
  const drafts = state.drafts.map(nameBelow);
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
