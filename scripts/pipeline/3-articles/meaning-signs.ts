import { weighSigns } from '../weigh-signs.ts';
import { MEANING_WEIGHTS } from './learnt-weights.ts';
import type { Meanings } from './match-meanings.ts';

/**
 * How alike in meaning the text before and behind a gap is (cosines): paragraphs of one article speak of one thing,
 * also where they share no word. `beside` is what the gaps before and behind have: on a page of one topic it says
 * less that two paragraphs are alike.
 */
export type MeaningSigns = Record<keyof typeof MEANING_WEIGHTS, number>;

/** Reads how alike the text before and behind a gap is; `gap` is the number of the paragraph behind it, from 1. */
export function readMeaningSigns(meanings: Meanings, gap: number): MeaningSigns {
  const next = (g: number): number => meanings.beside[g] as number;
  const sides = [gap - 1, gap + 1].filter((p) => p > 0 && p < meanings.count);
  return {
    next: next(gap),
    twoBefore: meanings.compare(gap - 2, gap, gap, gap + 1),
    twoBehind: meanings.compare(gap - 1, gap, gap, gap + 2),
    three: meanings.compare(gap - 3, gap, gap, gap + 3),
    beside: sides.reduce((sum, p) => sum + next(p), 0) / Math.max(1, sides.length),
  };
}

/** Evidence (nats) of the meanings beside a gap that an article ends there. */
export function weighMeaning(signs: MeaningSigns): number {
  return weighSigns(signs, MEANING_WEIGHTS);
}
