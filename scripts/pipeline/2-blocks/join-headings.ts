import { endingOf, widthOf } from '../characters.ts';
import { joinStrands } from '../strand.ts';
import type { Block, BlocksState } from './row.ts';

/** Most lines of one headline. */
const MOST_LINES = 4;
/** From this much evidence (in nats) two heading lines are one. */
const ENOUGH = 0;

/** Pairs of neighbouring characters in the running text, with how often they stand there. */
function countPairs(blocks: readonly Block[]): Map<string, number> {
  const pairs = new Map<string, number>();
  for (const block of blocks) {
    if (block.kind === 'heading') continue;
    const text = block.strand.text;
    for (let i = 1; i < text.length; i++) {
      const pair = text.slice(i - 1, i + 1);
      pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
    }
  }
  return pairs;
}

// A phrase cannot end or begin with these: the line break fell inside it.
const CANNOT_END = /[的和与及在为对把将以从向被于第、—（《“]$/u;
const CANNOT_BEGIN = /^(?:及|和|与|的|了|并|、|”|》|）|座谈会|会议|工作|活动|仪式|行动|大会)/u;

/** Evidence that two lines are one headline, cut by the setter to fit the column. */
function weighJoin(left: Block, right: Block, pairs: ReadonlyMap<string, number>, usualGap: number): number {
  const a = left.strand.text;
  const b = right.strand.text;
  if (left.mark !== right.mark || left.vertical !== right.vertical) return -9;
  if (endingOf(a) === 'stop' || b.startsWith('——')) return -9;
  const wa = widthOf(a);
  const wb = widthOf(b);
  let evidence = -1.6;
  evidence += right.gap <= usualGap - 1 ? 1.3 : right.gap > usualGap ? -1.2 : -0.3;
  const difference = Math.abs(wa - wb);
  evidence +=
    difference <= 0.6 ? 1.6 : difference <= 1.2 ? 0.9 : difference <= 2.2 ? 0 : difference <= 4 ? -0.6 : -1.6;
  const joint = (a.at(-1) ?? '') + (b[0] ?? '');
  const seen = pairs.get(joint) ?? 0;
  if (/^\p{Script=Han}{2}$/u.test(joint)) evidence += seen > 0 ? 1.4 + Math.min(seen, 3) * 0.3 : -0.7;
  if (CANNOT_END.test(a) || CANNOT_BEGIN.test(b)) evidence += 2;
  if (/[，：；]$/u.test(a)) evidence += 3;
  if (wa + wb > 44) evidence -= 1.5;
  if (wa > 22 || wb > 26) evidence -= 1;
  // A scrap of a line is no headline of its own: 长岭路南段封闭施工 / 出行请绕行.
  if (right.gap <= usualGap - 1 && (wa <= 5.2 || wb <= 7.2)) evidence += 1.8;
  return evidence;
}

/** Couplets are two phrases of one length: a space stands between them; a phrase that was cut gets none. */
function isCouplet(a: string, b: string, pairs: ReadonlyMap<string, number>): boolean {
  if (/[，：；、]$/u.test(a) || CANNOT_BEGIN.test(b) || CANNOT_END.test(a)) return false;
  if ((pairs.get((a.at(-1) ?? '') + (b[0] ?? '')) ?? 0) > 0) return false;
  return a.length >= 5 && b.length >= 5;
}

/** Joins headlines, kickers and subheads that were set in several lines. */
export function joinHeadings(state: BlocksState): BlocksState {
  const pairs = countPairs(state.blocks);
  const gaps = state.blocks.slice(1).map((block) => block.gap);
  // Where nearly every line has a blank line before it, lines that touch were set as one.
  const spaced = gaps.filter((gap) => gap > 0).length;
  const usualGap = spaced > gaps.length * 0.3 ? 1 : 0;
  const blocks: Block[] = [];
  let changed = false;
  let joined = 1;
  for (const block of state.blocks) {
    const last = blocks.at(-1);
    if (
      last?.kind === 'heading' &&
      block.kind === 'heading' &&
      joined < MOST_LINES &&
      weighJoin(last, block, pairs, usualGap) > ENOUGH
    ) {
      const space = isCouplet(last.strand.text, block.strand.text, pairs) ? ' ' : '';
      blocks[blocks.length - 1] = {
        ...last,
        strand: joinStrands([last.strand, block.strand], () => space),
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
