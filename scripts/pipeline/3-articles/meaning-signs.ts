import { weighSigns } from '../weigh-signs.ts';
import { MEANING_WEIGHTS } from './learnt-weights.ts';
import type { Meanings } from './match-meanings.ts';

/** The signs in the order in which they are read; `beside` is what the gaps before and behind have. */
export const MEANING_NAMES = ['next', 'twoBefore', 'twoBehind', 'three', 'beside'] as const;
const weights = MEANING_NAMES.map((name) => MEANING_WEIGHTS[name]);

/**
 * Reads how alike in meaning the text before and behind a gap is (cosines): paragraphs of one article speak of one
 * thing, also where they share no word. On a page of one topic it says less that two paragraphs are alike.
 * @param gap number of the paragraph behind it, from 1
 * @returns how much there is of each sign of {@link MEANING_NAMES}
 */
export function readMeaningSigns(meanings: Meanings, gap: number): readonly number[] {
  const next = (g: number): number => meanings.beside[g] as number;
  const sides = [gap - 1, gap + 1].filter((p) => p > 0 && p < meanings.count);
  return [
    next(gap),
    meanings.compare(gap - 2, gap, gap, gap + 1),
    meanings.compare(gap - 1, gap, gap, gap + 2),
    meanings.compare(gap - 3, gap, gap, gap + 3),
    sides.reduce((sum, p) => sum + next(p), 0) / Math.max(1, sides.length),
  ];
}

/** Evidence (nats) of the meanings beside a gap that an article ends there. */
export function weighMeaning(meanings: Meanings, gap: number): number {
  return weighSigns(readMeaningSigns(meanings, gap), weights);
}
