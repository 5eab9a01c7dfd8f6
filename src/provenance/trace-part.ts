import { codeAt } from '../code-at.ts';
import type { ChangeKind, Piece, ProvenancePart, Span } from '../model.ts';
import type { AlignedPage } from './aligned-page.ts';
import { nameReplacement } from './fold-character.ts';
import type { Part } from './list-parts.ts';
import { spansOf } from './page-characters.ts';

/**
 * Tells where a part's text comes from: its pieces in order, each as it stands in the scan, as it is published, and by
 * the name of what was done to it.
 *
 * @param page the aligned page
 * @param part one of its parts, placed or not
 * @param movedFrom scan line at which it begins, where that is not where reading order has it
 * @throws Error where the pieces do not give the published text: then the alignment itself is wrong
 */
export function tracePart(page: AlignedPage, part: Part, movedFrom: number | undefined): ProvenancePart {
  const { characters } = page;
  const pieces: Piece[] = [];
  const put = (kind: ChangeKind | undefined, before: string, after: string, indexes: readonly number[]) => {
    if (before === '' && after === '') return;
    const last = pieces[pieces.length - 1];
    const at = last ? last.at + last.after.length : 0;
    // Letters that follow one another in a line, and neighbouring corrections, are one piece.
    if (last && last.kind === kind && (kind === undefined || kind === 'edited')) {
      last.before += before;
      last.after += after;
      const source = kind === undefined ? spanBetween(characters, indexes) : spansOf(characters, indexes);
      last.source = joinSpans(last.source, source);
      return;
    }
    const source = kind === undefined ? spanBetween(characters, indexes) : spansOf(characters, indexes);
    pieces.push(kind ? { kind, before, after, at, source } : { before, after, at, source });
  };

  const length = part.from.length;
  let mapped = 0;
  let previous = -1;
  for (;;) {
    const unit = nextMapped(part, previous + 1);
    putGap(page, part, previous, unit, put);
    previous = unit;
    if (unit === length) break;
    mapped++;
    // Text that is the same, letter beside letter, is taken in one go.
    const run = sameFrom(page, part, unit);
    if (run > 0) {
      const from = part.from[unit]!;
      const text = part.text.slice(part.at[unit]!, part.at[unit]! + run);
      put(undefined, text, text, [from, from + run - 1]);
      mapped += run - 1;
      previous = unit + run - 1;
    } else {
      const from = part.from[unit]!;
      const before = characters.raw[from]!;
      const after = part.text[part.at[unit]!]!;
      put(nameReplacement(before, after), before, after, [from]);
    }
  }

  if (!isPublished(pieces, part.text)) {
    const published = pieces.map(({ after }) => after).join('');
    throw new Error(`${part.article.name}：对照得出的文字与发表的不同：${published} ≠ ${part.text}`);
  }
  return {
    role: part.role,
    ...(part.block !== undefined && { block: part.block }),
    text: part.text,
    source: spansOf(characters, charactersOf(part, mapped)),
    pieces,
    ...(movedFrom !== undefined && { movedFrom }),
  };
}

/** The first unit from one on that the scan has; the length where it has none of them. */
function nextMapped({ from }: Part, unit: number): number {
  let next = unit;
  while (next < from.length && from[next]! < 0) next++;
  return next;
}

/** Whether the pieces, one after the other, are the published text. */
function isPublished(pieces: readonly Piece[], text: string): boolean {
  let at = 0;
  for (const { after } of pieces) {
    if (!text.startsWith(after, at)) return false;
    at += after.length;
  }
  return at === text.length;
}

/**
 * The characters of the scan that a part is made of, and those that were dropped from it, in the scan's order.
 *
 * @param mapped how many of its units the scan has
 */
function charactersOf(part: Part, mapped: number): Int32Array {
  if (part.dropped.size === 0 && mapped === part.from.length) return inOrder(part.from);
  const dropped = [...part.dropped.values()].flat();
  const indexes = new Int32Array(mapped + dropped.length);
  indexes.set(
    part.from.filter((from) => from >= 0),
    0,
  );
  indexes.set(dropped, mapped);
  return inOrder(indexes);
}

function inOrder(indexes: Int32Array): Int32Array {
  for (let at = 1; at < indexes.length; at++) if (indexes[at]! < indexes[at - 1]!) return indexes.toSorted();
  return indexes;
}

/** Length of the run from a unit on that is the same in scan and text, without a gap in either. */
function sameFrom({ characters }: AlignedPage, part: Part, unit: number): number {
  const from = part.from[unit]!;
  const at = part.at[unit]!;
  let run = 0;
  while (
    part.from[unit + run] === from + run &&
    part.at[unit + run] === at + run &&
    characters.line[from + run] === characters.line[from] &&
    characters.offset[from + run] === characters.offset[from]! + run &&
    codeAt(characters.raw, from + run) === codeAt(part.text, at + run) &&
    (run === 0 || !part.dropped.has(unit + run))
  )
    run++;
  return run;
}

type Put = (kind: ChangeKind | undefined, before: string, after: string, indexes: readonly number[]) => void;

/** What lies between two mapped units (−1: before the first; the length: after the last). */
function putGap(page: AlignedPage, part: Part, left: number, right: number, put: Put): void {
  const length = part.from.length;
  const { characters } = page;
  const textFrom = left < 0 ? 0 : part.at[left]! + 1;
  const textTo = right < length ? part.at[right]! : part.text.length;
  const after = part.text.slice(textFrom, textTo);
  const dropped: number[] = [];
  if (part.dropped.size > 0)
    for (let unit = left + 1; unit <= right; unit++) dropped.push(...(part.dropped.get(unit) ?? []));
  const scanLeft = left < 0 ? undefined : part.from[left]!;
  const scanRight = right < length ? part.from[right]! : undefined;

  if (scanLeft === undefined) putMarksBefore(page, scanRight, put);
  if (dropped.length > 0 || right - left > 1) {
    putCorrection(page, { part, left: scanLeft, right: scanRight, dropped, after }, put);
  } else if (scanLeft === undefined || scanRight === undefined) {
    // No letter is missing, and on one side there is no scan: a text has no spaces at its edges.
    put('edited', '', after, []);
  } else if (scanRight === scanLeft + 1) {
    const before = gapText(page, scanLeft, scanRight);
    put(nameGap(before, after), before, after, [scanLeft, scanRight]);
  } else {
    const between = [];
    for (let i = scanLeft + 1; i < scanRight; i++) between.push(i);
    const kind = between.length > 0 ? nameBetween(page, between) : 'part-joined';
    if (kind === 'part-joined') {
      const separated = characters.line[scanLeft] === characters.line[scanRight] ? ' ' : '\n';
      put(kind, separated, after, [scanRight]);
    } else put(kind, gapText(page, scanLeft, scanRight), after, between);
  }
  if (scanRight === undefined && scanLeft !== undefined) putCopiesAfter(page, scanLeft, put);
}

/** White space before and after a text. */
const EDGES = /^(\s*)([\s\S]*?)(\s*)$/u;

/** What an editor put in the place of something else. */
interface Correction {
  part: Part;
  /** Characters of the scan right before and after it, where the part has them. */
  left: number | undefined;
  right: number | undefined;
  /** Characters of the scan that it replaces. */
  dropped: readonly number[];
  /** What is published there. */
  after: string;
}

/** An editor's correction, without the spaces and breaks beside it: those are named for themselves. */
function putCorrection(page: AlignedPage, { part, left, right, dropped, after }: Correction, put: Put): void {
  const whole = left !== undefined && right !== undefined && right - left === dropped.length + 1;
  const before = whole ? gapText(page, left, right) : scanTextOf(page, dropped);
  const [, leadBefore = '', coreBefore = '', trailBefore = ''] = EDGES.exec(before) ?? [];
  let [, leadAfter = '', coreAfter = '', trailAfter = ''] = EDGES.exec(after) ?? [];
  if (coreAfter === '' && leadBefore === '') [leadAfter, trailAfter] = ['', leadAfter];
  if (!whole) {
    // Beside nothing of the scan, or beside what is not neighbour there: all of it is the editor's.
    coreAfter = after;
    leadAfter = '';
    trailAfter = '';
  }
  const one = coreBefore.length === 1 && coreAfter.length === 1;
  const kind = part.derived ? 'headline-derived' : one ? nameReplacement(coreBefore, coreAfter) : 'edited';
  if (leadBefore !== '' || leadAfter !== '')
    put(nameGap(leadBefore, leadAfter), leadBefore, leadAfter, left === undefined ? [] : [left]);
  put(kind, whole ? coreBefore : before, coreAfter, dropped);
  if (trailBefore !== '' || trailAfter !== '')
    put(nameGap(trailBefore, trailAfter), trailBefore, trailAfter, right === undefined ? [] : [right]);
}

/** The text of the scan between two characters: spaces, line breaks, and what lies there. */
function gapText({ characters }: AlignedPage, from: number, to: number): string {
  let text = '';
  for (let i = from; i < to; i++) {
    if (i > from) text += characters.raw[i];
    const line = characters.line[i]!;
    if (characters.line[i + 1] === line)
      text += characters.lines[line - 1]!.slice(characters.offset[i]! + 1, characters.offset[i + 1]!);
    else text += '\n';
  }
  return text;
}

function scanTextOf(page: AlignedPage, indexes: readonly number[]): string {
  return indexes
    .map((index, k) => {
      const next = indexes[k + 1];
      const gap = next === index + 1 ? gapText(page, index, next) : '';
      return page.characters.raw[index]! + gap;
    })
    .join('');
}

function nameGap(before: string, after: string): ChangeKind | undefined {
  if (before === after) return undefined;
  if (before.includes('\n')) return after === '' ? 'line-joined' : 'line-spaced';
  return before === '' ? 'edited' : 'space-closed';
}

function nameBetween(page: AlignedPage, between: readonly number[]): ChangeKind {
  const reasons = new Set<string>();
  for (const index of between) {
    const owner = page.owners[page.owner[index]!];
    if (owner?.kind !== 'removed') return 'part-joined';
    reasons.add(nameRemoval(page.removed[owner.index]!));
  }
  return reasons.size === 1 ? ([...reasons][0] as ChangeKind) : 'removed';
}

/** A listed removal as a change: a shadow copy, a mark of the recognition, or another with its own reason. */
function nameRemoval({ text, reason }: { text: string; reason: string }): ChangeKind {
  if (/^#+$/u.test(text.trim()) || reason === 'mark') return 'mark-dropped';
  return reason === 'shadow' || /阴影|重影|重出/u.test(reason) ? 'shadow-dropped' : 'removed';
}

// "## " before a headline: put by the recognition, taken off.
function putMarksBefore(page: AlignedPage, first: number | undefined, put: Put): void {
  if (first === undefined) return;
  let from = first;
  while (isRemoved(page, from - 1) && page.characters.line[from - 1] === page.characters.line[first]) from--;
  const marks = Array.from({ length: first - from }, (_, k) => from + k);
  if (marks.length === 0 || nameBetween(page, marks) !== 'mark-dropped') return;
  const text = page.characters.raw[from]! + gapText(page, from, first);
  put('mark-dropped', text, '', marks);
}

// The last mark of a caption drawn twice.
function putCopiesAfter(page: AlignedPage, last: number, put: Put): void {
  let to = last + 1;
  while (isRemoved(page, to) && page.characters.line[to] === page.characters.line[last]) to++;
  const copies = Array.from({ length: to - last - 1 }, (_, k) => last + 1 + k);
  if (copies.length === 0) return;
  const kind = nameBetween(page, copies);
  if (kind === 'shadow-dropped') put(kind, scanTextOf(page, copies), '', copies);
}

const isRemoved = (page: AlignedPage, index: number) =>
  page.owners[page.owner[index] ?? -1]?.kind === 'removed';

function joinSpans(a: ProvenancePart['source'], b: ProvenancePart['source']): ProvenancePart['source'] {
  const last = a[a.length - 1];
  const first = b[0];
  if (last && first && last[0] === first[0] && first[1] <= last[2] && first[1] >= last[1])
    return [...a.slice(0, -1), [last[0], last[1], Math.max(last[2], first[2])], ...b.slice(1)];
  return [...a, ...b];
}

/** The one span from the first to the last of some characters of a line. */
function spanBetween({ line, offset }: AlignedPage['characters'], indexes: readonly number[]): Span[] {
  const first = indexes[0];
  const last = indexes[indexes.length - 1];
  return first === undefined || last === undefined ? [] : [[line[first]!, offset[first]!, offset[last]! + 1]];
}
