import type { Block } from '../2-blocks/row.ts';
import type { Pass } from '../pass.ts';
import { addBylines } from './add-bylines.ts';
import { classifyTopics } from './classify-topics.ts';
import { cutArticles } from './cut-articles.ts';
import { dateEvents } from './date-events.ts';
import type { ArticlesState, TopicRule } from './draft.ts';
import { findSections } from './find-sections.ts';
import { gatherDrafts } from './gather-drafts.ts';
import { joinJumpLines } from './join-jumps.ts';
import { layOut } from './layout.ts';
import { nameArticles } from './name-articles.ts';

/** Cuts a page's blocks into drafts, with their headline stacks. */
export function draftArticles(
  blocks: readonly Block[],
  topics: readonly TopicRule[],
  date: string | undefined,
): ArticlesState {
  const layout = layOut(blocks);
  const cut = cutArticles(layout);
  const { drafts, loose } = gatherDrafts(layout, cut);
  return { blocks, drafts, furniture: loose, topics, ...(date === undefined ? {} : { date }) };
}

/** Stage 3: from drafts to articles. */
export const articlePasses: readonly Pass<ArticlesState>[] = [
  { name: 'join-jumps', run: joinJumpLines, needed: true }, // first: the jump lines wait in the drafts
  { name: 'find-sections', run: findSections }, // before nameArticles: a standing head is no headline
  { name: 'name-articles', run: nameArticles, needed: true },
  { name: 'add-bylines', run: addBylines },
  { name: 'date-events', run: dateEvents },
  { name: 'classify-topics', run: classifyTopics }, // after findSections: a standing head says nothing of the topic
];
