import { sliceStrand, trimStrand } from '../strand.ts';
import { matchCreditAtEnd } from './byline-forms.ts';
import type { Block, BlocksState } from './row.ts';

/** Captions are a sentence or two. */
const LONGEST = 120;
function cutCaption(block: Block): Block[] {
  const text = block.strand.text;
  if (block.kind !== 'paragraph' || text.length > LONGEST) return [block];
  const match = matchCreditAtEnd(text);
  const credit = match?.[1];
  if (!match || credit === undefined || match.index === 0) return [block];
  const at = match.index + match[0].indexOf(credit);
  return [
    { ...block, kind: 'caption', strand: trimStrand(sliceStrand(block.strand, 0, match.index)), joints: [] },
    {
      ...block,
      kind: 'credit',
      strand: trimStrand(sliceStrand(block.strand, at, text.length)),
      gap: 0,
      joints: [],
    },
  ];
}

/** Tells captions from paragraphs by the credit (摄影) at their end or below them, and parts the two. */
export function findCaptions(state: BlocksState): BlocksState {
  let changed = false;
  const blocks = state.blocks.flatMap((block) => {
    const parts = cutCaption(block);
    if (parts.length > 1) changed = true;
    return parts;
  });
  for (let i = 1; i < blocks.length; i++) {
    const above = blocks[i - 1] as Block;
    // A sentence or two right above a credit of its own line is the caption.
    if (blocks[i]?.kind !== 'credit' || above.strand.text.length > LONGEST) continue;
    if (above.kind === 'paragraph' && above.rows <= 4) {
      blocks[i - 1] = { ...above, kind: 'caption' };
      changed = true;
    }
  }
  return changed ? { ...state, blocks } : state;
}
