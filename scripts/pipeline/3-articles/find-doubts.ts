import type { Block } from '../2-blocks/row.ts';
import { beginningOf } from '../characters.ts';
import { startOf } from '../strand.ts';
import type { Group, StackUse } from './assignment.ts';
import type { Cut } from './cut-articles.ts';
import type { DraftDoubt } from './draft.ts';
import type { Layout } from './layout.ts';
import { rolesOf } from './weigh-stack.ts';

/**
 * From which evidence (nats) a decision is no doubt. Of 2,807 articles of typeset pages 672 had a fault; 52 of 100 of these
 * carry a doubt so, and 51 of 100 doubts point to a fault.
 */
const SURE = { cut: 1.9, uncut: 2.4, stack: 0.4, role: 2, paragraph: 0.6 } as const;

const short = (text: string): string => (text.length > 18 ? `${beginningOf(text, 17)}…` : text);

function doubtStack(layout: Layout, cut: Cut, group: Group, use: StackUse): DraftDoubt[] {
  const { body, position, reading } = use;
  const doubts: DraftDoubt[] = [];
  const first = layout.headings[group.from] as Block;
  const text = short(first.strand.text);
  // How much better its words fit this text than the next best.
  let next = -Infinity;
  let other = -1;
  cut.bodies.forEach((candidate, b) => {
    if (b === body) return;
    let evidence = 0;
    for (let h = group.from; h < group.to; h++)
      evidence += layout.matches.weigh(h, candidate.from, candidate.to);
    if (evidence > next) {
      next = evidence;
      other = b;
    }
  });
  const near = position === 'above' ? 2 : position === 'below' ? 0.7 : 0;
  const margin = Math.min(group.evidence, group.evidence - Math.max(next, 0)) + near;
  if (margin < SURE.stack) {
    const lead = layout.paragraphs[cut.bodies[other]?.from ?? -1]?.strand.text;
    const runnerUp =
      next > 0 && lead ? `归给“${short(lead)}”一篇` : '不是这一篇的标题（标题的用词在正文里很少出现）';
    doubts.push({
      offset: startOf(first.strand),
      code: 'headlineMatch',
      message: `标题“${text}”归给了这一篇，依据不足`,
      runnerUp,
      margin: Math.max(margin, 0),
    });
  }
  if (reading.margin < SURE.role && group.to - group.from > 1) {
    const k = rolesOf(reading, group.to - group.from).indexOf('headline');
    const chosen = layout.headings[group.from + k] as Block;
    const rest = layout.headings[group.from + (k === 0 ? 1 : k - 1)] as Block;
    doubts.push({
      offset: startOf(chosen.strand),
      code: 'headlineRole',
      message: `“${short(chosen.strand.text)}”定为主题，“${short(rest.strand.text)}”定为引题或副题，两者相近`,
      runnerUp: `主题是“${short(rest.strand.text)}”，或两行合为一题`,
      margin: Math.max(reading.margin, 0),
    });
  }
  return doubts;
}

/** What was decided on weak evidence about each body: its cuts, its headline, its paragraphs. */
export function findDoubts(layout: Layout, cut: Cut): DraftDoubt[][] {
  const doubts: DraftDoubt[][] = cut.bodies.map(() => []);
  cut.bodies.forEach((body, b) => {
    const own = doubts[b] as DraftDoubt[];
    const first = layout.paragraphs[body.from] as Block;
    const margin = cut.margins[body.from] as number;
    if (body.from > 0 && margin < SURE.cut) {
      own.push({
        offset: startOf(first.strand),
        code: 'cut',
        message: `从“${short(first.strand.text)}”起另为一篇，依据不足`,
        runnerUp: '与上文同属一篇',
        margin: Math.max(margin, 0),
      });
    }
    for (let p = body.from; p < body.to; p++) {
      const paragraph = layout.paragraphs[p] as Block;
      const uncut = cut.margins[p] as number;
      if (cut.pieces.has(p)) {
        const before = layout.paragraphs[p - 1] as Block;
        own.push({
          offset: startOf(paragraph.strand),
          code: 'piece',
          message: `“${short(paragraph.strand.text)}”一段在扫描文本里与上文隔开，接在“${short(before.strand.text)}”之后，依据不足`,
          runnerUp: '属于别的一篇，或另为一篇',
          margin: Math.max(uncut, 0),
        });
      } else if (p > body.from && uncut < SURE.uncut) {
        own.push({
          offset: startOf(paragraph.strand),
          code: 'uncut',
          message: `“${short(paragraph.strand.text)}”起没有分篇，与上文算作一篇，依据不足`,
          runnerUp: '从这里另为一篇',
          margin: Math.max(uncut, 0),
        });
      }
      if (paragraph.margin < SURE.paragraph) {
        own.push({
          offset: startOf(paragraph.strand),
          code: 'paragraph',
          message: `“${short(paragraph.strand.text)}”一段的起止依据不足`,
          runnerUp: '与上下文的分段不同（末行排满或栏宽变化）',
          margin: Math.max(paragraph.margin, 0),
        });
      }
    }
  });
  for (const group of cut.assignment.groups) {
    if (group.use.kind === 'stack')
      doubts[group.use.body]?.push(...doubtStack(layout, cut, group, group.use));
    else if (group.use.kind === 'orphan' || group.use.kind === 'label') {
      // It belongs to no article: the nearest one carries the doubt.
      const block = layout.headings[group.from];
      const near = cut.bodies.findIndex((body) => body.to >= group.run);
      const own = doubts[near < 0 ? doubts.length - 1 : near];
      if (block && own) {
        own.push({
          offset: startOf(block.strand),
          code: 'orphan',
          message: `“${short(block.strand.text)}”没有归入任何一篇，记作版面附件`,
          runnerUp: '是某一篇的标题或小标题',
          margin: 0.5,
        });
      }
    }
  }
  return doubts;
}
