import { type FieldLines, insertField, joinFields, splitFields } from './front-matter-fields.ts';
import type { MergeConflict } from './merge-conflict.ts';

/** What the machine keeps for itself: where both changed it there is nothing for an editor to decide. */
const BOOKKEEPING = new Set(['order', 'lines']);

/** A doubt is the same one though its weight was computed anew or its line moved with a better scan. */
const DOUBT_KEY = /(?:code|message): ("(?:[^"\\]|\\.)*")/gu;

/**
 * Merges front matter three ways, field by field: half of one date and half of another is no date. Doubts are
 * merged one by one, so that one which an editor has settled and taken out does not come back. An editor's
 * notes (`# …`) stay.
 *
 * @param base lines as the machine wrote them last time
 * @param edited the editor's lines
 * @param proposed what the machine would write now
 * @param options `sameScan` when scan lines mean the same in all three
 */
export function mergeFrontMatter(
  base: readonly string[],
  edited: readonly string[],
  proposed: readonly string[],
  { sameScan }: { sameScan: boolean },
): { lines: string[]; conflicts: MergeConflict[] } {
  const conflicts: MergeConflict[] = [];
  const before = splitFields(base);
  const now = splitFields(proposed);
  let merged = splitFields(edited);
  const names = new Set([...before, ...merged, ...now].map(({ field }) => field));
  for (const name of names) {
    if (name === undefined) continue;
    const find = (fields: readonly FieldLines[]) => fields.find(({ field }) => field === name)?.lines;
    const [b, e, p] = [find(before), find(merged), find(now)];
    let lines: readonly string[] | undefined;
    if (same(b, e)) lines = p;
    else if (same(b, p) || same(e, p)) continue;
    else if (name === 'doubts') lines = mergeDoubts(b, e, p);
    else if (BOOKKEEPING.has(name)) lines = name === 'lines' && !sameScan ? p : e;
    else {
      conflicts.push({ base: text(b), edited: text(e), proposed: text(p) });
      continue;
    }
    const at = merged.findIndex(({ field }) => field === name);
    if (at >= 0) {
      const { comments } = merged[at]!;
      merged = merged.with(
        at,
        lines ? { field: name, lines: [...lines], comments } : { lines: [], comments },
      );
    } else if (lines) merged = insertField(merged, { field: name, lines: [...lines], comments: [] });
  }
  return { lines: joinFields(merged), conflicts };
}

const text = (lines: readonly string[] | undefined) => lines?.join('\n') ?? '';
const same = (a: readonly string[] | undefined, b: readonly string[] | undefined) => text(a) === text(b);

function mergeDoubts(
  base: readonly string[] | undefined,
  edited: readonly string[] | undefined,
  proposed: readonly string[] | undefined,
): string[] | undefined {
  const keyOf = (row: string) => [...row.matchAll(DOUBT_KEY)].map(([, words]) => words).join(' ');
  const rows = (lines: readonly string[] | undefined) => {
    const found = new Map<string, string>();
    for (const row of lines?.slice(1) ?? []) {
      let key = keyOf(row);
      while (found.has(key)) key += ' again';
      found.set(key, row);
    }
    return found;
  };
  const [b, e, p] = [rows(base), rows(edited), rows(proposed)];
  const merged = [...e]
    // One that the machine no longer has goes, unless an editor wrote it or changed it.
    .filter(([key, row]) => p.has(key) || b.get(key) !== row)
    .map(([key, row]) => (b.get(key) === row ? p.get(key)! : row));
  for (const [key, row] of p) if (!b.has(key) && !e.has(key)) merged.push(row);
  return merged.length > 0 ? ['doubts:', ...merged] : undefined;
}
