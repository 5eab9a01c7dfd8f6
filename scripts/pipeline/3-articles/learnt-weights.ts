/**
 * What each sign of the wording is worth (nats; for a length, per hundred characters). Learnt by
 * `node scripts/bench/learn-cut-weights.ts` from some 12,900 gaps between paragraphs on 200 composed pages of the
 * invented articles of `tests/fixtures/articles`: ridge-regularised logistic regression, what the other signs say being
 * given. On the articles of two papers that were left out, wording and meaning together bring the loss from .091 to .062
 * a gap and the errors from 124 to 81 in 4,075.
 * After a change of articles, word classes, word meanings or other signs, learn again and put the printed tables here.
 */
export const WORDING_WEIGHTS = {
  always: 0.04,
  lengthBefore: -0.03,
  lengthAfter: 1.18,
  lineAfter: -0.92,
  hour: 0.66,
  date: -0.42,
  dateWithYear: 0.18,
  season: 0.22,
  recently: 0.39,
  now: -0.95,
  quotation: 0.93,
  pronoun: -0.92,
  self: 0.43,
  said: -1.18,
  connective: -0.48,
  region: -0.08,
  institution: -0.31,
  question: 0.48,
  purpose: 0.57,
  arrival: 0.48,
  age: 0.25,
  fullName: 0.42,
  speaker: 0.18,
  event: -0.05,
  learnt: 0.69,
  attended: 0.38,
  attendance: 0.65,
  contact: 0.02,
  saidLast: -0.38,
  future: 1.43,
  will: 1.08,
  prospects: 1.14,
  asked: -0.5,
  announced: -0.2,
  unstopped: -0.24,
  bracket: 1.27,
  feeling: 1.17,
  reminder: 0.69,
  quoted: 0.29,
};

/** What each likeness of meaning is worth, learnt together with the wording. */
export const MEANING_WEIGHTS = {
  next: -1.3,
  twoBefore: -1,
  twoBehind: -1.02,
  three: -0.79,
  beside: 1.75,
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

/** How often lines of stacks are kicker, headline, deck. */
export const ROLE_SHARES = [0.337, 0.544, 0.119] as const;

/**
 * Evidence (nats) of each sign that a line by itself is kicker, headline, deck, as printed by
 * `node scripts/bench/learn-stack-weights.ts`: a ridge-regularised softmax over the three roles, from the same stacks.
 */
export const ROLE_WEIGHTS = {
  always: [0.22, 0.7, -0.92],
  to4: [0.23, 0.51, -0.74],
  to7: [0.5, 0.74, -1.24],
  to10: [0.13, 0.42, -0.55],
  to13: [0.27, -0.18, -0.09],
  to17: [0.01, -0.45, 0.43],
  to22: [-0.37, -0.34, 0.71],
  longer: [-0.54, 0, 0.55],
  inTwo: [0.05, 0.39, -0.43],
  clause: [-0.48, 0.08, 0.4],
  dash: [-1.59, -1.61, 3.21],
  deckBegins: [0.09, -1.09, 1],
  deckEnds: [0.14, -0.76, 0.62],
  detail: [-0.29, -0.56, 0.85],
  digitFirst: [-0.68, 0.42, 0.26],
  digits: [-0.27, -0.6, 0.87],
  done: [-0.75, 0.66, 0.09],
  event: [0.46, -0.26, -0.2],
  eventEnds: [0.37, 0.19, -0.56],
  exclaim: [0.19, 0.01, -0.2],
  list: [0.92, -1.37, 0.46],
  officeAndName: [0.51, 0.22, -0.73],
  official: [0.16, 0.35, -0.51],
  ordinal: [0.43, -0.9, 0.47],
  person: [1.36, -0.66, -0.7],
  place: [0.44, -0.19, -0.25],
  pronoun: [-0.32, 0.48, -0.16],
  question: [-0.83, 0.65, 0.18],
  quote: [0.17, 1.09, -1.26],
  record: [0.9, -0.95, 0.05],
  series: [1.22, -0.89, -0.33],
  slogan: [0.02, 0.95, -0.97],
  urged: [0.66, -0.88, 0.22],
  vivid: [-0.49, 0.36, 0.14],
  when: [-0.12, 0.74, -0.62],
} as const satisfies Record<string, readonly [number, number, number]>;
