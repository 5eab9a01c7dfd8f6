import { weighContinuation } from '../continuations.ts';
import { breaksWord } from '../word-meanings.ts';
import type { PagePairs } from './page-pairs.ts';

/**
 * What is known of a row that goes on with another, in the order of what {@link readGoingOn} gives. Fitted on 48,000 breaks,
 * one in ten of them true, of 120 typeset pages (`node scripts/bench/learn-going-on.ts`: logistic, true and chance ones in
 * balance).
 */
export const GOING_ON_WEIGHTS = { continuation: 0.48, seen: 1, word: 0.95, always: 0.2 } as const;
/** How much {@link weighContinuation} may say: a rare pair is not impossible, a frequent one may stand there by chance. */
const LEAST = -4;
const MOST = 8;
/** The most that may speak for it. */
export const SUREST =
  GOING_ON_WEIGHTS.continuation * MOST +
  GOING_ON_WEIGHTS.seen +
  GOING_ON_WEIGHTS.word +
  GOING_ON_WEIGHTS.always;

/**
 * What tells that a row goes on with another: the characters on both sides of the break (nats), whether the page has them
 * together elsewhere, whether a word stands across it (1 or 0), and 1 always.
 */
export function readGoingOn(
  left: string,
  right: string,
  pairs: PagePairs,
): [continuation: number, seen: number, word: number, always: number] {
  return [
    Math.min(MOST, Math.max(LEAST, weighContinuation(left, right))),
    pairs.haveAcross(left, right) ? 1 : 0,
    breaksWord(left, right) ? 1 : 0,
    1,
  ];
}

/** How much likelier a row that ends inside a sentence goes on with another row than with any (nats). */
export function weighGoingOn(left: string, right: string, pairs: PagePairs): number {
  const [continuation, seen, word] = readGoingOn(left, right, pairs);
  return (
    GOING_ON_WEIGHTS.continuation * continuation +
    GOING_ON_WEIGHTS.seen * seen +
    GOING_ON_WEIGHTS.word * word +
    GOING_ON_WEIGHTS.always
  );
}
