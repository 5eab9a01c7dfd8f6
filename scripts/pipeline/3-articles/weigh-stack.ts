import { DECK_BEGINS, DECK_ENDS, EVENT, OFFICE_AND_NAME } from '../2-blocks/headline-words.ts';
import { NUMBERED } from '../2-blocks/openers.ts';
import { isStandingHead, mayStandOver } from '../2-blocks/standing-heads.ts';
import type { HeadingRole } from './draft.ts';

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

const TWO_PARTS = /[\p{Script=Han}”！？] +[“\p{Script=Han}\d]/u;
// …召开会议, …举行, …到青河街道调研, …主题活动, …时强调: a plain report of what happened.
const EVENT_ENDS =
  /(?:召开|举行|开幕|启幕|启动|闭幕|落幕|会议|座谈会|学习会|大会|全会|活动|座谈|调研|宣讲|集训|措施|方案|举措|行动|强调|要求|街道|观察|精神|交流|对话|发布)$/u;
const PLACE_OR_OFFICE = /^\p{Script=Han}{1,6}(?:区|市|县|镇|乡|街道|局|委|办|院|会|校|部|园)(?!长)/u;
const SERIES = /系列|之[一二三四五六七八九十]/u;
const VIVID = /[让要不把成从到变出有难]/u;
const FIGURE = /\d|[一二两三四五六七八九十百千万]+[个条件名项年月篇种]/u;
// 30人上榜, 2.8万名市民…: how many, said first.
const COUNTS = /^\d+(?:\.\d+)?[万亿余多]*(?:人|名|个|家|件|项|支|对|位|条|场)/u;
// 沈知微到…, 王少峰谈…, 祝清和走访…: a person and what he did.
const PERSON_DOES = /^\p{Script=Han}{2,3}(?:到|走访|带队|在|谈|强调)/u;

/**
 * Evidence (nats) of each sign: a pairwise logistic regression over 70 pairs of lines from 66 stacks with known
 * headlines, the real ones threefold; each article left out in turn, it names the headline in 93 of 100 pairs.
 */
const WEIGHTS = {
  /** Per ten characters: the headline is set large, so it is short. */
  length: -0.8,
  twoParts: 0.9,
  office: -0.9,
  event: -0.6,
  eventEnds: -0.9,
  place: -0.5,
  deckEnd: -1.2,
  deckStart: -1.4,
  series: -0.6,
  vivid: 1,
  quote: 0.85,
  figure: -0.6,
  inLead: -0.6,
  comma: 0.6,
  person: -0.4,
  short: -0.3,
  counts: -1.2,
  dash: -5,
  numbered: -5,
  mark: 5,
  /** Kickers are commoner than decks: the first of two lines is more often a kicker. */
  first: -1,
} as const;

/** A line of a stack, or two that the setter may have cut from one, and what its words say of it. */
export interface StackPart {
  /** How much it reads like the headline proper (主题) and not like a kicker or a deck, in nats. */
  readonly weight: number;
  /** Evidence that it is a standing head, from −9. */
  readonly label: number;
  readonly standing: boolean;
  readonly dash: boolean;
  readonly numbered: boolean;
}

/** Reads what a line of a stack says of itself. */
export function readPart(text: string, mark: number): StackPart {
  const dash = text.startsWith('——');
  const numbered = NUMBERED.test(text);
  const standing = isStandingHead(text);
  const signs: readonly (readonly [boolean, number])[] = [
    [mark > 0, WEIGHTS.mark],
    [dash, WEIGHTS.dash],
    [numbered, WEIGHTS.numbered],
    [DECK_BEGINS.test(text), WEIGHTS.deckStart],
    [DECK_ENDS.test(text), WEIGHTS.deckEnd],
    [SERIES.test(text), WEIGHTS.series],
    [TWO_PARTS.test(text), WEIGHTS.twoParts],
    [OFFICE_AND_NAME.test(text), WEIGHTS.office],
    [EVENT.test(text), WEIGHTS.event],
    [EVENT_ENDS.test(text), WEIGHTS.eventEnds],
    [PLACE_OR_OFFICE.test(text), WEIGHTS.place],
    [PERSON_DOES.test(text), WEIGHTS.person],
    [text.length < 6, WEIGHTS.short],
    [text.includes('“'), WEIGHTS.quote],
    [/[，：]/u.test(text), WEIGHTS.comma],
    [FIGURE.test(text), WEIGHTS.figure],
    [VIVID.test(text), WEIGHTS.vivid],
    [COUNTS.test(text), WEIGHTS.counts],
  ];
  let weight = (text.length / 10) * WEIGHTS.length;
  for (const [there, evidence] of signs) if (there) weight += evidence;
  return { weight, label: weighLabel(text, standing), standing, dash, numbered };
}

function weighLabel(text: string, standing: boolean): number {
  if (!mayStandOver(text)) return -9;
  return standing ? LABEL.known : LABEL.unknown - Math.max(0, text.length - 5) * 0.7;
}

/** Of the stacks whose lines could be one, so many (in nats) have lines that are two all the same. */
const JOINED = -1.4;
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
 * Without `weigh` the first line is the headline.
 */
export function readStack(
  weigh: boolean,
  lines: readonly StackPart[],
  pairs: readonly (StackPart | undefined)[],
  inLead: ArrayLike<number>,
  joins: readonly number[],
): Reading {
  const units = lines.map((part, k): Unit => ({ part, inLead: inLead[k] ?? 0, lines: 1 }));
  let best = readUnits(weigh, units, -1);
  if (!weigh) return best;
  for (let k = 0; k + 1 < units.length; k++) {
    const join = (joins[k] as number) + JOINED;
    const pair = pairs[k];
    if (join < SURELY_TWO || !pair) continue;
    const one: Unit = { part: pair, inLead: ((inLead[k] ?? 0) + (inLead[k + 1] ?? 0)) / 2, lines: 2 };
    const read = readUnits(weigh, [...units.slice(0, k), one, ...units.slice(k + 2)], k);
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

function readUnits(weigh: boolean, units: readonly Unit[], joined: number): Reading {
  const n = units.length;
  const { part: first, lines } = units[0] as Unit;
  if (n === 1) {
    const form = first.dash || first.numbered ? -4 : first.standing ? LABEL_AS_HEADLINE : 0;
    return { head: 0, label: false, joined, score: form - (SIZE[1] as number), margin: 9 };
  }
  const plain = units.map(({ part, inLead }, k) => (weigh ? inLead * WEIGHTS.inLead + part.weight : -k));
  let best: Reading | undefined;
  for (const label of [false, true]) {
    const start = label ? 1 : 0;
    const labelScore = label ? first.label : first.standing ? LABEL_AS_HEADLINE : 0;
    if (labelScore < -8 || (label && lines > 1)) continue;
    const weights = [...plain];
    if (weigh && n - start > 1) weights[start] = (plain[start] as number) + WEIGHTS.first;
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
    for (let k = Math.max(start, 1); k < n; k++) {
      if ((units[k] as Unit).part.standing) score += LABEL_AS_HEADLINE;
    }
    for (let k = start; k < head; k++) if ((units[k] as Unit).part.dash) score -= 6;
    if (!best || score > best.score)
      best = { head, label, joined, score, margin: Math.min(9, (weights[head] as number) - second) };
  }
  return best ?? { head: 0, label: false, joined, score: -9, margin: 0 };
}
