/**
 * What each sign of the wording is worth (nats; for a length, per hundred characters). Learnt by
 * `node scripts/bench/learn-cut-weights.ts` from some 12,600 gaps between paragraphs on 200 composed pages of the
 * invented articles of `tests/fixtures/articles`: ridge-regularised logistic regression, what the other signs say being
 * given. On the articles of two papers that were left out in turn, wording and meaning together bring the loss from
 * .112 to .086 a gap and the errors from 303 to 237 in 8,161.
 * After a change of articles, word classes, word meanings or other signs, learn again and put the printed tables here.
 */
export const WORDING_WEIGHTS = {
  always: 0.19,
  lengthBefore: -0.25,
  lengthAfter: 1.14,
  lineAfter: -0.9,
  hour: 0.69,
  date: -0.26,
  dateWithYear: 0.24,
  season: 0.32,
  recently: 0.48,
  now: -1.14,
  quotation: 0.98,
  pronoun: -0.88,
  self: 0.19,
  said: -1.31,
  connective: -0.45,
  region: -0.3,
  institution: -0.12,
  question: 0.49,
  purpose: 0.61,
  arrival: 0.51,
  age: 0.26,
  fullName: 0.35,
  speaker: 0.23,
  event: -0.01,
  learnt: 0.74,
  attended: 0.41,
  attendance: 0.72,
  contact: 0.09,
  saidLast: -0.47,
  future: 1.46,
  will: 1.1,
  prospects: 1.1,
  asked: -0.59,
  announced: -0.04,
  unstopped: -0.45,
  bracket: 1.37,
  feeling: 1.06,
  reminder: 0.81,
  quoted: 0.33,
};

/** What each likeness of meaning is worth, learnt together with the wording. */
export const MEANING_WEIGHTS = {
  next: -1.16,
  twoBefore: -1.11,
  twoBehind: -1,
  three: -1.14,
  beside: 1.81,
} as const;

/**
 * Evidence (nats) of each sign that a line of a stack is the headline proper (主题) and not its kicker or deck, as printed
 * by `node scripts/bench/learn-stack-weights.ts`: a ridge-regularised softmax over the lines of some 400 stacks, those
 * of the invented articles of `tests/fixtures/articles`, the invented stacks of `tests/fixtures/stacks` and, threefold,
 * those of the real pages. The articles of one paper left out in turn, it finds 88 to 97 of 100 headlines, and of the
 * invented stacks, which were made to be hard, 80. `length` is per ten characters: headlines are set large.
 */
export const STACK_WEIGHTS = {
  deckBegins: -0.87,
  deckEnds: -1.02,
  detail: -0.82,
  digitFirst: 0.51,
  digits: -0.75,
  event: -0.8,
  eventEnds: 0.45,
  exclaim: -0.06,
  ordinal: -0.46,
  inLead: -0.65,
  done: 1.21,
  length: -0.84,
  list: -1.16,
  officeAndName: -0.25,
  official: -0.28,
  person: -0.57,
  place: -0.34,
  pronoun: 0.33,
  question: 0.6,
  quote: 0.95,
  record: -0.76,
  series: -0.46,
  short: -1.03,
  slogan: 0.57,
  when: 0.79,
  urged: -0.46,
  vivid: 0.37,
  first: -3.13,
  last: -1.32,
  lastLength: -0.43,
};
