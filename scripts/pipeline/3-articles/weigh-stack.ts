import { type LineSign, type LineText, readLineSigns } from '../2-blocks/line-signs.ts';
import { NUMBERED } from '../2-blocks/openers.ts';
import { isStandingHead, mayStandOver } from '../2-blocks/standing-heads.ts';
import type { HeadingRole } from './draft.ts';
import { PLACE_WEIGHTS, READING_WEIGHTS, ROLE_SHARES, ROLE_WEIGHTS } from './learnt-weights.ts';
import type { Spacing } from './read-spacing.ts';

/** Lines read as a stack: which line is the headline, how well the lines make a stack, how clear the headline is. */
export interface Reading {
  /** Number of the headline among the parts. */
  readonly head: number;
  /** The first line is a standing head. */
  readonly label: boolean;
  /** Number of the line that is one with the next, −1 for none. */
  readonly joined: number;
  readonly score: number;
  readonly margin: number;
}

/** What each of `count` lines is in a reading. */
export function rolesOf(reading: Reading, count: number): HeadingRole[] {
  return Array.from({ length: count }, (_, line) => {
    const part = reading.joined >= 0 && line > reading.joined ? line - 1 : line;
    if (reading.label && part === 0) return 'section';
    return part < reading.head ? 'kicker' : part === reading.head ? 'headline' : 'deck';
  });
}

/** How often stacks have one, two, three, four lines (joined lines count once), in nats. */
const SIZE = [0, 0.4, 0.9, 3.1, 5];
/** What a standing head costs more than none, and what a known form of it gains. */
const LABEL = { known: 0, unknown: -1.6 } as const;
/** A standing head alone is no headline. */
const LABEL_AS_HEADLINE = -3;

/** Evidence (nats) of what is beyond doubt. */
const SURE = { dash: -5, numbered: -5, mark: 5 } as const;
/** What is set in two rows is mostly the headline: kickers and decks are set small enough to fit the column. */
const TWO_ROWS = 1.5;

/** The roles of a line in a stack, in the order in which {@link ROLE_WEIGHTS} names them. */
const KICKER = 0;
const HEADLINE = 1;
const DECK = 2;
/** Evidence (nats) for each role of a line. */
type Roles = readonly [kicker: number, headline: number, deck: number];
/**
 * So much of it counts, and only what speaks against a role: a line that cannot well be a headline (全国劳动模范、环卫中心
 * 机械班班长耿大为) is one no more where it stands alone, while a subhead may read like a headline as much as it likes.
 */
const AGAINST_ROLE = 0.6;
/** How much likelier each role is for a line that reads so than for any line (nats). */
function weighRoles(signs: readonly LineSign[]): Roles {
  const sums: [number, number, number] = [0, 0, 0];
  for (const sign of signs) {
    const weights = ROLE_WEIGHTS[sign];
    sums[KICKER] += weights[KICKER];
    sums[HEADLINE] += weights[HEADLINE];
    sums[DECK] += weights[DECK];
  }
  const all = Math.log(Math.exp(sums[KICKER]) + Math.exp(sums[HEADLINE]) + Math.exp(sums[DECK]));
  return [
    sums[KICKER] - all - Math.log(ROLE_SHARES[KICKER]),
    sums[HEADLINE] - all - Math.log(ROLE_SHARES[HEADLINE]),
    sums[DECK] - all - Math.log(ROLE_SHARES[DECK]),
  ];
}

/** A line of a stack, or two that the setter may have cut from one, and what its words say of it. */
export interface StackPart {
  /** What its words say of its being the kicker, the headline, the deck of its stack, in nats. */
  readonly reading: Roles;
  /** Evidence that it is a standing head, from −9. */
  readonly label: number;
  readonly standing: boolean;
  readonly dash: boolean;
  readonly numbered: boolean;
  /** What each role of a line by itself is worth. */
  readonly roles: Roles;
}

/**
 * Reads what a line of a stack says of itself.
 * @param mark level of its mark (##), 0 for none
 * @param rows rows in which it was set
 */
export function readPart(line: LineText, mark: number, rows = 1): StackPart {
  const { text } = line;
  const dash = text.startsWith('——');
  const numbered = NUMBERED.test(text);
  const standing = isStandingHead(text);
  const signs = readLineSigns(line);
  const tens = text.length / 10;
  const { length } = READING_WEIGHTS;
  const reading: [number, number, number] = [length[0] * tens, length[1] * tens, length[2] * tens];
  for (const sign of signs) {
    const weights = READING_WEIGHTS[sign];
    for (let role = KICKER; role <= DECK; role++) reading[role]! += weights[role]!;
  }
  reading[HEADLINE] +=
    (rows > 1 ? TWO_ROWS : 0) +
    (mark > 0 ? SURE.mark : 0) +
    (dash ? SURE.dash : 0) +
    (numbered ? SURE.numbered : 0);
  return { reading, label: weighLabel(text, standing), standing, dash, numbered, roles: weighRoles(signs) };
}

function weighLabel(text: string, standing: boolean): number {
  if (!mayStandOver(text)) return -9;
  return standing ? LABEL.known : LABEL.unknown - Math.max(0, text.length - 5) * 0.7;
}

/** Lines with less evidence than this are two. */
export const SURELY_TWO = -3;
/**
 * Neighbouring lines of a page often belong to two articles; within one stack they are likelier to be one headline. By
 * hand, on development pages; to weigh the gaps and the word at the break anew for lines of one stack brought no more.
 */
const IN_STACK = 2;
/** Evidence that lines are one headline that is needed to speak for their stack. */
const JOINED = 1;
/** Each kicker beyond the first, each deck beyond the first. */
const SECOND = -2;
/** A kicker with a dash. */
const DASHED_KICKER = -6;
/** A headline that is a deck by its dash, or a subhead by its number. */
const NO_HEADLINE = -4;

/**
 * Evidence (nats) of the spacing for a kicker over its headline, a deck under it, a headline in two rows. On typeset pages
 * 429 of 430 kickers stood apart, 54 of 230 decks, 40 of 209 second rows; on the real ones all kickers and no second row.
 * By hand, weaker than counted: blocks that the scanner drew out of order stand apart too.
 */
const SPACE = {
  kicker: { apart: 0.2, touching: -4 },
  deck: { apart: -0.6, touching: 0 },
  headline: { apart: 0, touching: 1 },
} as const;
/**
 * The same of the last line and what stands right below it: of 314 headlines 258 touched their text, byline or deck, of 95
 * decks one.
 */
const LAST = {
  headline: { apart: -0.4, touching: 0 },
  deck: { apart: 0, touching: -2 },
} as const;

/** One way to read the lines of a stack: lines `[head, rest)` are the headline. */
interface Way {
  readonly head: number;
  readonly rest: number;
  readonly evidence: number;
}

/** What speaks against a role of a line (nats, at most 0). */
const weighAgainst = ({ roles }: StackPart, role: 0 | 1 | 2): number =>
  AGAINST_ROLE * Math.min(0, roles[role]);

/**
 * Reads consecutive heading lines as one stack. Kicker, headline and deck are decided together: of all ways to read the
 * lines the likeliest, where what each says of each role, where the headline stands, and whether two lines are one headline
 * in two rows count at once.
 * @param joins evidence that line k and the next are one line that the setter cut (`weighJoin`)
 * @param pairs what line k and the next say as one, where they could be
 * @param spaces how line k and the next stand to each other, the last line and what is below it
 * @param order what speaks for the first line as the headline on this page
 * @param weigh if false, the first line is the headline
 */
export function readStack(
  weigh: boolean,
  lines: readonly StackPart[],
  pairs: readonly (StackPart | undefined)[],
  joins: readonly number[],
  spaces: readonly Spacing[] = [],
  order = 0,
): Reading {
  if (!weigh) return { head: 0, label: false, joined: -1, score: -(SIZE[lines.length] as number), margin: 9 };
  let best: Reading | undefined;
  for (const label of [false, true]) {
    const first = lines[0] as StackPart;
    const start = label ? 1 : 0;
    const labelScore = label ? first.label : first.standing ? LABEL_AS_HEADLINE : 0;
    if (labelScore < -8 || lines.length === start) continue;
    const reading = readFrom(start, lines, pairs, joins, spaces, order);
    const score = reading.score + labelScore;
    if (!best || score > best.score) best = { ...reading, label, score };
  }
  return best as Reading;
}

/** Reads the lines from `start` on. */
function readFrom(
  start: number,
  lines: readonly StackPart[],
  pairs: readonly (StackPart | undefined)[],
  joins: readonly number[],
  spaces: readonly Spacing[],
  order: number,
): Omit<Reading, 'label'> {
  const end = lines.length;
  const ways: Way[] = [];
  for (let head = start; head < end; head++) {
    ways.push({ head, rest: head + 1, evidence: 0 });
    const join = joins[head];
    if (head + 1 < end && join !== undefined && join >= SURELY_TWO && pairs[head]) {
      const space = spaces[head];
      ways.push({ head, rest: head + 2, evidence: join + IN_STACK + (space ? SPACE.headline[space] : 0) });
    }
  }
  const headOf = ({ head, rest }: Way): StackPart => (rest > head + 1 ? pairs : lines)[head] as StackPart;
  const weighed = ways.map((way): Way => {
    let evidence = way.evidence + headOf(way).reading[HEADLINE];
    for (let k = start; k < way.head; k++) evidence += (lines[k] as StackPart).reading[KICKER];
    for (let k = way.rest; k < end; k++) evidence += (lines[k] as StackPart).reading[DECK];
    if (way.head === start) evidence += PLACE_WEIGHTS.first + order;
    if (way.rest === end) evidence += PLACE_WEIGHTS.last;
    const above = way.head > start ? spaces[way.head - 1] : undefined;
    if (above) evidence += SPACE.kicker[above];
    const below = way.rest < end ? spaces[way.rest - 1] : undefined;
    if (below) evidence += SPACE.deck[below];
    const last = spaces[end - 1];
    if (last) evidence += LAST[way.rest === end ? 'headline' : 'deck'][last];
    evidence +=
      (PLACE_WEIGHTS.above[way.head - start] ?? SECOND) + (PLACE_WEIGHTS.below[end - way.rest] ?? SECOND);
    return { ...way, evidence };
  });
  weighed.sort((a, b) => b.evidence - a.evidence);
  const [best, second] = weighed as [Way, Way | undefined];
  const all = Math.log(weighed.reduce((sum, way) => sum + Math.exp(way.evidence - best.evidence), 0));
  const head = headOf(best);
  const joined = best.rest > best.head + 1 ? best.head : -1;
  const units = end - start - (joined >= 0 ? 1 : 0);
  let score = -(SIZE[units] as number) - all + weighAgainst(head, HEADLINE);
  if (joined >= 0) score += Math.max(0, (joins[joined] as number) - JOINED);
  if (units === 1 && (head.dash || head.numbered)) score += NO_HEADLINE;
  score += SECOND * (Math.max(0, best.head - start - 1) + Math.max(0, end - best.rest - 1));
  for (let k = start; k < best.head; k++) {
    const line = lines[k] as StackPart;
    score += weighAgainst(line, KICKER) + (line.dash ? DASHED_KICKER : 0);
  }
  for (let k = best.rest; k < end; k++) score += weighAgainst(lines[k] as StackPart, DECK);
  for (let k = Math.max(start, 1); k < end; k++)
    if ((lines[k] as StackPart).standing) score += LABEL_AS_HEADLINE;
  // `head` counts parts: two lines that are one are one part, and nothing before the headline is.
  return {
    head: best.head,
    joined,
    score,
    margin: Math.min(9, second ? best.evidence - second.evidence : 9),
  };
}

/** No reading of lines with these joins is better than this: the surest headline, and lines that are surely one. */
export function boundReading(joins: readonly number[]): number {
  return joins.reduce((sum, join) => sum + Math.max(0, join - JOINED), -(SIZE[1] as number));
}
