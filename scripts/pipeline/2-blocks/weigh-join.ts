import { endingOf, widthOf } from '../characters.ts';
import type { Block } from './row.ts';

/** Pairs of neighbouring characters in the running text, with how often they stand there. */
export function countPairs(blocks: readonly Block[]): Map<string, number> {
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
const CANNOT_END = /(?:[的和与及在为对把将以从向被于第、—（《“，：；]|年来|以来|之际|期间)$/u;
const CANNOT_BEGIN = /^[及和与的了并、”》）成等]/u;
/** 区委常委会召开会议: what happened, said in one line. A headline that is cut in two seldom says so in a half. */
const EVENT = /召开|举行|举办|启动|发布|开展|出台|实施|部署/u;
const OFFICE_AND_NAME =
  /(?:书记|区长|代表|委员|主任|局长|院长|校长|班长|教授|专家|会长|董事长|总经理|队长|所长|站长|负责人)\p{Script=Han}{2,4}$/u;
const DECK = /^(?:围绕|——|记|访)|(?:记|侧记|纪实|探访|观察)$/u;

/** Evidence (nats) of each sign: a logistic regression over 1,100 pairs of heading lines, real pages fourfold. */
const WEIGHTS = {
  none: 0,
  touching: 1.2,
  apart: -1.5,
  alike: 1.9, // within 0.6 em of one width: the setter halves a line
  nearlyAlike: 0.2,
  touchingAlike: 1.5,
  unlike: -0.5,
  word: 2, // the pair of characters at the break stands in the text of the page
  noWord: -1,
  noPair: -1.3,
  scrap: 0.7,
  touchingScrap: 0.5,
  long: -0.6,
  twoParts: -1.6,
  cannotBegin: 1.4,
  cannotEnd: 2,
  vertical: 0.9,
  event: -1.7,
  office: -1,
  deck: -2,
  third: -1,
} as const;

/** Evidence that two lines are one headline, cut by the setter to fit the column. */
export function weighJoin(
  left: Block,
  right: Block,
  pairs: ReadonlyMap<string, number>,
  page: { spaced: boolean; third: boolean },
): number {
  const a = left.strand.text;
  const b = right.strand.text;
  if (left.mark !== right.mark || left.vertical !== right.vertical) return -9;
  if (endingOf(a) === 'stop' || b.startsWith('——')) return -9;
  const wa = widthOf(a);
  const wb = widthOf(b);
  let evidence: number = WEIGHTS.none;
  const touching = page.spaced && right.gap === 0;
  if (touching) evidence += WEIGHTS.touching;
  else if (page.spaced) evidence += WEIGHTS.apart;
  const difference = Math.abs(wa - wb);
  evidence +=
    difference <= 0.6
      ? WEIGHTS.alike
      : difference <= 1.2
        ? WEIGHTS.nearlyAlike
        : difference > 4
          ? WEIGHTS.unlike
          : 0;
  const joint = (a.at(-1) ?? '') + (b[0] ?? '');
  if (!HAN_PAIR.test(joint)) evidence += WEIGHTS.noPair;
  else evidence += (pairs.get(joint) ?? 0) > 0 ? WEIGHTS.word : WEIGHTS.noWord;
  if (touching && difference <= 1.2) evidence += WEIGHTS.touchingAlike;
  if (wb <= 7.2) evidence += WEIGHTS.scrap + (touching ? WEIGHTS.touchingScrap : 0);
  if (wa + wb > 36) evidence += WEIGHTS.long;
  if (a.includes(' ')) evidence += WEIGHTS.twoParts;
  if (b.includes(' ')) evidence += WEIGHTS.twoParts;
  if (CANNOT_BEGIN.test(b)) evidence += WEIGHTS.cannotBegin;
  if (CANNOT_END.test(a)) evidence += WEIGHTS.cannotEnd;
  if (left.vertical) evidence += WEIGHTS.vertical;
  if (EVENT.test(a)) evidence += WEIGHTS.event;
  if (EVENT.test(b)) evidence += WEIGHTS.event;
  if (OFFICE_AND_NAME.test(a) || OFFICE_AND_NAME.test(b)) evidence += WEIGHTS.office;
  if (DECK.test(b)) evidence += WEIGHTS.deck;
  if (page.third) evidence += WEIGHTS.third;
  return evidence;
}

const HAN_PAIR = /^\p{Script=Han}{2}$/u;

/** Couplets are two phrases of one length: a space stands between them; a phrase that was cut gets none. */
export function isCouplet(a: string, b: string, pairs: ReadonlyMap<string, number>): boolean {
  if (/[，：；、]$/u.test(a) || CANNOT_BEGIN.test(b) || CANNOT_END.test(a)) return false;
  if ((pairs.get((a.at(-1) ?? '') + (b[0] ?? '')) ?? 0) > 0) return false;
  return a.length >= 5 && b.length >= 5;
}

/** Do most lines of the page have a blank line before them? Then lines that touch were set as one. */
export function isSpaced(blocks: readonly Block[]): boolean {
  return blocks.filter((block) => block.gap > 0).length > blocks.length * 0.3;
}
