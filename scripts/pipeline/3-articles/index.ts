import type { Pass } from '../pass.ts';
import { addBylines } from './add-bylines.ts';
import { classifyTopics } from './classify-topics.ts';
import { dateEvents } from './date-events.ts';
import type { ArticlesState } from './draft.ts';
import { draftArticles } from './draft-articles.ts';
import { findSections } from './find-sections.ts';
import { joinJumpLines } from './join-jumps.ts';
import { nameArticles } from './name-articles.ts';

/** Stage 3: from blocks to articles. */
export const articlePasses: readonly Pass<ArticlesState>[] = [
  {
    name: 'draft-articles',
    run: draftArticles,
    needed: true,
    signs: [
      'forced-cuts',
      'wording',
      'meaning',
      'cohesion',
      'beside',
      'spacing',
      'tried-cuts',
      'pieces',
      'headline-words',
      'headline-meanings',
      'headline-roles',
      'body-forms',
      'stack-places',
    ],
  },
  { name: 'join-jumps', run: joinJumpLines, needed: true }, // the jump lines wait in the drafts
  // Before nameArticles: a standing head is no headline; it waits in its stack.
  { name: 'find-sections', run: findSections, needed: true },
  { name: 'name-articles', run: nameArticles, needed: true },
  { name: 'add-bylines', run: addBylines },
  { name: 'date-events', run: dateEvents },
  { name: 'classify-topics', run: classifyTopics }, // after findSections: a standing head says nothing of the topic
];
