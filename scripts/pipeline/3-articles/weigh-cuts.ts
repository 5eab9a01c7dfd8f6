import type { CutSigns } from './read-cut-signs.ts';

/**
 * Evidence (nats) of each sign: a ridge-regularised logistic regression over 16,000 gaps of 306 pages with known
 * articles, real pages tenfold. Fitted without the articles it is tried on, it errs at 3 gaps of 100. What bylines, the
 * length of lines, links of names and the density of headings say (from `bylineAlone` on) was fitted beside it over 39,800
 * gaps of 740 pages: on the articles of each of six papers, the paper left out, the loss falls from .069 to .063 a gap.
 * Two were not fitted: `verse` and `poem` were set by hand when free verse came to be found; the pages that were fitted
 * had been read without it.
 */
const WEIGHTS = {
  none: -2.9,
  /** By hand, fitted 6.3: no report begins within another, however many words two have in common. */
  reportBegins: 9,
  reportEnds: 4.0,
  signed: 2.6,
  /** By hand: more than the 1.5 that was fitted to couplets, so that a poem stands apart from what is beside it. */
  verse: 3,
  /** By hand: no article ends between two lines of a poem, each a paragraph; but a dateline no one sign says more. */
  poem: -5,
  note: 2.7,
  item: -2.2,
  marked: 2.5,
  unmarked: -1.5,
  firstItem: 1.6,
  announced: -1.8,
  farewell: 2,
  numbered: -1.4,
  details: -1,
  turn: -1,
  laterPart: -2.5,
  names: -4,
  afterword: -4,
  /** By hand, fitted -0.9: on 212 pages no article ended so, but seldom do two paragraphs begin so. */
  parallel: -2,
  /** 区域短波 over ◆…: a column of short items. */
  standing: 1.5,
  bylineBelow: 4.0,
  sourceLine: 1.1,
  jumpFrom: 2.6,
  jumpTo: 1.6,
  closer: 3.2,
  noticeEnd: 1.6,
  goesOn: -0.9,
  opener: -1.1,
  measure: 2.5,
  headingAtMeasure: 2,
  headings: [0, 1.4, 3.8, 3.5],
  cohesion: -3.6,
  /** The first links between neighbours say most; no link at all speaks for a cut. */
  firstCohesion: -4.3,
  noCohesion: 0.5,
  indented: 0,
  picture: 1.2,
  alikeLength: -1.4,
  alikeCharacters: -1.4,
  /** The heading goes less with the text before than with the page. */
  headingBefore: -0.7,
  twoParts: -0.8,
  eventHeading: 2.5,
  longHeading: 1.5,
  dated: 1.4,
  vertical: 0.5,
  short: 0,
  gap: 0.5,
  bylineAlone: 1.7,
  bylineAbove: 3.1,
  shortLine: 1,
  longLines: 1,
  unlinked: 0.95,
  /** Many lines, few of them between paragraphs: texts stand without their headlines. */
  lines: -1,
  headed: -3.2,
  linesElsewhere: 2.4,
  headedElsewhere: -2,
} as const;

/** So much wider or narrower (em) is another column, not the same one beside a picture. */
const NEW_COLUMN = 5;
/** Links up to here are the first. */
const FIRST_COHESION = 0.5;

/** Evidence (nats) for a cut from the signs, without the headline matches. */
export function weighCut(signs: CutSigns, without: ReadonlySet<string>): number {
  let weight: number = WEIGHTS.none;
  if (!without.has('wording')) weight += signs.wording;
  if (!without.has('meaning')) weight += signs.meaning;
  if (signs.standing && signs.firstItem) weight += WEIGHTS.standing;
  const forced = !without.has('forced-cuts');
  for (const sign of PLAIN_SIGNS) {
    if (signs[sign] && (forced || !FORCED.has(sign))) weight += WEIGHTS[sign];
  }
  if (signs.opener && !signs.goesOn) weight += WEIGHTS.opener;
  if (signs.measure >= 2) weight += WEIGHTS.measure;
  if (signs.measure >= NEW_COLUMN && signs.headings > 0) weight += WEIGHTS.headingAtMeasure;
  weight += WEIGHTS.headings[Math.min(signs.headings, 3)] as number;
  weight += Math.min(0, signs.headingBefore) * WEIGHTS.headingBefore;
  weight += signs.lines * WEIGHTS.lines + signs.headed * WEIGHTS.headed;
  if (signs.headings === 0)
    weight += signs.lines * WEIGHTS.linesElsewhere + signs.headed * WEIGHTS.headedElsewhere;
  if (signs.gap > 0) weight += WEIGHTS.gap;
  weight += signs.space;
  return weight + weighLinks(without.has('cohesion') ? USUAL_COHESION : signs.cohesion);
}

/** What the rare words say that the text before and behind a gap have in common. */
function weighLinks(cohesion: number): number {
  const links =
    Math.min(cohesion, 2) * WEIGHTS.cohesion + Math.min(cohesion, FIRST_COHESION) * WEIGHTS.firstCohesion;
  return cohesion === 0 ? links + WEIGHTS.noCohesion : links;
}

/** Cohesion of paragraphs of one article, where it is not looked at. */
const USUAL_COHESION = 0.25;
/** 本报讯, （记者 …）, 文/…, 原文刊载于, 上接: where these stand, a report begins or ends. */
const FORCED = new Set<string>([
  'reportBegins',
  'reportEnds',
  'bylineBelow',
  'sourceLine',
  'jumpFrom',
  'jumpTo',
]);

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
  'indented',
  'picture',
  'alikeLength',
  'alikeCharacters',
  'twoParts',
  'eventHeading',
  'longHeading',
  'dated',
  'vertical',
  'short',
  'bylineAlone',
  'bylineAbove',
  'shortLine',
  'longLines',
  'unlinked',
] as const;
