import { weighSigns } from '../weigh-signs.ts';
import type { CutSigns } from './read-cut-signs.ts';

/**
 * Evidence (nats) of each sign: a ridge-regularised logistic regression over 27,800 gaps of 584 typeset and real pages of
 * eighteen papers, together with wording, meaning and what stands beside a gap (`node scripts/bench/learn-gap-weights.ts`,
 * twice). It went on from weights that had been learnt one after another from fewer papers and missed three cuts for each
 * false one. Tried on each paper without having learnt from it, it errs at 206 gaps, where those erred at 251; of the
 * papers left out thirteen are cut better, three worse.
 */
export const CUT_WEIGHTS: Readonly<Record<CutName, number>> = {
  always: -0.74,
  /** First set by hand (fitted 6.3): no report begins within another, however many words two have in common. */
  reportBegins: 9.87,
  reportEnds: 4.32,
  signed: 1.87,
  /** First set by hand: more than the 1.5 that was fitted to couplets, so that a poem stands apart from what is beside it. */
  verse: 3.68,
  /** First set by hand: no article ends between two lines of a poem, each a paragraph; but a dateline no one sign says more. */
  poem: -4.18,
  note: 3.91,
  item: -2.2,
  marked: 4.01,
  unmarked: -2.91,
  firstItem: 1.6,
  announced: -2.36,
  farewell: 2,
  numbered: -0.56,
  details: -1.04,
  turn: -2.44,
  laterPart: -2.67,
  names: -4,
  afterword: -4,
  /** First set by hand (fitted -0.9): on 212 pages no article ended so, but seldom do two paragraphs begin so. */
  parallel: -2.06,
  /** 区域短波 over ◆…: a column of short items. */
  standingItems: 1.5,
  bylineBelow: 4.94,
  sourceLine: 1.22,
  jumpFrom: 4.94,
  jumpTo: 2.71,
  closer: 3.52,
  noticeEnd: 1.17,
  goesOn: -1.45,
  opener: -1.3,
  measure: 2.97,
  headingAtMeasure: 3.01,
  oneHeading: 0.59,
  twoHeadings: 4.12,
  moreHeadings: 4.21,
  cohesion: -2.8,
  /** The first links between neighbours say most; no link at all speaks for a cut. */
  firstCohesion: -3.45,
  noCohesion: -0.16,
  picture: 2.21,
  alikeLength: -1.14,
  alikeCharacters: -2.42,
  /** The heading goes less with the text before than with the page. */
  headingBefore: -0.85,
  twoParts: -0.46,
  eventHeading: 2.74,
  longHeading: 1.08,
  dated: 1.81,
  vertical: 1.48,
  gap: 0.41,
  /** What spacing says is in nats already. */
  space: 1.41,
  bylineAlone: 2.25,
  bylineAbove: 3.43,
  shortLine: -0.36,
  longLines: 1.66,
  unlinked: 1.08,
  /** Many lines, few of them between paragraphs: texts stand without their headlines. */
  lines: -0.64,
  headed: -3.16,
  linesElsewhere: 2.91,
  headedElsewhere: -2.85,
};

/** So much wider or narrower (em) is another column, not the same one beside a picture. */
const NEW_COLUMN = 5;
/** Links up to here are the first. */
const FIRST_COHESION = 0.5;
/** Links beyond these say no more. */
const MOST_COHESION = 2;

/** Signs that are there or not. */
const PLAIN_SIGNS = [
  'reportBegins',
  'reportEnds',
  'signed',
  'verse',
  'poem',
  'note',
  'item',
  'marked',
  'unmarked',
  'firstItem',
  'announced',
  'farewell',
  'numbered',
  'details',
  'turn',
  'laterPart',
  'names',
  'afterword',
  'parallel',
  'bylineBelow',
  'sourceLine',
  'jumpFrom',
  'jumpTo',
  'closer',
  'noticeEnd',
  'goesOn',
  'picture',
  'alikeLength',
  'alikeCharacters',
  'twoParts',
  'eventHeading',
  'longHeading',
  'dated',
  'vertical',
  'bylineAlone',
  'bylineAbove',
  'shortLine',
  'longLines',
  'unlinked',
] as const;

/** How much there is of a sign that is not just there or not. */
const AMOUNTS = {
  always: () => 1,
  standingItems: ({ standing, firstItem }) => Number(standing && firstItem),
  opener: ({ opener, goesOn }) => Number(opener && !goesOn),
  measure: ({ measure }) => Number(measure >= 2),
  headingAtMeasure: ({ measure, headings }) => Number(measure >= NEW_COLUMN && headings > 0),
  oneHeading: ({ headings }) => Number(headings === 1),
  twoHeadings: ({ headings }) => Number(headings === 2),
  moreHeadings: ({ headings }) => Number(headings > 2),
  headingBefore: ({ headingBefore }) => Math.min(0, headingBefore),
  lines: ({ lines }) => lines,
  headed: ({ headed }) => headed,
  linesElsewhere: ({ headings, lines }) => (headings === 0 ? lines : 0),
  headedElsewhere: ({ headings, headed }) => (headings === 0 ? headed : 0),
  gap: ({ gap }) => Number(gap > 0),
  space: ({ space }) => space,
  cohesion: ({ cohesion }) => Math.min(cohesion, MOST_COHESION),
  firstCohesion: ({ cohesion }) => Math.min(cohesion, FIRST_COHESION),
  noCohesion: ({ cohesion }) => Number(cohesion === 0),
} as const satisfies Record<string, (signs: CutSigns) => number>;

/** A sign of a cut that is neither wording nor meaning. */
export type CutName = keyof typeof AMOUNTS | (typeof PLAIN_SIGNS)[number];
const amounts = Object.entries(AMOUNTS) as [keyof typeof AMOUNTS, (signs: CutSigns) => number][];
/** The signs in the order in which {@link readCut} reads them. */
export const CUT_NAMES: readonly CutName[] = [...amounts.map(([name]) => name), ...PLAIN_SIGNS];
const weights = CUT_NAMES.map((name) => CUT_WEIGHTS[name]);

/** 本报讯, （记者 …）, 文/…, 原文刊载于, 上接: where these stand, a report begins or ends. */
const FORCED = new Set<string>([
  'reportBegins',
  'reportEnds',
  'bylineBelow',
  'sourceLine',
  'jumpFrom',
  'jumpTo',
]);
/** Cohesion of paragraphs of one article, where it is not looked at. */
const USUAL_COHESION = 0.25;

/** Reads how much there is of each sign of {@link CUT_NAMES}. */
export function readCut(signs: CutSigns): readonly number[] {
  const found = amounts.map(([, amount]) => amount(signs));
  for (const name of PLAIN_SIGNS) found.push(Number(signs[name]));
  return found;
}

/** Evidence (nats) for a cut from the signs, without the headline matches. */
export function weighCut(signs: CutSigns, without: ReadonlySet<string>): number {
  const found = readCut(without.has('cohesion') ? { ...signs, cohesion: USUAL_COHESION } : signs);
  const seen = without.has('forced-cuts')
    ? found.map((amount, k) => (FORCED.has(CUT_NAMES[k] as string) ? 0 : amount))
    : found;
  const wording = without.has('wording') ? 0 : signs.wording;
  const meaning = without.has('meaning') ? 0 : signs.meaning;
  return weighSigns(seen, weights) + wording + meaning;
}
