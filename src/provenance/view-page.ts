import { writeCodes } from '../loader/find-forbidden.ts';
import type { Article, PartRole } from '../model.ts';
import type { AlignedPage } from './aligned-page.ts';
import type { Part } from './list-parts.ts';

/** What became of a run of the scan. */
export type Fate =
  | { kind: 'published'; article: Article; role: PartRole; block?: number }
  | { kind: 'corrected'; article: Article; role: PartRole; block?: number }
  | { kind: 'furniture' }
  | { kind: 'removed'; reason: string }
  | { kind: 'withdrawn'; article: Article }
  | { kind: 'lost' };

export interface FateRun {
  text: string;
  fate: Fate;
}

/** A line of the scan in runs of one fate each. Text of a withdrawn article is left out. */
export interface FateLine {
  line: number;
  runs: FateRun[];
}

/** Lines that follow one another and have the same fate: a label for all of them. */
export interface FateGroup {
  fate: Fate | undefined;
  lines: FateLine[];
}

/**
 * The whole scan, each character with what became of it, in groups of lines with one label. What cannot be seen, or would
 * turn the text round it, stands as its code.
 */
export function viewPage(page: AlignedPage): FateGroup[] {
  const dropped = new Set(page.parts.flatMap((part) => [...part.dropped.values()].flat()));
  const groups: FateGroup[] = [];
  page.lines.forEach((text, index) => {
    const line = viewLine(page, text, index + 1, dropped);
    const fate =
      line.runs.find((run) => run.fate.kind === 'published')?.fate ??
      line.runs.find((run) => run.fate.kind !== 'removed')?.fate ??
      line.runs[0]?.fate;
    const last = groups.at(-1);
    // A blank line belongs to what stands before it.
    if (last && (!fate || sameLabel(last.fate, fate))) last.lines.push(line);
    else groups.push({ fate, lines: [line] });
  });
  return groups;
}

function viewLine(page: AlignedPage, text: string, line: number, dropped: ReadonlySet<number>): FateLine {
  const { characters, owner } = page;
  const hides = writeCodes(text) !== text;
  const runs: FateRun[] = [];
  let from = 0;
  const end = characters.firstOfLine[line]!;
  for (let index = characters.firstOfLine[line - 1]!; index < end; ) {
    const [own, isDropped] = [owner[index]!, dropped.has(index)];
    const fate = fateOf(page, own, isDropped);
    do index++;
    while (index < end && owner[index] === own && dropped.has(index) === isDropped);
    const next = index < end ? characters.offset[index]! : text.length;
    const piece = hides ? writeCodes(text.slice(from, next)) : text.slice(from, next);
    from = next;
    const last = runs.at(-1);
    const shown = fate.kind === 'withdrawn' ? '' : piece;
    if (last && sameFate(last.fate, fate)) last.text += shown;
    else runs.push({ text: shown, fate });
  }
  return { line, runs };
}

function fateOf(page: AlignedPage, index: number, corrected: boolean): Fate {
  const owner = page.owners[index];
  if (!owner) return { kind: 'lost' };
  switch (owner.kind) {
    case 'furniture':
      return { kind: 'furniture' };
    case 'removed':
      return { kind: 'removed', reason: page.removed[owner.index]!.reason };
    case 'withdrawn':
      return { kind: 'withdrawn', article: owner.article };
    case 'part':
      return partFate(owner.part, corrected);
  }
}

function partFate({ article, role, block }: Part, corrected: boolean): Fate {
  const kind = corrected ? 'corrected' : 'published';
  return { kind, article, role, ...(block !== undefined && { block }) };
}

function sameFate(a: Fate, b: Fate): boolean {
  if (a.kind !== b.kind) return false;
  if (a.kind === 'removed') return a.reason === (b as typeof a).reason;
  if (a.kind === 'published' || a.kind === 'corrected') {
    const other = b as typeof a;
    return a.article === other.article && a.role === other.role && a.block === other.block;
  }
  return a.kind !== 'withdrawn' || a.article === (b as typeof a).article;
}

function sameLabel(a: Fate | undefined, b: Fate): boolean {
  if (!a) return false;
  const isText = (fate: Fate) => fate.kind === 'published' || fate.kind === 'corrected';
  if (isText(a) && isText(b)) {
    const [left, right] = [a, b] as [Fate & { kind: 'published' }, Fate & { kind: 'published' }];
    return left.article === right.article && (left.role === 'block') === (right.role === 'block');
  }
  return sameFate(a, b);
}
