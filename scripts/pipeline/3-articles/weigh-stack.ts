import type { HeadingRole } from './draft.ts';
import { PLACE_WEIGHTS, STACK_WEIGHTS } from './learnt-weights.ts';
import type { Spacing } from './read-spacing.ts';
import { DECK, HEADLINE, KICKER, type StackPair, type StackPart } from './stack-parts.ts';

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
/** A standing head alone is no headline. */
const LABEL_AS_HEADLINE = -3;
/**
 * So much of it counts, and only what speaks against a role: a line that cannot well be a headline (全国劳动模范、环卫中心
 * 机械班班长耿大为) is one no more where it stands alone, while a subhead may read like a headline as much as it likes.
 */
const AGAINST_ROLE = 0.5;
/** Evidence that lines are one headline that is needed to speak for their stack. */
const JOINED = 1;
/** So much counts what speaks against it: a first subhead may touch the headline (中关村丰台园实现“开门红” / 强劲轨道交通产业链条). */
const NOT_JOINED = 0.4;
/** A standing head below another line that would be the headline. */
const STANDING_BELOW = -4;
/** Each kicker beyond the first, each deck beyond the first. */
const SECOND = -2;
/** A kicker with a dash. */
const DASHED_KICKER = -6;
/** A headline that is a deck by its dash, or a subhead by its number. */
const NO_HEADLINE = -4;

/** What speaks for or against a way to read the lines of a stack. */
export type StackSign = keyof typeof STACK_WEIGHTS;

/** One way to read the lines of a stack: lines `[start, head)` are kickers, `[head, rest)` the headline. */
export interface Way {
  /** 1 if the first line is a standing head, else 0. */
  readonly start: number;
  readonly head: number;
  readonly rest: number;
  /** What there is of each sign. */
  readonly signs: readonly (readonly [StackSign, number])[];
  /** Evidence for it, in nats. */
  readonly evidence: number;
}

/** The lines of a stack and what stands between them. */
export interface Lines {
  readonly parts: readonly StackPart[];
  readonly pairs: readonly (StackPair | undefined)[];
  /** How line k and the next stand to each other, the last line and what is below it. */
  readonly spaces: readonly Spacing[];
  /** What speaks for the first line as the headline on this page. */
  readonly order: number;
}

/** What speaks against a role of a line (nats, at most 0). */
const weighAgainst = ({ roles }: StackPart, role: 0 | 1 | 2): number =>
  AGAINST_ROLE * Math.min(0, roles[role]);

const headOf = ({ parts, pairs }: Lines, { head, rest }: Pick<Way, 'head' | 'rest'>): StackPart =>
  (rest > head + 1 ? pairs : parts)[head] as StackPart;

/**
 * Reads consecutive heading lines as one stack. Standing head, kicker, headline and deck are decided together: of all ways
 * to read the lines the likeliest, where what each says of each role, where the headline stands, how the lines stand to
 * each other and whether two are one headline in two rows count at once.
 * @param weigh if false, the first line is the headline
 * @param pairs what line k and the next say as one, where they could be
 * @param joins evidence that line k and the next are one line that the setter cut (`weighJoin`)
 * @param spaces how line k and the next stand to each other, the last line and what is below it
 * @param order what speaks for the first line as the headline on this page
 */
export function readStack(
  weigh: boolean,
  parts: readonly StackPart[],
  pairs: readonly (StackPair | undefined)[],
  joins: readonly number[],
  spaces: readonly Spacing[] = [],
  order = 0,
): Reading {
  if (!weigh) return { head: 0, label: false, joined: -1, score: -(SIZE[parts.length] as number), margin: 9 };
  const lines: Lines = { parts, pairs, spaces, order };
  const ways = listWays(lines).sort((a, b) => b.evidence - a.evidence);
  const best = ways[0] as Way;
  const isSame = ({ head, rest }: Way): boolean => head === best.head && rest === best.rest;
  const second = ways.find((way) => !isSame(way));
  const joined = best.rest > best.head + 1 ? best.head : -1;
  return {
    // `head` counts parts: two lines that are one are one part, and nothing before the headline is.
    head: best.head,
    label: best.start > 0,
    joined,
    score: weighWay(lines, best, joins) - logOf(ways) + logOf(ways.filter(isSame)),
    margin: Math.min(9, second ? best.evidence - second.evidence : 9),
  };
}

/** The evidence of some ways together, in nats. */
function logOf(ways: readonly Way[]): number {
  const most = Math.max(...ways.map(({ evidence }) => evidence));
  return most + Math.log(ways.reduce((sum, { evidence }) => sum + Math.exp(evidence - most), 0));
}

/** All ways to read the lines, and what speaks for each. */
export function listWays(lines: Lines): Way[] {
  const { parts, pairs } = lines;
  const first = parts[0] as StackPart;
  const ways: Way[] = [];
  for (const start of first.label !== undefined && parts.length > 1 ? [0, 1] : [0]) {
    for (let head = start; head < parts.length; head++) {
      for (const rest of pairs[head] && head + 1 < parts.length ? [head + 1, head + 2] : [head + 1]) {
        const signs = readSigns(lines, start, head, rest);
        let evidence = headOf(lines, { head, rest }).sure;
        // 路灯“睡着”了，谁来叫醒？ / 读者来信: the column's name below the headline.
        if (head > 0 && parts[head]?.standing) evidence += STANDING_BELOW;
        for (const [sign, value] of signs) evidence += STACK_WEIGHTS[sign] * value;
        ways.push({ start, head, rest, signs, evidence });
      }
    }
  }
  return ways;
}

/** What there is of each sign in a way to read the lines: what words, places and blank lines say of it. */
function readSigns(lines: Lines, start: number, head: number, rest: number): [StackSign, number][] {
  const { parts, pairs, spaces, order } = lines;
  const end = parts.length;
  const first = parts[0] as StackPart;
  const signs: [StackSign, number][] = [];
  const addSpace = (what: 'kicker' | 'deck' | 'rows' | 'headline' | 'below deck', space: Spacing): void => {
    if (space) signs.push([`${what} ${space}`, 1]);
  };
  let words =
    headOf(lines, { head, rest }).reading[HEADLINE] +
    (PLACE_WEIGHTS.above[head - start] ?? SECOND) +
    (PLACE_WEIGHTS.below[end - rest] ?? SECOND);
  for (let k = start; k < head; k++) words += (parts[k] as StackPart).reading[KICKER];
  for (let k = rest; k < end; k++) words += (parts[k] as StackPart).reading[DECK];
  if (rest > head + 1) {
    const pair = pairs[head] as StackPair;
    words += pair.words;
    signs.push(['set', pair.set], ['twoRows', 1]);
    if (pair.phrases) signs.push(['phrases', 1]);
    if (pair.uneven) signs.push(['uneven', 1]);
    addSpace('rows', spaces[head]);
  }
  signs.push(['words', words]);
  if (start > 0) signs.push(['label', first.label as number], ['labelled', 1]);
  else if (first.standing) signs.push(['standing', 1]);
  if (head > start) addSpace('kicker', spaces[head - 1]);
  else signs.push(['order', order]);
  if (rest < end) addSpace('deck', spaces[rest - 1]);
  addSpace(rest < end ? 'below deck' : 'headline', spaces[end - 1]);
  return signs;
}

/** How well lines that are read so make a stack, were there no other way to read them. */
function weighWay(lines: Lines, way: Way, joins: readonly number[]): number {
  const { parts } = lines;
  const { start, head, rest } = way;
  const end = parts.length;
  const first = parts[0] as StackPart;
  const headline = headOf(lines, way);
  const inRows = rest > head + 1;
  const units = end - start - (inRows ? 1 : 0);
  let score = -(SIZE[units] as number) + weighAgainst(headline, HEADLINE);
  score += start > 0 ? (first.label as number) : first.standing ? LABEL_AS_HEADLINE : 0;
  if (inRows) {
    const join = (joins[head] as number) - JOINED;
    score += join > 0 ? join : NOT_JOINED * join;
  }
  if (units === 1 && (headline.dash || headline.numbered)) score += NO_HEADLINE;
  score += SECOND * (Math.max(0, head - start - 1) + Math.max(0, end - rest - 1));
  for (let k = start; k < head; k++) {
    const line = parts[k] as StackPart;
    score += weighAgainst(line, KICKER) + (line.dash ? DASHED_KICKER : 0);
  }
  for (let k = rest; k < end; k++) score += weighAgainst(parts[k] as StackPart, DECK);
  for (let k = Math.max(start, 1); k < end; k++)
    if ((parts[k] as StackPart).standing) score += LABEL_AS_HEADLINE;
  return score;
}

/** No reading of lines with these joins is better than this: the surest headline, and lines that are surely one. */
export function boundReading(joins: readonly number[]): number {
  return joins.reduce((sum, join) => sum + Math.max(0, join - JOINED), -(SIZE[1] as number));
}
