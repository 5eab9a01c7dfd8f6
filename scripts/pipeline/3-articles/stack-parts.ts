import { type LineSign, type LineText, readLineSigns } from '../2-blocks/line-signs.ts';
import { NUMBERED } from '../2-blocks/openers.ts';
import { isStandingHead, mayStandOver } from '../2-blocks/standing-heads.ts';
import { joinHeadline, weighWords } from '../2-blocks/weigh-join.ts';
import { weighPair } from '../2-blocks/weigh-pair.ts';
import { type Roles, weighCharacters } from './headline-characters.ts';
import type { Layout } from './layout.ts';
import { READING_WEIGHTS, ROLE_SHARES, ROLE_WEIGHTS } from './learnt-weights.ts';

/** The roles of a line in a stack, in the order in which {@link ROLE_WEIGHTS} names them. */
export const KICKER = 0;
export const HEADLINE = 1;
export const DECK = 2;

/** What a standing head costs more than none, and what a known form of it gains. */
const LABEL = { known: 0, unknown: -1.6 } as const;
/** A standing head has so many characters, or each more speaks against it. */
const LABEL_LENGTH = { most: 5, longer: -0.7 } as const;
/** Evidence (nats) of what is beyond doubt. */
const SURE = { dash: -8, numbered: -8, mark: 8 } as const;
/** What is set in two rows is mostly the headline: kickers and decks are set small enough to fit the column. */
const TWO_ROWS = 1.5;
/** Rows of a headline that differ so much in length are uneven. */
const UNEVEN = 3;

/** A line of a stack, and what its words say of it. */
export interface StackPart {
  /** What its words say of its being the kicker, the headline, the deck of its stack, in nats. */
  readonly reading: Roles;
  /** What is beyond doubt for or against its being the headline, in nats. */
  readonly sure: number;
  /** Evidence (nats) that it is a standing head, none where it cannot be one. */
  readonly label: number | undefined;
  readonly standing: boolean;
  readonly dash: boolean;
  readonly numbered: boolean;
  /** What each role of a line by itself is worth. */
  readonly roles: Roles;
}

/** Two lines that the setter may have cut from one headline. */
export interface StackPair extends StackPart {
  /** What their words say of their being one headline, and not two lines of the stack, in nats. */
  readonly words: number;
  /** What the way they are set says of it: their lengths, the space between them, the word at the break. */
  readonly set: number;
  /** They are two phrases; one is much longer than the other. */
  readonly phrases: boolean;
  readonly uneven: boolean;
}

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
  const characters = weighCharacters(text);
  const reading: [number, number, number] = [length[0] * tens, length[1] * tens, length[2] * tens];
  for (let role = KICKER; role <= DECK; role++) reading[role]! += characters[role]!;
  for (const sign of signs) {
    const weights = READING_WEIGHTS[sign];
    for (let role = KICKER; role <= DECK; role++) reading[role]! += weights[role]!;
  }
  return {
    reading,
    sure:
      (rows > 1 ? TWO_ROWS : 0) +
      (mark > 0 ? SURE.mark : 0) +
      (dash ? SURE.dash : 0) +
      (numbered ? SURE.numbered : 0),
    label: weighLabel(text, standing),
    standing,
    dash,
    numbered,
    roles: weighRoles(signs),
  };
}

/**
 * Reads what two lines say that follow each other in a stack, if they are one headline.
 * @param text the headline that they would be, with a space between two phrases
 * @param join evidence that they are one line that the setter cut (`weighJoin`)
 */
export function readPair(
  left: LineText,
  right: LineText,
  text: string,
  mark: number,
  join: number,
): StackPair {
  return {
    ...readPart({ text }, mark),
    words: weighPair(left, right),
    set: join - weighWords(left, right),
    phrases: text.includes(' '),
    uneven: Math.abs(left.text.length - right.text.length) >= UNEVEN,
  };
}

/** Lines with less evidence than this are two. */
export const SURELY_TWO = -3;

/** Reads the heading lines of a page: each, and each with the next where they could be one. */
export function readParts({ headings, joins, running }: Layout): {
  parts: StackPart[];
  pairs: (StackPair | undefined)[];
} {
  return {
    parts: headings.map(({ strand, mark, rows }) => readPart(strand, mark, rows)),
    pairs: headings.map(({ strand, mark }, h) => {
      const next = headings[h + 1]?.strand;
      const join = joins[h] as number;
      if (!next || join <= SURELY_TWO) return undefined;
      return readPair(strand, next, joinHeadline(strand.text, next.text, running), mark, join);
    }),
  };
}

function weighLabel(text: string, standing: boolean): number | undefined {
  if (!mayStandOver(text)) return undefined;
  const { most, longer } = LABEL_LENGTH;
  return standing ? LABEL.known : LABEL.unknown + Math.max(0, text.length - most) * longer;
}
