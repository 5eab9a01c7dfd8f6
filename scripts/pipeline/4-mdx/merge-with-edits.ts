import { diff3Merge } from 'node-diff3';

/** A place where editor and machine changed the same words differently. */
export interface MergeConflict {
  /** What the machine wrote last time. */
  base: string;
  /** What the editor made of it. */
  edited: string;
  /** What the machine would write now. */
  proposed: string;
}

const BODY = /\n---\n/u;

/**
 * Merges an editor's file with what the machine would write now, against what it wrote last time: by line,
 * and where both touched one line of the body, by character. Front matter is never merged inside a line:
 * half of one date and half of another is no date.
 *
 * @param base text of the file as the machine wrote it last time
 * @param edited the editor's text
 * @param proposed what the machine would write now
 * @returns the merged text; where there are conflicts, `text` is the editor's, whole
 */
export function mergeWithEdits(
  base: string,
  edited: string,
  proposed: string,
): { text: string; conflicts: MergeConflict[] } {
  const conflicts: MergeConflict[] = [];
  const merged: string[] = [];
  const bodyLine = headLength(edited);
  for (const region of diff3Merge(edited.split('\n'), base.split('\n'), proposed.split('\n'), {
    excludeFalseConflicts: true,
  })) {
    if (region.ok) {
      merged.push(...region.ok);
      continue;
    }
    const { a, o, b, aIndex } = region.conflict!;
    const words = aIndex >= bodyLine ? mergeCharacters(a, o, b) : undefined;
    if (words === undefined) {
      conflicts.push({ base: o.join('\n'), edited: a.join('\n'), proposed: b.join('\n') });
    } else merged.push(...words.split('\n'));
  }
  return conflicts.length > 0 ? { text: edited, conflicts } : { text: merged.join('\n'), conflicts };
}

/** Number of lines up to the end of the front matter. */
function headLength(text: string): number {
  const match = BODY.exec(text);
  return match ? text.slice(0, match.index + match[0].length - 1).split('\n').length : 0;
}

/** The same paragraphs changed in different places: nothing of either is lost, or `undefined`. */
function mergeCharacters(
  edited: readonly string[],
  base: readonly string[],
  proposed: readonly string[],
): string | undefined {
  // A line added, split or dropped on one side is for the editor to judge.
  if (edited.length !== base.length || proposed.length !== base.length) return undefined;
  const characters = (lines: readonly string[]) => [...lines.join('\n')];
  const regions = diff3Merge(characters(edited), characters(base), characters(proposed), {
    excludeFalseConflicts: true,
  });
  const out: string[] = [];
  for (const region of regions) {
    if (!region.ok) return undefined;
    out.push(...region.ok);
  }
  return out.join('');
}
