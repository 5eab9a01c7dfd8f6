import type { Block } from '../2-blocks/row.ts';
import { gatherText, jointOfLines, type RunningText } from '../2-blocks/weigh-join.ts';
import { joinStrands, type Strand, startOf } from '../strand.ts';
import { deriveHeadline } from './derive-headline.ts';
import type { ArticlesState, Draft, DraftDoubt, HeadingRole } from './draft.ts';

const joined = (lines: readonly Block[], running: RunningText): Strand =>
  joinStrands(
    lines.map((line) => line.strand),
    (left, right) => jointOfLines(left.text, right.text, running),
  );

function nameArticle(draft: Draft, running: RunningText): Draft {
  const part = (role: HeadingRole): Block[] =>
    draft.stack?.lines.filter((line) => line.role === role).map((line) => line.block) ?? [];
  const headline = part('headline');
  const first =
    draft.body.find((block) => block.kind === 'paragraph') ??
    draft.pictures[0] ??
    draft.bylineRows[0] ??
    draft.body[0];
  if (headline.length > 0) {
    const strand = joined(headline, running);
    return { ...draft, headline: { text: strand.text, source: 'printed', strand } };
  }
  const text = first ? deriveHeadline(first.strand.text) : '（无题）';
  const doubt: DraftDoubt = {
    offset: first ? startOf(first.strand) : 0,
    code: 'headlineDerived',
    message: `版面上没有找到这一篇的标题，暂用导语拟题：“${text}”`,
    runnerUp: '标题印在版面别处，没有认出',
    margin: 0.4,
  };
  return { ...draft, headline: { text, source: 'derived' }, doubts: [...draft.doubts, doubt] };
}

/** Gives every article its headline: the printed one, or one derived from the lead, marked so. */
export function nameArticles(state: ArticlesState): ArticlesState {
  const running = gatherText(state.blocks);
  return { ...state, drafts: state.drafts.map((draft) => nameArticle(draft, running)) };
}
