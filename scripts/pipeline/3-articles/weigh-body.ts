import { DATELINE } from '../2-blocks/openers.ts';
import type { Block } from '../2-blocks/row.ts';
import type { Body } from './assignment.ts';
import { REPORT_BEGINS } from './read-text-signs.ts';

/** What the text of a body says of the headline it has, in nats. */
export interface BodyForm {
  /** Cost of leaving it without a headline. */
  readonly bare: number;
  /** Cost of its being an article at all: most that are too short for one are pieces of another. */
  readonly slight: number;
  /** It begins as news does: 本报讯, 新华社. */
  readonly news: boolean;
}

/**
 * A brief (简讯) is printed without a headline, and begins with a dateline: so did all 180 such texts of twelve sets of
 * typeset pages, and of 60 others that were left without headline each had lost it, or was a piece of another.
 */
const BARE = { dateline: -0.5, other: -4 } as const;
/** Where the form of a text is not asked. */
const UNASKED: BodyForm = { bare: -2, slight: 0, news: false };
/** Of 30 articles of one paragraph that did not begin with a dateline none was one. By paragraphs. */
const FEW_PARAGRAPHS = [0, -2, -0.7] as const;
/** Of 40 articles below so many characters none was one. */
const SHORT = { below: 60, cost: -3 } as const;

/**
 * Weighs what the text of a body says of its headline.
 *
 * @param paragraphs of the page
 * @param body some of them
 * @param weigh if false, all texts are the same
 */
export function weighBody(paragraphs: readonly Block[], { from, to }: Body, weigh: boolean): BodyForm {
  if (!weigh) return UNASKED;
  const first = (paragraphs[from] as Block).strand.text;
  const dateline = DATELINE.test(first);
  let characters = 0;
  for (let p = from; p < to; p++) characters += (paragraphs[p] as Block).strand.text.length;
  return {
    bare: dateline ? BARE.dateline : BARE.other,
    slight: (dateline ? 0 : (FEW_PARAGRAPHS[to - from] ?? 0)) + (characters < SHORT.below ? SHORT.cost : 0),
    news: REPORT_BEGINS.test(first),
  };
}
