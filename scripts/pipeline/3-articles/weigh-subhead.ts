import type { Block } from '../2-blocks/row.ts';
import { isStandingHead } from '../2-blocks/standing-heads.ts';
import type { Body } from './assignment.ts';
import type { Layout } from './layout.ts';
import { isReplyHead } from './list-signs.ts';

/** A subhead, the first of its text (right under the stack) and between paragraphs. */
const SUBHEAD = {
  first: -2.2,
  couplets: 0.6,
  labelled: 1.2,
  alike: -0.4,
  only: -7,
  between: 0,
  double: -3,
  standing: -4,
  poems: 3,
} as const;
/** 石鼓桥街道回复 stands over what came of the letter above, never over an article. */
const REPLY = 4;
/** A subhead belongs to the paragraphs below it as a headline does to its text. */
const SECTION = 0.7;
/** Most paragraphs under one subhead. */
const LONGEST_SECTION = 5;

// “地瓜经济”蔓延“产业圈” “研发在丰台，转化在津冀”: two sayings that begin with a quotation mark.
const COUPLET = /^“[^ ]+ [^ ]+$/u;

// 南苇街道：老物件里开“怀旧课”, 苍头镇：香瓜有了“身份证”: news of several places under one headline.
const LABEL = /^[^，。：！？“”]{2,8}(?=：.)/u;
/** Labels of one list differ so much in length. */
const LABELS_APART = 2;

/** Do two lines name in front, before a colon, what they are about, in so many characters? */
function areLabelled(one: string, other: string): boolean {
  const [a, b] = [LABEL.exec(one)?.[0], LABEL.exec(other)?.[0]];
  return a !== undefined && b !== undefined && Math.abs(a.length - b.length) <= LABELS_APART;
}

/** 小沙河组诗, 春天的信（外一首）, 诗二首: the title of each poem stands below. */
const POEMS = /组诗$|（外[一二三四五]首）$|诗[二三四五六]首$/u;

/** What it costs to take a line right under the headline for the first subhead: little where others are like it. */
export function weighFirstSubhead(layout: Layout, body: Body, heading: number): number {
  const { text } = (layout.headings[heading] as Block).strand;
  let cost: number = SUBHEAD.only;
  if (POEMS.test(layout.headings[heading - 1]?.strand.text ?? '')) return SUBHEAD.poems;
  for (let p = body.from + 1; p < body.to; p++) {
    const numbers = layout.headingsOf[p] as readonly number[];
    const other = layout.headings[numbers[0] ?? -1]?.strand.text;
    if (numbers.length !== 1 || other === undefined) continue;
    const couplets = COUPLET.test(other) && COUPLET.test(text);
    const alike = Math.abs(other.length - text.length) <= 1;
    cost = Math.max(
      cost,
      areLabelled(other, text)
        ? SUBHEAD.labelled
        : couplets
          ? SUBHEAD.couplets
          : alike
            ? SUBHEAD.alike
            : SUBHEAD.first,
    );
  }
  // 路灯“睡着”了，谁来叫醒？ / 读者来信: the column's name may stand below the headline.
  return cost + (isStandingHead(text) ? SUBHEAD.standing : 0);
}

/** How much a line reads like a subhead: short, without a dash, not marked as a headline. */
export function weighSubheadForm(block: Block): number {
  const length = block.strand.text.length;
  const dash = block.strand.text.startsWith('——') ? -5 : 0;
  const long = COUPLET.test(block.strand.text) ? 0 : length > 24 ? -2 : length > 18 ? -0.8 : 0;
  return long + (block.mark > 0 ? -4 : 0) + dash + (isReplyHead(block.strand.text) ? REPLY : 0);
}

/**
 * Evidence for a line between paragraphs of one body as a subhead.
 * @param form what its form says of it ({@link weighSubheadForm})
 * @param alone it is the only heading line in its gap
 */
export function weighBetween(
  layout: Layout,
  heading: number,
  run: number,
  form: number,
  alone: boolean,
): number {
  return (alone ? SUBHEAD.between : SUBHEAD.double) + form + weighSection(layout, heading, run);
}

/** Evidence that a line belongs to the paragraphs right below it, up to the next heading. */
function weighSection({ paragraphs, headingsOf, matches }: Layout, heading: number, run: number): number {
  if (run >= paragraphs.length) return 0;
  let to = run + 1;
  while (to < paragraphs.length && to < run + LONGEST_SECTION && headingsOf[to]?.length === 0) to++;
  return SECTION * Math.max(0, matches.weigh(heading, run, to));
}

/** Where every row has a blank line below it, so had all of 242 subheads, and 7 of 49 headlines over their text. */
const AMONG_ROWS = { touching: -3, apart: 0.3 } as const;

/** Evidence (nats) of the spacing for a line as a subhead of the text below it. */
export function weighSubheadSpace({ spacing, below }: Layout, heading: number): number {
  const space = below[heading];
  return space && spacing.flow === 'rows' ? AMONG_ROWS[space] : 0;
}
