import type { Question } from './draw-questions.ts';

/**
 * How well an order of results agrees with what the text says, NDCG@10: 1 where the first ten are the best ten
 * in the best order.
 *
 * The archive's own rule is: what has the phrase in its headline first, then by how often the phrase stands in
 * the article. Two ideals are compared with it, each over every question that more than one article answers
 * (with one there is no order):
 * - phrase frequency alone: each hit is worth one, wherever it stands. The rule departs from it on purpose: an
 *   article with one hit, in its headline, stands before one with three in its text. That costs where a stretch
 *   across two words stands in few headlines by chance, which nobody asks for and `manyByFrequency` shows.
 * - headline and frequency: a hit in the headline is worth seven, what Pagefind gives to a first heading; any
 *   other one.
 */
export interface OrderMeasured {
  /** Phrase frequency, all questions with an order. */
  byFrequency: number;
  /** Of these, the sixty words that people ask for. */
  termsByFrequency: number;
  /** Of these, questions with more answers than the ten that are shown first. */
  manyByFrequency: number;
  /** Headline and frequency, all questions with an order. */
  byHeadlineAndFrequency: number;
}

/** What a hit in the headline is worth: `h1` in Pagefind's table of weights. */
const HEADLINE = 7;

/**
 * @param answers names of the articles for each question, in the order in which they were given; names that are
 *   no answer are worth nothing
 */
export function measureOrder(
  answers: readonly { question: Question; names: readonly string[] }[],
): OrderMeasured {
  const withOrder = answers.filter(({ question }) => question.counts.size > 1);
  const frequency =
    ({ counts }: Question) =>
    (name: string) =>
      counts.get(name) ?? 0;
  const weighted =
    ({ counts, inHeadline }: Question) =>
    (name: string) =>
      (counts.get(name) ?? 0) + (HEADLINE - 1) * (inHeadline.get(name) ?? 0);
  const mean = (some: typeof answers, worth: typeof frequency) =>
    some.reduce((sum, { question, names }) => {
      const gainOf = worth(question);
      return sum + ndcg(names.map(gainOf), [...question.counts.keys()].map(gainOf));
    }, 0) / some.length;
  return {
    byFrequency: mean(withOrder, frequency),
    termsByFrequency: mean(
      withOrder.filter(({ question }) => question.isTerm),
      frequency,
    ),
    manyByFrequency: mean(
      withOrder.filter(({ question }) => question.counts.size > 10),
      frequency,
    ),
    byHeadlineAndFrequency: mean(withOrder, weighted),
  };
}

/** Normalised discounted cumulative gain of the first ten. @param all of every answer, in any order */
export function ndcg(gains: readonly number[], all: readonly number[]): number {
  const dcg = (list: readonly number[]) =>
    list.slice(0, 10).reduce((total, gain, at) => total + gain / Math.log2(at + 2), 0);
  return dcg(gains) / dcg([...all].sort((a, b) => b - a));
}
