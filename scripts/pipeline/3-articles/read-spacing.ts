import type { Block } from '../2-blocks/row.ts';
import { isMarked, isSpaced } from '../2-blocks/weigh-join.ts';

/** How a block stands to the next one: with a blank line between them or without. */
export type Spacing = 'apart' | 'touching' | undefined;

/** What the blank lines of a page divide: paragraphs here and there, every row, or blocks of text alone. */
type Flow = 'paragraphs' | 'rows' | 'blocks';

/** What the blank lines of a page tell. */
export interface PageSpacing {
  /** Blank lines stand between its blocks, and no marks (##) tell what a line is. */
  readonly spaced: boolean;
  readonly flow: Flow | undefined;
  /**
   * What stands below a line in larger type touches it: the scanner leaves a blank line where the distance is large for
   * the type above.
   */
  readonly tight: boolean;
}

/** Of a page whose blank lines are not asked. */
export const NO_SPACING: PageSpacing = { spaced: false, flow: undefined, tight: false };

/** So many headings must touch their text: one may by chance. */
const FEWEST_TIGHT = 2;
/**
 * Of paragraphs that follow each other so many touch: hardly any where every row has a blank line; 84 of 100 and more on
 * 22 pages drawn in blocks, at most 58 on 80 with blank lines between paragraphs.
 */
const TOUCHING = { rows: 0.03, blocks: 0.7 } as const;

/** Reads how a page uses blank lines. */
export function readSpacing(blocks: readonly Block[]): PageSpacing {
  const flow = readFlow(blocks);
  if (!isSpaced(blocks) || isMarked(blocks)) return { spaced: false, flow, tight: false };
  let tight = 0;
  blocks.forEach((block, i) => {
    const next = blocks[i + 1];
    if (block.kind !== 'heading' || block.vertical || next?.gap !== 0) return;
    if (next.kind === 'paragraph' || next.kind === 'byline') tight++;
  });
  return { spaced: true, flow, tight: tight >= FEWEST_TIGHT };
}

function readFlow(blocks: readonly Block[]): Flow | undefined {
  let touching = 0;
  let apart = 0;
  blocks.forEach((block, i) => {
    const next = blocks[i + 1];
    if (block.kind !== 'paragraph' || next?.kind !== 'paragraph') return;
    if (next.gap > 0) apart++;
    else touching++;
  });
  if (apart === 0) return undefined;
  const share = touching / (touching + apart);
  return share <= TOUCHING.rows ? 'rows' : share > TOUCHING.blocks ? 'blocks' : 'paragraphs';
}
