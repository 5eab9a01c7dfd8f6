import type { Pass } from '../pass.ts';
import { decidePlaces } from './decide-places.ts';
import { findCaptions } from './find-captions.ts';
import { findVerse } from './find-verse.ts';
import { gatherCredits } from './gather-credits.ts';
import { gatherVerticalHeadlines } from './gather-vertical-headlines.ts';
import { joinHeadings } from './join-headings.ts';
import { joinWrappedLines } from './join-wrapped-lines.ts';
import { loosenSteps } from './loosen-steps.ts';
import { markForms } from './mark-forms.ts';
import { markRows } from './mark-rows.ts';
import { mendColumns } from './mend-columns.ts';
import { partWovenSteps } from './part-woven-steps.ts';
import type { BlocksState } from './row.ts';
import { setCaptionsAside } from './set-captions-aside.ts';
import { unweaveColumns } from './unweave-columns.ts';

/** Stage 2: from rows of type to blocks. */
export const blockPasses: readonly Pass<BlocksState>[] = [
  { name: 'unweave-columns', run: unweaveColumns }, // first: it puts the rows in order
  { name: 'mend-columns', run: mendColumns }, // after unweave-columns: woven columns begin and end nowhere
  { name: 'part-woven-steps', run: partWovenSteps }, // before gather-vertical-headlines: it would take single steps out of the weave
  { name: 'loosen-steps', run: loosenSteps }, // before gather-vertical-headlines, which gathers whole rows
  { name: 'gather-vertical-headlines', run: gatherVerticalHeadlines }, // before all else: its rows are one character wide
  { name: 'gather-credits', run: gatherCredits }, // before markRows: half a credit is none
  { name: 'mark-rows', run: markRows }, // before decidePlaces: a byline ends what stands above it
  { name: 'set-captions-aside', run: setCaptionsAside }, // after markRows: credits are known
  { name: 'mark-forms', run: markForms },
  { name: 'find-verse', run: findVerse }, // after mark-forms: signatures and dates are no verse
  {
    name: 'decide-places',
    run: decidePlaces,
    signs: [
      'line-measure',
      'mark-widths',
      'indent',
      'sentence-ends',
      'blank-lines',
      'openers',
      'broken-words',
    ],
  },
  { name: 'join-wrapped-lines', run: joinWrappedLines, needed: true },
  { name: 'find-captions', run: findCaptions }, // after joining: a caption may be two rows
  { name: 'join-headings', run: joinHeadings }, // last: it asks the paragraphs which characters belong together
];
