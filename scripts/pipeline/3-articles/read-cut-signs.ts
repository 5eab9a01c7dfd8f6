import { CLOSER, PARAGRAPH_OPENER } from '../2-blocks/openers.ts';
import type { Block } from '../2-blocks/row.ts';
import { isStandingHead } from '../2-blocks/standing-heads.ts';
import { isMarked } from '../2-blocks/weigh-join.ts';
import { type Density, type HeadingSigns, readDensity, readHeadingSigns } from './heading-signs.ts';
import type { Layout } from './layout.ts';
import { linkParagraphs } from './link-paragraphs.ts';
import { type ListSigns, readListSigns } from './list-signs.ts';
import { weighMeaning } from './meaning-signs.ts';
import { numberPairs } from './number-pairs.ts';
import type { PageSpacing } from './read-spacing.ts';
import { weighCohesion } from './weigh-cohesion.ts';
import { weighWording } from './wording.ts';

/** A report begins here: 本报讯, 新华社电. */
export const REPORT_BEGINS = /^(?:本报讯|本报综合消息|新华社[^，。]{0,12}[讯电])/u;
/** A report ends here: （记者 许念）, （通讯员 雷小松） behind the last full stop. */
const REPORT_ENDS =
  /[（(](?:本报|实习|见习|特约)?(?:记者|通讯员|文|作者)\s*[/／：:]?[^（）()。]{2,24}[）)]$/u;
// These go on with what was said before: no report begins so.
const GOES_ON =
  /^(?:会议(?:指出|强调|要求|认为|还|听取|传达|审议|决定)|会上|座谈会上|随后|此外|同时|与此同时|另外|其中|下一步|接下来|据(?:悉|了解|介绍)|目前|如今|他(?:说|表示|指出|强调|还)|她(?:说|表示|还)|二是|三是|四是|五是|第[二三四五]|对此|因此|为此|而|但|不过|然而|记者(?:：|了解到)|区领导|\p{Script=Han}{2,4}(?:：|(?:指出|强调|要求|表示|说)，))/u;

/** Signs for and against an article ending before a paragraph. */
export interface CutSigns extends ListSigns, HeadingSigns, Density {
  readonly reportBegins: boolean;
  readonly reportEnds: boolean;
  readonly bylineBelow: boolean;
  readonly sourceLine: boolean;
  readonly jumpFrom: boolean;
  readonly jumpTo: boolean;
  readonly closer: boolean;
  readonly goesOn: boolean;
  readonly opener: boolean;
  readonly measure: number;
  readonly headings: number;
  readonly cohesion: number;
  /** What the wording of the two paragraphs says (nats). */
  readonly wording: number;
  /** What the meanings of the text on both sides say (nats). */
  readonly meaning: number;
  readonly indented: boolean;
  readonly gap: number;
  /** What the blank line says that stands, or does not stand, between two paragraphs, by how the page uses them (nats). */
  readonly space: number;
  readonly short: boolean;
  readonly picture: boolean;
  /** The one heading in the gap is like a heading in a gap near by: subheads come in rows. */
  readonly alikeLength: boolean;
  readonly alikeCharacters: boolean;
  /** How the one heading goes with the text before (nats). */
  readonly headingBefore: number;
  readonly twoParts: boolean;
  readonly eventHeading: boolean;
  readonly longHeading: boolean;
  readonly noticeEnd: boolean;
  /** The paragraph opens with a day or an hour, as reports do. */
  readonly dated: boolean;
  /** A line in the gap was printed vertically: a headline, no subhead. */
  readonly vertical: boolean;
  /** The paragraph before is a signature or a date: a letter or a notice ends. */
  readonly signed: boolean;
  /** Verse begins or ends. */
  readonly verse: boolean;
  /** One line of verse follows another. */
  readonly poem: boolean;
  /** An editor's note or a greeting opens. */
  readonly note: boolean;
  /** The page marks its headlines (##): one stands in the gap, or none. */
  readonly marked: boolean;
  readonly unmarked: boolean;
  /** A standing head (栏目) stands in the gap. */
  readonly standing: boolean;
  /** No name and no term links the text before and behind. */
  readonly unlinked: boolean;
}

// 10月21日上午，清晨6点，近日，去年9月: a report or a story opens.
const DATED =
  /^(?:\d{1,4}[年月]|近日|日前|昨日|前不久|(?:上午|下午|清晨|凌晨|傍晚|早上|晚上)\d|今年|去年|每(?:天|周|年|到))/u;

// A date, an office or a writer alone on the last line: no full stop, no verse.
const SIGNED = /[^。！？；，：]$/u;
const NOTE = /^(?:编者按|编者的话|开栏的话|编辑同志|(?:各位|尊敬的|亲爱的)[^。]{2,14}：$)/u;

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

// 咨询电话…, …下车即到。, …绕行。: notices end with what the reader is to do.
const NOTICE_END =
  /(?:电话|热线|咨询|拨打|报名|详询|下车即到|奖励|滞纳金|绕行|提前|网址|公众号|持续至|持续到|闭馆|免费开放|免票|截止)[^。]{0,22}。$/u;

function likenessSigns(layout: Layout, g: number) {
  const alike = likeness(layout, g);
  const own = layout.headingsOf[g] as readonly number[];
  const block = own.length === 1 ? layout.headings[own[0] as number] : undefined;
  const text = block?.strand.text ?? '';
  const before = (layout.paragraphs[g - 1] as Block).strand.text;
  return {
    alikeLength: alike.length,
    alikeCharacters: alike.characters,
    headingBefore: weighBefore(layout, g),
    twoParts: / /u.test(text),
    eventHeading: EVENT_HEADING.test(text),
    longHeading: text.length > 15,
    noticeEnd: NOTICE_END.test(before),
  };
}

const EVENT_HEADING =
  /召开|举行|举办|开幕|启动|发布|印发|调研|检查|开展|部署|出台|亮相|开放|落成|开张|开诊|夺冠|捧回/u;

/** Longer paragraphs do not say who attended and no more. */
const LONGEST_CLOSER = 90;

/** A report ends with who attended; a lead that says so does not end it. */
function isCloser(text: string): boolean {
  return text.length <= LONGEST_CLOSER && CLOSER.test(text) && !REPORT_BEGINS.test(text);
}

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
      reportBegins: REPORT_BEGINS.test(after.strand.text),
      reportEnds: REPORT_ENDS.test(before.strand.text),
      bylineBelow: byline >= 0 && (firstHeading < 0 || byline < firstHeading),
      sourceLine: run.some((block) => block.kind === 'source'),
      jumpFrom: run.some((block) => block.kind === 'jump' && block.strand.text.includes('上接')),
      jumpTo: run.some((block) => block.kind === 'jump' && block.strand.text.includes('转')),
      closer: isCloser(before.strand.text) && !CLOSER.test(after.strand.text),
      goesOn: GOES_ON.test(after.strand.text),
      opener: PARAGRAPH_OPENER.test(after.strand.text),
      measure: before.measure && after.measure ? Math.abs(before.measure - after.measure) : 0,
      headings: run.filter((block) => block.kind === 'heading').length,
      cohesion: cohesion[g] as number,
      wording: weighWording(before.strand.text, after.strand.text),
      meaning: weighMeaning(layout.meanings, g),
      indented: after.indented || (run[0]?.indented ?? false),
      gap: run[0]?.gap ?? after.gap,
      space: run.length === 0 ? weighSpace(layout.spacing.flow, after.gap) : 0,
      short: before.strand.text.length < 30,
      picture: run.some((block) => block.kind === 'caption' || block.kind === 'credit'),
      ...likenessSigns(layout, g),
      marked: marks && run.some((block) => block.mark > 0),
      unmarked: marks && !run.some((block) => block.mark > 0),
      dated: DATED.test(after.strand.text),
      vertical: run.some((block) => block.vertical),
      signed: before.form === 'alone' && after.form !== 'alone' && SIGNED.test(before.strand.text),
      verse: (before.form === 'verse') !== (after.form === 'verse'),
      poem: before.form === 'verse' && after.form === 'verse',
      note: NOTE.test(after.strand.text),
      standing: run.some((block) => block.kind === 'heading' && isStandingHead(block.strand.text)),
      ...readHeadingSigns(run),
      unlinked: (links[g] as number) < LINKED,
      ...density,
      ...readListSigns(
        before.strand.text,
        after.strand.text,
        layout.headings[layout.headingsOf[g]?.[0] ?? -1]?.strand.text ?? '',
      ),
    };
  });
}
