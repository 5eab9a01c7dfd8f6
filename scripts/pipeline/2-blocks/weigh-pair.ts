import { openMarks } from '../characters.ts';
import { PAIR_WEIGHTS } from './learnt-pairs.ts';
import { type LineSign, type LineText, readLineSigns } from './line-signs.ts';

/** Steps of the difference of two lines, of their sum, of the shorter one, each up to this many characters. */
const DIFFERENCES = [0, 1, 2, 4, 7, 11] as const;
const SUMS = [10, 13, 16, 20, 24, 30] as const;
const SHORTER = [3, 4, 5, 6, 7, 8, 10] as const;
/** From this many characters on one line is longer than the other. */
const LONGER = 3;

const step = (length: number, steps: readonly number[]): number => {
  const found = steps.findIndex((most) => length <= most);
  return found < 0 ? steps.length : found;
};

/** A sign of two lines of a stack that follow each other. */
export type PairSign = keyof typeof PAIR_WEIGHTS;

const ofLeft = (sign: LineSign): PairSign => `left ${sign as Exclude<LineSign, 'always'>}`;
const ofRight = (sign: LineSign): PairSign => `right ${sign as Exclude<LineSign, 'always'>}`;

/** Reads what two lines of a stack that follow each other say of being one headline in two rows. */
export function readPairSigns(left: LineText, right: LineText): PairSign[] {
  const [a, b] = [left.text, right.text];
  const difference = a.length - b.length;
  const signs: PairSign[] = ['always'];
  for (const sign of readLineSigns(left)) if (sign !== 'always') signs.push(ofLeft(sign));
  for (const sign of readLineSigns(right)) if (sign !== 'always') signs.push(ofRight(sign));
  signs.push(
    `difference ${step(Math.abs(difference), DIFFERENCES)}` as PairSign,
    `sum ${step(a.length + b.length, SUMS)}` as PairSign,
    `shorter ${step(Math.min(a.length, b.length), SHORTER)}` as PairSign,
    Math.abs(difference) < LONGER ? 'even' : difference > 0 ? 'leftLonger' : 'rightLonger',
  );
  if (/[，：；、]$/u.test(a)) signs.push('clauseEnds');
  if (/[！？]$/u.test(a)) signs.push('question');
  if (openMarks(a) !== 0) signs.push('openQuote');
  return signs;
}

/**
 * Evidence (nats) that two lines which follow each other in one stack are one headline in two rows, as far as their words
 * and lengths tell: 阳台外挂花盆坠落砸车 / 物业要不要担责 are, 老账本里的“新算盘” / 一个山区林场的碳汇生意经 are headline and deck.
 */
export function weighPair(left: LineText, right: LineText): number {
  return readPairSigns(left, right).reduce((sum, sign) => sum + PAIR_WEIGHTS[sign], 0);
}
