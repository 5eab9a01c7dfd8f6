import { joinStrands } from '../strand.ts';
import type { Block, BlocksState } from './row.ts';
import { weighApart } from './weigh-apart.ts';
import { gatherText, isMarked, isPicture, isSpaced, jointOfLines, weighJoin } from './weigh-join.ts';

/** Most lines of one headline. */
const MOST_LINES = 4;
/** From this much evidence (in nats) two heading lines are one; what is weaker, the articles decide. */
const ENOUGH = 1.5;
/** Blocks on either side in which the places of a line are looked for. A page has hardly more; a long scan costs no more each. */
const REACH = 200;

/** Joins headlines, kickers and subheads that were set in several lines. */
export function joinHeadings(state: BlocksState): BlocksState {
  const running = gatherText(state.blocks);
  const page = { spaced: isSpaced(state.blocks), marked: isMarked(state.blocks) };
  // Where they are asked for at all, the places of the page cost more than all the other signs.
  const isOne = (left: Block, right: Block, at: number, evidence: number): boolean => {
    if (evidence <= ENOUGH) return false;
    const near = state.blocks.slice(Math.max(0, at - REACH), at + REACH);
    return evidence - weighApart(left, right, near, page.spaced) > ENOUGH;
  };
  const blocks: Block[] = [];
  let changed = false;
  let joined = 1;
  for (const [at, block] of state.blocks.entries()) {
    const last = blocks.at(-1);
    const pictured = isPicture(state.blocks[at + 1]);
    if (
      last?.kind === 'heading' &&
      block.kind === 'heading' &&
      joined < MOST_LINES &&
      isOne(last, block, at, weighJoin(last, block, running, { ...page, third: joined > 1, pictured }))
    ) {
      const joint = jointOfLines(last.strand.text, block.strand.text, running);
      blocks[blocks.length - 1] = {
        ...last,
        strand: joinStrands([last.strand, block.strand], () => joint),
        rows: last.rows + block.rows,
      };
      joined++;
      changed = true;
      continue;
    }
    blocks.push(block);
    joined = 1;
  }
  return changed ? { ...state, blocks } : state;
}
