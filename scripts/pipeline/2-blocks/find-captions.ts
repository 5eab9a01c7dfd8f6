import { sliceStrand, trimStrand } from '../strand.ts';
import type { Block, BlocksState } from './row.ts';

/** Captions are a sentence or two. */
const LONGEST = 120;
const NAME = '\\p{Script=Han}{2,4}(?:·\\p{Script=Han}{2,6})?';
/** 。苏野 摄, （白露摄）, 。摄/苏野: the credit at the end of a caption. */
const CREDIT_AT_END = new RegExp(
  `(?<=[。！？”）)])\\s*((?:(?:本报|实习)?(?:记者|通讯员)\\s*)?${NAME}(?:[\\s、]${NAME}){0,2}\\s*[/／]?\\s*(?:摄影报道|摄影|供图|摄|图)|[（(](?:(?:本报)?(?:记者|通讯员)\\s*)?${NAME}\\s*(?:摄影|供图|摄)[）)]|(?:摄|图|摄影)[/／：:]\\s*${NAME}|\\p{Script=Han}{2,12}供图)\\s*$`,
  'u',
);

function cutCaption(block: Block): Block[] {
  const text = block.strand.text;
  if (block.kind !== 'paragraph' || text.length > LONGEST) return [block];
  const match = CREDIT_AT_END.exec(text);
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
