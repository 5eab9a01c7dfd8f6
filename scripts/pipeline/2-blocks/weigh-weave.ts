import { endsSentence, INNER } from '../characters.ts';
import { APART, endsInside } from './cut-woven-rows.ts';
import { DATELINE } from './openers.ts';
import type { PagePairs } from './page-pairs.ts';
import type { Row } from './row.ts';
import { SUREST, weighGoingOn } from './weigh-going-on.ts';

/** How a row may follow another in its column: costs in nats, below 0 where it is likelier than any row of the page. */
export const LINK = {
  /** Rows of names go together. */
  list: -2.5,
  /** A report begins below a headline or at the head of a column, seldom below text. */
  datelineBelow: 0.9,
  /** The row goes on from one that stops short of the measure. */
  notFull: 2,
  /** A row that is two em short begins a paragraph: the one before must end a sentence. */
  beginsInside: 1.6,
  /** A full row is not indented: the one before must be full too. */
  noIndent: 2.2,
  /** A short row ends a paragraph, the next is indented. */
  newParagraph: -0.8,
  bracketClosed: -2,
  bracketOpen: 1.5,
  quoteWrong: 2.5,
  tooWide: 1.8,
} as const;

// 高秀兰 邵永强 秦可欣 罗大庆: the names of those who are honoured.
const LISTED = /^\p{Script=Han}{2,4}(?: \p{Script=Han}{2,4}){2,}$/u;
const isList = (text: string): boolean => LISTED.test(text);

const OPENED = /[（(《][^（）()《》]*$/u;
const CLOSES = /^[^（）()《》]*[）)》]/u;

/** Costs (nats) of a row going on from another in its column. */
export function weighLink(before: Row, after: Row, measure: number, pairs: PagePairs): number {
  const left = before.strand.text;
  const right = after.strand.text;
  const inside = endsInside(after);
  // A mark at the end of a row gives way.
  const given = INNER.includes(right[right.length - 1] as string) || !inside ? 0.8 : 0;
  let cost = after.width - given > measure + APART ? LINK.tooWide : 0;
  if (isList(left) && isList(right)) return cost + LINK.list;
  const ends = endsSentence(before.ending);
  const reaches = before.width >= measure - 2 - APART;
  const full = after.width >= measure - APART + 0.2;
  const opens = OPENED.test(left);
  const closes = CLOSES.test(right);
  if (opens && closes) cost += LINK.bracketClosed;
  else if (opens !== closes) cost += LINK.bracketOpen;
  if (ends) {
    if (DATELINE.test(right)) cost += LINK.datelineBelow;
    if (full && !reaches) cost += LINK.noIndent;
    else if (!full && !reaches && inside && after.width >= measure - 2 - APART) cost += LINK.newParagraph;
    return cost;
  }
  if (!reaches) cost += LINK.notFull;
  if (inside && !full && after.width >= measure - 2 - APART) cost += LINK.beginsInside;
  else if (inside && !full) cost += LINK.notFull;
  return cost - weighGoingOn(left, right, pairs);
}

/** What a row costs at least ({@link weighLink}), whatever row it goes on from. */
export function leastLink(after: Row): number {
  const likeliest = Math.min(LINK.list, -SUREST, LINK.newParagraph);
  return CLOSES.test(after.strand.text) ? likeliest + LINK.bracketClosed : likeliest;
}

/** What a piece does to a quotation that is open (1), shut (0) or not known of (2): cost, and what is behind it. */
export function weighQuotes(marks: string, open: number): { cost: number; open: number } {
  if (marks === '') return { cost: 0, open };
  const closes = marks[0] === '”';
  const cost = open === 2 ? 0 : (open === 1) === closes ? 0 : LINK.quoteWrong;
  return { cost, open: marks[marks.length - 1] === '“' ? 1 : 0 };
}
