import type { Block } from '../2-blocks/row.ts';
import { isStandingHead } from '../2-blocks/standing-heads.ts';
import { isMarked } from '../2-blocks/weigh-join.ts';
import { type Density, type HeadingSigns, readDensity, readHeadingSigns } from './heading-signs.ts';
import type { Layout } from './layout.ts';
import { linkParagraphs } from './link-paragraphs.ts';
import { weighMeaning } from './meaning-signs.ts';
import { numberPairs } from './number-pairs.ts';
import type { PageSpacing } from './read-spacing.ts';
import { readTextSigns, type TextSigns } from './read-text-signs.ts';
import { weighCohesion } from './weigh-cohesion.ts';

/** Signs for and against an article ending before a paragraph. */
export interface CutSigns extends TextSigns, HeadingSigns, Density {
  readonly bylineBelow: boolean;
  readonly sourceLine: boolean;
  readonly jumpFrom: boolean;
  readonly jumpTo: boolean;
  readonly measure: number;
  readonly headings: number;
  readonly cohesion: number;
  /** What the meanings of the text on both sides say (nats). */
  readonly meaning: number;
  readonly indented: boolean;
  readonly gap: number;
  /** What the blank line says that stands, or does not stand, between two paragraphs, by how the page uses them (nats). */
  readonly space: number;
  readonly picture: boolean;
  /** The one heading in the gap is like a heading in a gap near by: subheads come in rows. */
  readonly alikeLength: boolean;
  readonly alikeCharacters: boolean;
  /** How the one heading goes with the text before (nats). */
  readonly headingBefore: number;
  readonly twoParts: boolean;
  readonly eventHeading: boolean;
  readonly longHeading: boolean;
  /** A line in the gap was printed vertically: a headline, no subhead. */
  readonly vertical: boolean;
  /** The page marks its headlines (##): one stands in the gap, or none. */
  readonly marked: boolean;
  readonly unmarked: boolean;
  /** A standing head (栏目) stands in the gap. */
  readonly standing: boolean;
  /** No name and no term links the text before and behind. */
  readonly unlinked: boolean;
}

/** Gaps within this many paragraphs are near by. */
const NEAR_BY = 8;

/** Characters that two lines have in the same places, from the front and from the back: 会“说话”的番茄, 会“认人”的机器. */
function sameInPlace(a: string, b: string): number {
  let same = 0;
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) if (a[i] === b[i]) same++;
  if (a.length !== b.length)
    for (let i = 1; i <= length; i++) if (a[a.length - i] === b[b.length - i]) same++;
  return same;
}

/** Two headings of one length; of two parts each, of which the first are as long as each other. */
function isAlikeInLength(a: string, b: string): boolean {
  const [inTwo, alsoInTwo] = [a.indexOf(' '), b.indexOf(' ')];
  if (inTwo > 0 && alsoInTwo > 0)
    return Math.abs(inTwo - alsoInTwo) <= 1 && Math.abs(a.length - b.length) <= 4;
  return inTwo === alsoInTwo && Math.abs(a.length - b.length) <= 1;
}

/** How the one heading in a gap is like headings in gaps near by: in length, and in its characters. */
function likeness(layout: Layout, g: number): { length: boolean; characters: boolean } {
  const found = { length: false, characters: false };
  const own = layout.headingsOf[g] as readonly number[];
  const text = layout.headings[own[0] ?? -1]?.strand.text;
  if (own.length !== 1 || text === undefined) return found;
  for (
    let other = Math.max(1, g - NEAR_BY);
    other <= g + NEAR_BY && other < layout.paragraphs.length;
    other++
  ) {
    const numbers = layout.headingsOf[other] as readonly number[];
    const near = layout.headings[numbers.at(-1) ?? -1]?.strand.text;
    if (other === g || numbers.length === 0 || near === undefined) continue;
    if (isAlikeInLength(text, near)) found.length = true;
    if (sameInPlace(text, near) >= 2) found.characters = true;
  }
  return found;
}

/** So many paragraphs before a gap the one heading in it is compared with. */
const BESIDE = 3;

/** What the words of the one heading in a gap say: does it go with the text before? */
function weighBefore(layout: Layout, g: number): number {
  const own = layout.headingsOf[g] as readonly number[];
  const heading = own[0];
  if (own.length !== 1 || heading === undefined) return 0;
  return Math.max(-4, Math.min(4, layout.matches.weigh(heading, Math.max(0, g - BESIDE), g)));
}

function likenessSigns(layout: Layout, g: number) {
  const alike = likeness(layout, g);
  const own = layout.headingsOf[g] as readonly number[];
  const block = own.length === 1 ? layout.headings[own[0] as number] : undefined;
  const text = block?.strand.text ?? '';
  return {
    alikeLength: alike.length,
    alikeCharacters: alike.characters,
    headingBefore: weighBefore(layout, g),
    twoParts: / /u.test(text),
    eventHeading: EVENT_HEADING.test(text),
    longHeading: text.length > 15,
  };
}

const EVENT_HEADING =
  /召开|举行|举办|开幕|启动|发布|印发|调研|检查|开展|部署|出台|亮相|开放|落成|开张|开诊|夺冠|捧回/u;

/** What one name says that stands in two paragraphs some way from each other. */
const LINKED = 0.15;

/**
 * A blank line between paragraphs: where it divides blocks 35 of 43 were cuts and 21 of 643 without one; where it stands
 * between some paragraphs of an article, none of 408 without one.
 */
const SPACE = {
  blocks: { apart: 2.5, touching: -0.7 },
  paragraphs: { apart: 0, touching: -3 },
  rows: { apart: 0, touching: 0 },
} as const;

function weighSpace(flow: PageSpacing['flow'], gap: number): number {
  return flow ? SPACE[flow][gap > 0 ? 'apart' : 'touching'] : 0;
}

/** Reads the signs at every gap between paragraphs (index: the paragraph after the gap). */
export function readCutSigns(layout: Layout): (CutSigns | undefined)[] {
  const texts = layout.paragraphs.map(({ strand }) => strand.text);
  const pairs = numberPairs(texts);
  const cohesion = weighCohesion(texts, pairs);
  const links = linkParagraphs(texts, pairs);
  const density = readDensity(layout);
  const marks = isMarked(layout.headings);
  return layout.paragraphs.map((after, g) => {
    const before = layout.paragraphs[g - 1];
    if (!before) return undefined;
    const run = layout.runs[g] as readonly Block[];
    const firstHeading = run.findIndex((block) => block.kind === 'heading');
    const byline = run.findIndex((block) => block.kind === 'byline');
    return {
      bylineBelow: byline >= 0 && (firstHeading < 0 || byline < firstHeading),
      sourceLine: run.some((block) => block.kind === 'source'),
      jumpFrom: run.some((block) => block.kind === 'jump' && block.strand.text.includes('上接')),
      jumpTo: run.some((block) => block.kind === 'jump' && block.strand.text.includes('转')),
      measure: before.measure && after.measure ? Math.abs(before.measure - after.measure) : 0,
      headings: run.filter((block) => block.kind === 'heading').length,
      cohesion: cohesion[g] as number,
      meaning: weighMeaning(layout.meanings, g),
      indented: after.indented || (run[0]?.indented ?? false),
      gap: run[0]?.gap ?? after.gap,
      space: run.length === 0 ? weighSpace(layout.spacing.flow, after.gap) : 0,
      picture: run.some((block) => block.kind === 'caption' || block.kind === 'credit'),
      ...likenessSigns(layout, g),
      marked: marks && run.some((block) => block.mark > 0),
      unmarked: marks && !run.some((block) => block.mark > 0),
      vertical: run.some((block) => block.vertical),
      standing: run.some((block) => block.kind === 'heading' && isStandingHead(block.strand.text)),
      ...readHeadingSigns(run),
      unlinked: (links[g] as number) < LINKED,
      ...density,
      ...readTextSigns(before, after, layout.headings[layout.headingsOf[g]?.[0] ?? -1]?.strand.text ?? ''),
    };
  });
}
