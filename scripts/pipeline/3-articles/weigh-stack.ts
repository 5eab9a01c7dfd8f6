import { LINE_SIGNS } from '../2-blocks/headline-words.ts';
import { NUMBERED } from '../2-blocks/openers.ts';
import { isStandingHead, mayStandOver } from '../2-blocks/standing-heads.ts';
import type { HeadingRole } from './draft.ts';
import { ROLE_SHARES, ROLE_WEIGHTS, STACK_WEIGHTS } from './learnt-weights.ts';

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
/** A shorter line is seldom a headline. */
export const SHORT = 6;

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
/** Lengths of lines, by the first that is too long. */
const LENGTHS = { to4: 5, to7: 8, to10: 11, to13: 14, to17: 18, to22: 23, longer: Number.POSITIVE_INFINITY };
const LENGTH_PAIRS = Object.entries(LENGTHS) as [keyof typeof LENGTHS, number][];
/** What the form of a line says of its role, beside its words. */
const FORM_SIGNS = { clause: /[，：；]/u, dash: /^——/u } as const;
const ROLE_SIGN_PAIRS = [...Object.entries(FORM_SIGNS), ...Object.entries(LINE_SIGNS)] as [
  RoleSign,
  RegExp,
][];

const isLineSign = (sign: RoleSign): sign is keyof typeof LINE_SIGNS => Object.hasOwn(LINE_SIGNS, sign);

/** What tells the role of a line: its length, its form, its words. */
export type RoleSign = 'always' | keyof typeof LENGTHS | keyof typeof FORM_SIGNS | keyof typeof LINE_SIGNS;

/** Reads what tells the role of a line. */
export function readRoleSigns(text: string): RoleSign[] {
  const [length] = LENGTH_PAIRS.find(([, end]) => text.length < end) as (typeof LENGTH_PAIRS)[number];
  return ['always', length, ...ROLE_SIGN_PAIRS.filter(([, sign]) => sign.test(text)).map(([name]) => name)];
}

/** How much likelier each role is for a line that reads so than for any line (nats). */
function weighRoles(signs: readonly RoleSign[]): Roles {
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
  /** How much it reads like the headline proper (主题) and not like a kicker or a deck, in nats. */
  readonly weight: number;
  /** Evidence that it is a standing head, from −9. */
  readonly label: number;
  readonly standing: boolean;
  readonly dash: boolean;
  readonly numbered: boolean;
  readonly length: number;
  readonly roles: Roles;
}

/** Reads what a line of a stack says of itself. */
export function readPart(text: string, mark: number): StackPart {
  const dash = text.startsWith('——');
  const numbered = NUMBERED.test(text);
  const standing = isStandingHead(text);
  let weight = (text.length / 10) * STACK_WEIGHTS.length;
  if (mark > 0) weight += SURE.mark;
  if (dash) weight += SURE.dash;
  if (numbered) weight += SURE.numbered;
  if (text.length < SHORT) weight += STACK_WEIGHTS.short;
  const signs = readRoleSigns(text);
  for (const sign of signs) if (isLineSign(sign)) weight += STACK_WEIGHTS[sign];
  return {
    weight,
    label: weighLabel(text, standing),
    standing,
    dash,
    numbered,
    length: text.length,
    roles: weighRoles(signs),
  };
}

function weighLabel(text: string, standing: boolean): number {
  if (!mayStandOver(text)) return -9;
  return standing ? LABEL.known : LABEL.unknown - Math.max(0, text.length - 5) * 0.7;
}

/** Of the stacks whose lines could be one, so many (in nats) have lines that are two all the same. */
const JOINED = -1;
/** Lines with less evidence than this are two. */
export const SURELY_TWO = -3;

/** A part in its stack: `inLead` is the share of its words that the lead repeats. */
interface Unit {
  readonly part: StackPart;
  readonly inLead: number;
  readonly lines: number;
}

/**
 * Reads consecutive heading lines as one stack. Kicker, headline and deck are decided together: the line that
 * reads most like a headline is it, what stands above is kicker, what stands below is deck. Two lines may be one
 * that the setter cut: `joins` is the evidence for it, line by line, `pairs` what the two say as one. Kickers say
 * what happened, headlines what it means: `inLead` is the share of a line's words that the lead repeats.
 * Without `weigh` the first line is the headline; `order` is what speaks for the first line on this page.
 */
export function readStack(
  weigh: boolean,
  lines: readonly StackPart[],
  pairs: readonly (StackPart | undefined)[],
  inLead: ArrayLike<number>,
  joins: readonly number[],
  order = 0,
): Reading {
  const units = lines.map((part, k): Unit => ({ part, inLead: inLead[k] ?? 0, lines: 1 }));
  let best = readUnits(weigh, units, -1, order);
  if (!weigh) return best;
  for (let k = 0; k + 1 < units.length; k++) {
    const join = (joins[k] as number) + JOINED;
    const pair = pairs[k];
    if (join < SURELY_TWO || !pair) continue;
    const one: Unit = { part: pair, inLead: ((inLead[k] ?? 0) + (inLead[k + 1] ?? 0)) / 2, lines: 2 };
    const read = readUnits(weigh, [...units.slice(0, k), one, ...units.slice(k + 2)], k, order);
    const score = read.score + join;
    best =
      score > best.score
        ? { ...read, score, margin: Math.min(read.margin, score - best.score) }
        : { ...best, margin: Math.min(best.margin, best.score - score) };
  }
  return best;
}

/** No reading of lines with these joins is better than this: the surest headline, and lines that are surely one. */
export function boundReading(joins: readonly number[]): number {
  return joins.reduce((sum, join) => sum + Math.max(0, join + JOINED), -(SIZE[1] as number));
}

/** What speaks against a role of a line (nats, at most 0). */
const weighAgainst = ({ roles }: StackPart, role: 0 | 1 | 2): number =>
  AGAINST_ROLE * Math.min(0, roles[role]);

function readUnits(weigh: boolean, units: readonly Unit[], joined: number, order: number): Reading {
  const n = units.length;
  const { part: first, lines } = units[0] as Unit;
  if (n === 1) {
    const form = first.dash || first.numbered ? -4 : first.standing ? LABEL_AS_HEADLINE : 0;
    const score = form - (SIZE[1] as number) + (weigh ? weighAgainst(first, HEADLINE) : 0);
    return { head: 0, label: false, joined, score, margin: 9 };
  }
  const plain = units.map(({ part, inLead }, k) =>
    weigh ? inLead * STACK_WEIGHTS.inLead + part.weight : -k,
  );
  let best: Reading | undefined;
  for (const label of [false, true]) {
    const start = label ? 1 : 0;
    const labelScore = label ? first.label : first.standing ? LABEL_AS_HEADLINE : 0;
    if (labelScore < -8 || (label && lines > 1)) continue;
    const weights = [...plain];
    if (weigh && n - start > 1) {
      const last = (units[n - 1] as Unit).part.length;
      weights[start] = (plain[start] as number) + STACK_WEIGHTS.first + order;
      weights[n - 1] = (plain[n - 1] as number) + STACK_WEIGHTS.last + (last / 10) * STACK_WEIGHTS.lastLength;
    }
    let sum = 0;
    for (let k = start; k < n; k++) sum += Math.exp(weights[k] as number);
    let head = start;
    let second = -Infinity;
    for (let k = start + 1; k < n; k++) {
      const weight = weights[k] as number;
      if (weight > (weights[head] as number)) {
        second = weights[head] as number;
        head = k;
      } else second = Math.max(second, weight);
    }
    let score = -(SIZE[n - start] as number) + labelScore + (weights[head] as number) - Math.log(sum);
    const above = head - start;
    const below = n - 1 - head;
    if (above > 1) score -= 2 * (above - 1);
    if (below > 1) score -= 2 * (below - 1);
    if (weigh) {
      for (let k = start; k < n; k++)
        score += weighAgainst((units[k] as Unit).part, k < head ? KICKER : k === head ? HEADLINE : DECK);
    }
    for (let k = Math.max(start, 1); k < n; k++) {
      if ((units[k] as Unit).part.standing) score += LABEL_AS_HEADLINE;
    }
    for (let k = start; k < head; k++) if ((units[k] as Unit).part.dash) score -= 6;
    if (!best || score > best.score)
      best = { head, label, joined, score, margin: Math.min(9, (weights[head] as number) - second) };
  }
  return best ?? { head: 0, label: false, joined, score: -9, margin: 0 };
}
