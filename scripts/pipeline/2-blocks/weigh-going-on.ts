import { weighContinuation } from '../continuations.ts';
import { breaksWord } from '../word-meanings.ts';
import type { PagePairs } from './page-pairs.ts';

/** Fitted on 48,000 breaks, one in ten of them true, of 120 typeset pages (logistic, true and chance ones in balance). */
const SIGN = { continuation: 0.48, seen: 1, word: 0.95, always: 0.2 } as const;
/** How much {@link weighContinuation} may say: a rare pair is not impossible, a frequent one may stand there by chance. */
const LEAST = -4;
const MOST = 8;
/** The most that may speak for it. */
export const SUREST = SIGN.continuation * MOST + SIGN.seen + SIGN.word + SIGN.always;

/**
 * How much likelier a row that ends inside a sentence goes on with another row than with any (nats): by the characters
 * on both sides of the break, a word that stands across it, and whether the page has them together elsewhere.
 */
export function weighGoingOn(left: string, right: string, pairs: PagePairs): number {
  const continuation = Math.min(MOST, Math.max(LEAST, weighContinuation(left, right)));
  return (
    SIGN.continuation * continuation +
    (pairs.haveAcross(left, right) ? SIGN.seen : 0) +
    (breaksWord(left, right) ? SIGN.word : 0) +
    SIGN.always
  );
}
