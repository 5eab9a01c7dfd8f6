/**
 * What each sign of the wording is worth (nats; for a length, per hundred characters). Learnt by
 * `node scripts/bench/learn-wording.ts` from some 12,700 gaps between paragraphs on 200 composed pages of the invented
 * articles of `tests/fixtures/articles`: ridge-regularised logistic regression, what the other signs say being given.
 * On articles that were left out it brings the loss from .112 to .093 a gap and the errors from 142 to 128 in 3,650.
 * After a change of articles, word classes or other signs, learn again and put the printed table here.
 */
export const WORDING_WEIGHTS = {
  always: -0.35,
  lengthBefore: -0.6,
  lengthAfter: 0.66,
  lineAfter: -0.58,
  hour: 0.5,
  date: -0.13,
  dateWithYear: 0.08,
  season: 0.12,
  recently: 0.28,
  now: -0.76,
  quotation: 0.76,
  pronoun: -0.52,
  self: 0.18,
  said: -0.69,
  connective: -0.28,
  region: -0.25,
  institution: 0.04,
  question: 0.28,
  purpose: 0.33,
  arrival: 0.2,
  age: 0.17,
  fullName: 0.1,
  speaker: 0.2,
  event: 0.15,
  learnt: 0.35,
  attended: 0.34,
  attendance: 0.55,
  contact: -0.01,
  saidLast: -0.16,
  future: 1.28,
  will: 0.85,
  prospects: 0.72,
  asked: -0.29,
  announced: 0.03,
  unstopped: -0.31,
  bracket: 0.89,
  feeling: 0.48,
  reminder: 0.62,
  quoted: 0.03,
};
