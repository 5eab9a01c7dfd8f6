/**
 * What each sign of the wording is worth (nats; for a length, per hundred characters), learnt together with all else that
 * is weighed at a gap (`node scripts/bench/learn-gap-weights.ts`): from what, stands at `CUT_WEIGHTS` (`weigh-cuts.ts`). It
 * went on from weights that had been learnt of wording and meaning alone, from composed pages of the invented articles of
 * `tests/fixtures/articles`; what always holds is learnt in `CUT_WEIGHTS`, and is here as it was.
 */
export const WORDING_WEIGHTS = {
  always: 0.04,
  lengthBefore: -0.65,
  lengthAfter: -0.47,
  lineAfter: -0.5,
  hour: 1.84,
  date: 0.73,
  dateWithYear: 1.64,
  season: 1.36,
  recently: 2.03,
  now: -1.45,
  quotation: 0.02,
  pronoun: -2.19,
  self: 0.17,
  said: -0.39,
  connective: -0.3,
  region: -0.45,
  institution: 0.05,
  question: -1.1,
  purpose: 0.32,
  arrival: 1.65,
  age: 0.03,
  fullName: -0.14,
  speaker: 0.3,
  event: 0.32,
  learnt: 1.42,
  ageLater: 0.67,
  call: 1.52,
  pause: 1.43,
  noticeBegins: 5.3,
  letterBegins: 3.75,
  firstOfList: 3.85,
  nickname: 1.64,
  attended: 2,
  attendance: 0.18,
  contact: 1.22,
  saidLast: 1.12,
  future: 1.73,
  will: 0.26,
  prospects: 1.53,
  asked: -1.52,
  announced: -0.46,
  unstopped: 0.33,
  bracket: 4,
  feeling: 0.06,
  reminder: 5.17,
  quoted: 0.94,
  nameSigned: 0.5,
  spoken: -1.47,
};

/** What each likeness of meaning is worth (nats), learnt as the wording was. */
export const MEANING_WEIGHTS = {
  next: -1.6,
  twoBefore: -2.06,
  twoBehind: -2.35,
  three: -2.63,
  beside: 0.16,
} as const;

/**
 * What stands beside a gap is worth (nats), learnt as the wording was; from weights on that had been learnt of these signs
 * alone over 11,100 gaps of 212 pages, where they brought the errors on the articles of each of seven papers, the paper left
 * out, from 255 to 171. What always holds is here as it was.
 */
export const BESIDE_WEIGHTS = {
  always: 0.24,
  linksBefore: 1.03,
  linksBehind: 1.95,
  first: -3.34,
  last: -5.02,
  likenessBefore: 0.5,
  likenessBehind: 2.05,
  likerBefore: -0.81,
  likerBehind: -1.51,
  register: 2.76,
  cutBefore: -3.85,
  cutBehind: -6.97,
} as const;

/**
 * What each sign of a line says for its being kicker, headline, deck of a stack, and how many characters say in tens, as
 * printed by `node scripts/bench/learn-stack-weights.ts`: a ridge-regularised softmax over the readings of a stack, which
 * lines are the headline (one or two rows) and which stand above and below it. Learnt together with what two lines say of
 * being one (`2-blocks/learnt-pairs.ts`) and what characters say (`headline-characters.tsv`).
 */
export const READING_WEIGHTS = {
  length: [-0.01, -0.77, 0.89],
  always: [-0.56, 0, -0.24],
  to4: [-0.02, -0.54, -0.09],
  to7: [-0.18, 0.1, -0.91],
  to10: [-0.15, 0.66, -0.31],
  to13: [-0.07, 0.49, 0.22],
  to17: [0.2, 0.43, 0.54],
  to22: [-0.28, -0.37, 0.44],
  longer: [-0.11, -0.77, -0.13],
  clause: [-0.2, 0.24, -0.2],
  dash: [-0.03, -0.6, 1.05],
  couplet: [0.89, 0.5, 0.18],
  deckBegins: [0.63, -0.35, 0.59],
  deckEnds: [0.49, -0.54, 0.46],
  detail: [-0.26, -0.38, 0.35],
  digitFirst: [-0.34, 0.46, -0.03],
  digits: [-0.4, -0.53, 0.04],
  done: [-0.44, 0.23, -0.71],
  event: [0.43, -0.25, 0.34],
  eventEnds: [0.19, -0.39, 0.16],
  exclaim: [-0.11, 0.48, -0.37],
  inTwo: [0.07, 0.29, -0.55],
  list: [0.17, -0.65, 0.27],
  officeAndName: [0.39, -0.29, 0.25],
  official: [-0.19, -0.26, -0.2],
  ordinal: [0.53, -0.49, 0.19],
  person: [0.17, -0.43, 0.28],
  place: [0.3, -0.06, 0.26],
  pronoun: [-0.05, 0.07, -0.12],
  question: [-0.22, 0.45, -0.34],
  quote: [-0.16, 0.45, -0.29],
  record: [0.47, -0.84, 0.55],
  series: [0.46, -0.81, 0.35],
  slogan: [0.24, 0.38, -0.76],
  urged: [0.61, -0.53, 0.09],
  vivid: [-0.44, 0.11, -0.22],
  when: [-0.02, 0.31, -0.3],
} as const satisfies Record<string, readonly [number, number, number]>;

/** What the place of the headline says: none, one, two lines above it in its stack; so many below it. */
export const PLACE_WEIGHTS = {
  above: [-1.06, 1.46, -1.16],
  below: [-0.12, 0.36, -0.3],
} as const;

/**
 * What tells how a stack is read (nats), besides its words: a ridge-regularised softmax over the readings of 2,800 stacks of
 * 570 typeset and real pages of sixteen papers (`node scripts/bench/learn-stack-spacing.ts`), what the words say learnt
 * without the paper of the page. Of papers left out 92 of 100 stacks are read as they are printed.
 */
export const STACK_WEIGHTS = {
  /** So much counts what the words say. */
  words: 1.4,
  /** So much counts how two lines are set: their lengths, the space between them, the word at the break. */
  set: 0.91,
  /** The headline is in two rows; in two phrases; in rows of which one is much longer. */
  twoRows: 0.88,
  phrases: 1.74,
  uneven: 1.29,
  /** The first line is a standing head: how much its form counts, and what else. */
  label: 0.87,
  labelled: 1.01,
  /** What looks like a standing head is none. */
  standing: -6.1,
  /** The page draws headlines first (`learnOrder`). */
  order: 1.41,
  /**
   * Blank lines between a kicker and what is below it, above a deck, between the rows of a headline, below the headline,
   * below the deck. On typeset pages 429 of 430 kickers stood apart, 54 of 230 decks, 40 of 209 second rows; of 314
   * headlines 258 touched their text, byline or deck, of 95 decks one. On the real pages all kickers, no second row.
   */
  'kicker apart': 0.58,
  'kicker touching': -4.84,
  'deck apart': -0.64,
  'deck touching': 1.24,
  'rows apart': -0.59,
  'rows touching': 1.46,
  'headline apart': -0.65,
  'headline touching': 0.19,
  'below deck apart': 0.25,
  'below deck touching': -2.19,
} as const;

/** How often lines of stacks are kicker, headline, deck. */
export const ROLE_SHARES = [0.337, 0.544, 0.119] as const;

/**
 * Evidence (nats) of each sign that a line by itself is kicker, headline, deck, as printed by
 * `node scripts/bench/learn-stack-weights.ts`: a ridge-regularised softmax over the three roles, from the
 * stacks of the invented articles, of the real pages and of `tests/fixtures/stacks/invented.txt`.
 */
export const ROLE_WEIGHTS = {
  always: [0.23, 0.71, -0.91],
  to4: [0.23, 0.51, -0.74],
  to7: [0.5, 0.74, -1.24],
  to10: [0.11, 0.43, -0.53],
  to13: [0.25, -0.18, -0.07],
  to17: [0.01, -0.45, 0.44],
  to22: [-0.35, -0.35, 0.7],
  longer: [-0.51, -0.01, 0.51],
  inTwo: [-0.13, 0.42, -0.29],
  couplet: [0.35, 0, -0.34],
  clause: [-0.49, 0.08, 0.4],
  dash: [-1.59, -1.61, 3.2],
  deckBegins: [0.09, -1.08, 1],
  deckEnds: [0.13, -0.76, 0.62],
  detail: [-0.3, -0.56, 0.86],
  digitFirst: [-0.67, 0.42, 0.25],
  digits: [-0.25, -0.6, 0.86],
  done: [-0.74, 0.66, 0.08],
  event: [0.46, -0.27, -0.19],
  eventEnds: [0.37, 0.2, -0.57],
  exclaim: [0.19, 0.02, -0.21],
  list: [0.94, -1.38, 0.44],
  officeAndName: [0.5, 0.23, -0.73],
  official: [0.16, 0.34, -0.5],
  ordinal: [0.43, -0.91, 0.47],
  person: [1.35, -0.65, -0.7],
  place: [0.45, -0.19, -0.26],
  pronoun: [-0.32, 0.48, -0.16],
  question: [-0.83, 0.64, 0.19],
  quote: [0.19, 1.08, -1.27],
  record: [0.9, -0.95, 0.04],
  series: [1.23, -0.89, -0.34],
  slogan: [0.04, 0.95, -0.99],
  urged: [0.64, -0.88, 0.24],
  vivid: [-0.49, 0.36, 0.13],
  when: [-0.09, 0.75, -0.66],
} as const satisfies Record<string, readonly [number, number, number]>;

/**
 * What speaks for a text that stands for itself being a piece of another (nats): a ridge-regularised logistic regression
 * over 34,300 pairs of texts of 310 typeset pages of five papers, drawn block by block
 * (`node scripts/bench/learn-piece-weights.ts`). Tried on each paper without having learnt from it, 232 texts were taken
 * for pieces, 170 rightly, of 450.
 */
export const PIECE_WEIGHTS = {
  always: -3.6,
  /** How its first paragraph reads as a beginning, whatever stands before it. */
  begins: -0.36,
  /** How the two go together, more than it goes with others. */
  follows: -0.4,
  likerBefore: 3.18,
  likerAfter: 3.72,
  /** The headline of the one speaks of the other. */
  headline: 0.34,
  ownHeadline: -0.14,
  itsHeadline: 0.24,
  measure: 1.24,
  byline: -1.03,
  open: 0.72,
  next: 1.43,
  texts: -1.01,
  headed: -0.42,
  names: 1.11,
  onward: 0.92,
  /** A piece is shorter than a text that is whole, and so is what it goes on with. */
  lengthBefore: -0.99,
  lengthAfter: -0.77,
} as const;
