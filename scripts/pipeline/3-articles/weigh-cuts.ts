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
    };
  });
}

/** Evidence (nats) for a cut from the signs, without the headline matches. */
export function weighCut(signs: CutSigns): number {
  let weight = -3.6;
  if (signs.reportBegins) weight += 9;
  if (signs.reportEnds) weight += 8;
  if (signs.sourceLine) weight += 7;
  if (signs.bylineBelow) weight += 5.5;
  if (signs.jumpFrom) weight += 4;
  if (signs.jumpTo) weight += 5;
  if (signs.closer) weight += signs.short ? 3 : 2;
  if (signs.goesOn) weight -= 2.5;
  else if (signs.opener) weight -= 0.7;
  if (signs.measure >= 2) weight += 1.6;
  if (signs.headings === 1) weight += 1.4;
  else if (signs.headings >= 2) weight += 3.2;
  if (signs.indented) weight += 0.8;
  if (signs.picture) weight += 1;
  weight -= Math.min(signs.cohesion, 2) * 2;
  return weight;
}
