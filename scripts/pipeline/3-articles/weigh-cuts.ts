import { weighSigns } from '../weigh-signs.ts';
import type { CutSigns } from './read-cut-signs.ts';
import type { TextSigns } from './read-text-signs.ts';

/**
 * Evidence (nats) of each sign: a ridge-regularised logistic regression over 40,600 gaps of 830 typeset and real pages of 21
 * papers, together with wording, meaning and what stands beside a gap (`node scripts/bench/learn-gap-weights.ts`, twice). It
 * went on from weights that had been learnt so from 584 pages of eighteen of them, and those from weights learnt one after
 * another. Tried on each paper without having learnt from it, it errs at 347 gaps; on the three papers that came last, from
 * which the weights before had not learnt, at 112 where those erred at 118.
 */
export const CUT_WEIGHTS: Readonly<Record<CutName, number>> = {
  always: -1.46,
  /** First set by hand (fitted 6.3): no report begins within another, however many words two have in common. */
  reportBegins: 11.5,
  reportEnds: 2.09,
  signed: 1.61,
  /** First set by hand: more than the 1.5 that was fitted to couplets, so that a poem stands apart from what is beside it. */
  verse: 4.99,
  /** First set by hand: no article ends between two lines of a poem, each a paragraph; but a dateline no one sign says more. */
  poem: 0.16,
  note: 3.32,
  item: -2.25,
  marked: 5.76,
  unmarked: -3.9,
  firstItem: 1.6,
  announced: -2.06,
  farewell: 2,
  numbered: -1.19,
  details: -1.16,
  turn: -2.59,
  laterPart: -2.89,
  names: -1.72,
  afterword: -4,
  /** First set by hand (fitted -0.9): on 212 pages no article ended so, but seldom do two paragraphs begin so. */
  parallel: -2.14,
  /** 区域短波 over ◆…: a column of short items. */
  standingItems: 1.5,
  bylineBelow: 6,
  sourceLine: 1.99,
  jumpFrom: 5.72,
  jumpTo: 4.51,
  closer: 3.41,
  noticeEnd: 0.84,
  goesOn: -1.15,
  opener: -0.49,
  measure: 2.55,
  headingAtMeasure: 2.4,
  oneHeading: 0.99,
  twoHeadings: 4.68,
  moreHeadings: 4.24,
  cohesion: -1.78,
  /** The first links between neighbours say most; no link at all speaks for a cut. */
  firstCohesion: -2.52,
  noCohesion: 0.33,
  picture: 3.24,
  alikeLength: -1.24,
  alikeCharacters: -2.24,
  /** The heading goes less with the text before than with the page. */
  headingBefore: -0.64,
  twoParts: 0.01,
  eventHeading: 2.63,
  longHeading: 0.86,
  dated: 1,
  vertical: 2.95,
  gap: -0.12,
  /** What spacing says is in nats already. */
  space: 1.52,
  bylineAlone: 0.04,
  bylineAbove: 4.45,
  shortLine: -0.31,
  longLines: 0.8,
  unlinked: 1.44,
  /** Many lines, few of them between paragraphs: texts stand without their headlines. */
  lines: 1.41,
  headed: -2.2,
  linesElsewhere: 4.59,
  headedElsewhere: -4.38,
};

/** So much wider or narrower (em) is another column, not the same one beside a picture. */
const NEW_COLUMN = 5;
/** Links up to here are the first. */
const FIRST_COHESION = 0.5;
/** Links beyond these say no more. */
const MOST_COHESION = 2;

/** Signs that are there or not in two paragraphs by themselves. */
const SIGNS_OF_TEXT = [
  'reportBegins',
  'reportEnds',
  'signed',
  'verse',
  'poem',
  'note',
  'item',
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
  'closer',
  'noticeEnd',
  'goesOn',
  'dated',
] as const satisfies (keyof TextSigns)[];
/** Signs that are there or not. */
const PLAIN_SIGNS = [
  ...SIGNS_OF_TEXT,
  'marked',
  'unmarked',
  'bylineBelow',
  'sourceLine',
  'jumpFrom',
  'jumpTo',
  'picture',
  'alikeLength',
  'alikeCharacters',
  'twoParts',
  'eventHeading',
  'longHeading',
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
  opener: ({ opener, goesOn }: Pick<TextSigns, 'opener' | 'goesOn'>) => Number(opener && !goesOn),
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

/** Evidence (nats) of two paragraphs by themselves that no article goes on from the one to the other. */
export function weighText(signs: TextSigns): number {
  let evidence = signs.wording + CUT_WEIGHTS.opener * AMOUNTS.opener(signs);
  for (const name of SIGNS_OF_TEXT) if (signs[name]) evidence += CUT_WEIGHTS[name];
  return evidence;
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
