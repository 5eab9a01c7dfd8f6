/**
 * What each sign of the wording is worth (nats; for a length, per hundred characters). Learnt by
 * `node scripts/bench/learn-cut-weights.ts` from some 12,600 gaps between paragraphs on 200 composed pages of the
 * invented articles of `tests/fixtures/articles`: ridge-regularised logistic regression, what the other signs say being
 * given. On the articles of two papers that were left out in turn, wording and meaning together bring the loss from
 * .112 to .087 a gap and the errors from 303 to 239 in 8,161.
 * After a change of articles, word classes, word meanings or other signs, learn again and put the printed tables here.
 */
export const WORDING_WEIGHTS = {
  always: 0.15,
  lengthBefore: -0.11,
  lengthAfter: 0.93,
  lineAfter: -0.78,
  hour: 0.5,
  date: -0.2,
  dateWithYear: 0.03,
  season: 0.12,
  recently: 0.3,
  now: -0.67,
  quotation: 0.8,
  pronoun: -0.42,
  self: 0.07,
  said: -0.68,
  connective: -0.23,
  region: -0.22,
  institution: -0.11,
  question: 0.36,
  purpose: 0.35,
  arrival: 0.25,
  age: 0.15,
  fullName: 0.16,
  speaker: 0.14,
  event: -0.01,
  learnt: 0.31,
  attended: 0.21,
  attendance: 0.34,
  contact: 0.05,
  saidLast: -0.15,
  future: 1.13,
  will: 0.87,
  prospects: 0.68,
  asked: -0.29,
  announced: 0.01,
  unstopped: -0.34,
  bracket: 0.86,
  feeling: 0.58,
  reminder: 0.36,
  quoted: 0.23,
};

/** What each likeness of meaning is worth, learnt together with the wording. */
export const MEANING_WEIGHTS = {
  next: -1.27,
  twoBefore: -1.06,
  twoBehind: -1.14,
  three: -1.21,
  beside: 2.53,
} as const;
