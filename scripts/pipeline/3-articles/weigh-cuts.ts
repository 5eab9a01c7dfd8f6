import { CLOSER, PARAGRAPH_OPENER } from '../2-blocks/openers.ts';
import type { Layout } from './layout.ts';

/** A report begins here: 本报讯, 新华社电. */
export const REPORT_BEGINS = /^(?:本报讯|本报综合消息|新华社[^，。]{0,12}[讯电])/u;
/** A report ends here: （记者 许念）, （通讯员 雷小松） behind the last full stop. */
export const REPORT_ENDS =
  /[（(](?:本报|实习|见习|特约)?(?:记者|通讯员|文|作者)\s*[/／：:]?[^（）()。]{2,24}[）)]$/u;
// These go on with what was said before: no report begins so.
const GOES_ON =
  /^(?:会议(?:指出|强调|要求|认为|还|听取|传达|审议|决定)|会上|座谈会上|随后|此外|同时|与此同时|另外|其中|下一步|接下来|据(?:悉|了解|介绍)|目前|如今|他(?:说|表示|指出|强调|还)|她(?:说|表示|还)|二是|三是|四是|五是|第[二三四五]|对此|因此|为此|而|但|不过|然而|记者(?:：|了解到)|区领导|\p{Script=Han}{2,4}(?:：|(?:指出|强调|要求|表示|说)，))/u;

/** Signs for and against an article ending before a paragraph. */
export interface CutSigns {
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
  readonly indented: boolean;
  readonly gap: number;
  readonly short: boolean;
  readonly picture: boolean;
  /** The one heading in the gap is like a heading in a gap near by: subheads come in rows. */
  readonly alike: boolean;
  /** The paragraph opens with a day or an hour, as reports do. */
  readonly dated: boolean;
  /** The heading line reads like a headline stack and not like a subhead. */
  readonly vertical: boolean;
  /** The paragraph before is a signature or a date: a letter or a notice ends. */
  readonly signed: boolean;
  /** An editor's note or a greeting opens. */
  readonly note: boolean;
}

/** Rare pairs of characters that link neighbouring paragraphs, summed over each gap and brought to a common scale. */
function weighCohesion(layout: Layout): Float64Array {
  const n = layout.paragraphs.length;
  const last = new Map<number, number>();
  const seen = new Map<number, number>();
  const links: [number, number, number][] = [];
  layout.paragraphs.forEach((block, p) => {
    const text = block.strand.text;
    for (let i = 1; i < text.length; i++) {
      const left = text.charCodeAt(i - 1);
      const right = text.charCodeAt(i);
      if (left < 0x4e00 || right < 0x4e00 || left > 0x9fff || right > 0x9fff) continue;
      const pair = left * 65536 + right;
      const before = last.get(pair);
      if (before === p) continue;
      seen.set(pair, (seen.get(pair) ?? 0) + 1);
      if (before !== undefined && p - before <= 3) links.push([before, p, pair]);
      last.set(pair, p);
    }
  });
  const cohesion = new Float64Array(n + 1);
  const log = Math.log(n + 1);
  for (const [a, b, pair] of links) {
    const weight = (log - Math.log(seen.get(pair) ?? 2)) / log / (b - a);
    for (let g = a + 1; g <= b; g++) cohesion[g] = (cohesion[g] as number) + weight;
  }
  for (let g = 1; g < n; g++) {
    const size = Math.min(
      layout.paragraphs[g - 1]?.strand.text.length ?? 0,
      layout.paragraphs[g]?.strand.text.length ?? 0,
    );
    cohesion[g] = (cohesion[g] as number) / Math.sqrt(Math.max(size, 20));
  }
  return cohesion;
}

// 10月21日上午，清晨6点，近日，去年9月: a report or a story opens.
const DATED =
  /^(?:\d{1,4}[年月]|近日|日前|昨日|前不久|(?:上午|下午|清晨|凌晨|傍晚|早上|晚上)\d|今年|去年|每(?:天|周|年|到))/u;

// A date, an office or a writer alone on the last line: no full stop, no verse.
const SIGNED = /[^。！？；，：]$/u;
const NOTE = /^(?:编者按|编者的话|开栏的话|编辑同志)/u;

/** Gaps within this many paragraphs are near by. */
const NEAR_BY = 8;

/** Do two lines have the form of subheads of one text: one length, or the same characters in the same places? */
function looksLike(a: string, b: string): boolean {
  let same = 0;
  for (let i = 0; i < Math.min(a.length, b.length); i++) if (a[i] === b[i]) same++;
  for (let i = 1; i <= Math.min(a.length, b.length); i++) if (a[a.length - i] === b[b.length - i]) same++;
  return Math.abs(a.length - b.length) <= 1 || same >= 2;
}

function isAlike(layout: Layout, g: number): boolean {
  const own = layout.headingsOf[g] ?? [];
  const text = layout.headings[own[0] ?? -1]?.strand.text;
  if (own.length !== 1 || text === undefined) return false;
  for (
    let other = Math.max(1, g - NEAR_BY);
    other <= g + NEAR_BY && other < layout.paragraphs.length;
    other++
  ) {
    const numbers = layout.headingsOf[other] ?? [];
    const first = layout.headings[numbers.at(-1) ?? -1];
    if (other !== g && numbers.length >= 1 && first && looksLike(text, first.strand.text)) return true;
  }
  return false;
}

/** Reads the signs at every gap between paragraphs (index: the paragraph after the gap). */
export function readCutSigns(layout: Layout): (CutSigns | undefined)[] {
  const cohesion = weighCohesion(layout);
  return layout.paragraphs.map((after, g) => {
    const before = layout.paragraphs[g - 1];
    if (!before) return undefined;
    const run = layout.runs[g] ?? [];
    const firstHeading = run.findIndex((block) => block.kind === 'heading');
    const byline = run.findIndex((block) => block.kind === 'byline');
    return {
      reportBegins: REPORT_BEGINS.test(after.strand.text),
      reportEnds: REPORT_ENDS.test(before.strand.text),
      bylineBelow: byline >= 0 && (firstHeading < 0 || byline < firstHeading),
      sourceLine: run.some((block) => block.kind === 'source'),
      jumpFrom: run.some((block) => block.kind === 'jump' && block.strand.text.includes('上接')),
      jumpTo: run.some((block) => block.kind === 'jump' && block.strand.text.includes('转')),
      closer: CLOSER.test(before.strand.text),
      goesOn: GOES_ON.test(after.strand.text),
      opener: PARAGRAPH_OPENER.test(after.strand.text),
      measure: before.measure && after.measure ? Math.abs(before.measure - after.measure) : 0,
      headings: run.filter((block) => block.kind === 'heading').length,
      cohesion: cohesion[g] as number,
      indented: after.indented || (run[0]?.indented ?? false),
      gap: run[0]?.gap ?? after.gap,
      short: before.strand.text.length < 30,
      picture: run.some((block) => block.kind === 'caption' || block.kind === 'credit'),
      alike: isAlike(layout, g),
      dated: DATED.test(after.strand.text),
      vertical: run.some((block) => block.vertical),
      signed: before.form === 'alone' && SIGNED.test(before.strand.text),
      note: NOTE.test(after.strand.text),
    };
  });
}

/** Evidence (nats) of each sign: a logistic regression over 5,200 gaps of pages with known articles, real pages threefold. */
const WEIGHTS = {
  none: -2.1,
  reportBegins: 7.8,
  reportEnds: 3.5,
  signed: 3,
  note: 3,
  bylineBelow: 4.2,
  sourceLine: 1.3,
  jumpFrom: 4.4,
  jumpTo: 1.5,
  closer: 3.3,
  goesOn: -0.8,
  opener: -0.4,
  measure: 2.1,
  headings: [0, 0.6, 3.3],
  cohesion: -7,
  indented: 0.5,
  picture: 1.5,
  alike: -1.4,
  dated: 2.3,
  vertical: 1.7,
  short: -0.5,
} as const;

/** Evidence (nats) for a cut from the signs, without the headline matches. */
export function weighCut(signs: CutSigns): number {
  let weight: number = WEIGHTS.none;
  if (signs.reportBegins) weight += WEIGHTS.reportBegins;
  if (signs.reportEnds) weight += WEIGHTS.reportEnds;
  if (signs.signed) weight += WEIGHTS.signed;
  if (signs.note) weight += WEIGHTS.note;
  if (signs.sourceLine) weight += WEIGHTS.sourceLine;
  if (signs.bylineBelow) weight += WEIGHTS.bylineBelow;
  if (signs.jumpFrom) weight += WEIGHTS.jumpFrom;
  if (signs.jumpTo) weight += WEIGHTS.jumpTo;
  if (signs.closer) weight += WEIGHTS.closer;
  if (signs.goesOn) weight += WEIGHTS.goesOn;
  else if (signs.opener) weight += WEIGHTS.opener;
  if (signs.measure >= 2) weight += WEIGHTS.measure;
  weight += WEIGHTS.headings[Math.min(signs.headings, 2)] as number;
  if (signs.indented) weight += WEIGHTS.indented;
  if (signs.picture) weight += WEIGHTS.picture;
  if (signs.alike) weight += WEIGHTS.alike;
  if (signs.dated) weight += WEIGHTS.dated;
  if (signs.vertical) weight += WEIGHTS.vertical;
  if (signs.short) weight += WEIGHTS.short;
  weight += Math.min(signs.cohesion, 2) * WEIGHTS.cohesion;
  return weight;
}
