import { diff3Merge } from 'node-diff3';
import type { MergeConflict } from './merge-conflict.ts';
import { mergeFrontMatter } from './merge-front-matter.ts';

/**
 * Merges an editor's file with what the machine would write now, against what it wrote last time: front matter
 * field by field, the body by line, and where both touched one line of it, by character.
 *
 * @param base text of the file as the machine wrote it last time
 * @param edited the editor's text
 * @param proposed what the machine would write now
 * @param options `sameScan` when scan lines mean the same in all three
 * @returns the merged text; where there are conflicts, `text` is the editor's, whole
 */
export function mergeWithEdits(
  base: string,
  edited: string,
  proposed: string,
  options: { sameScan: boolean } = { sameScan: true },
): { text: string; conflicts: MergeConflict[] } {
  const [b, e, p] = [divideArticle(base), divideArticle(edited), divideArticle(proposed)];
  const front = mergeFrontMatter(b.front, e.front, p.front, options);
  const conflicts = [...front.conflicts];
  const merged: string[] = [];
  for (const region of diff3Merge(e.body.split('\n'), b.body.split('\n'), p.body.split('\n'), {
    excludeFalseConflicts: true,
  })) {
    if (region.ok) {
      merged.push(...region.ok);
      continue;
    }
    const { a, o, b: now } = region.conflict!;
    const words = mergeCharacters(a, o, now);
    if (words === undefined) {
      conflicts.push({ base: o.join('\n'), edited: a.join('\n'), proposed: now.join('\n') });
    } else merged.push(...words.split('\n'));
  }
  return conflicts.length > 0
    ? { text: edited, conflicts }
    : { text: joinArticle(front.lines, merged.join('\n')), conflicts };
}

const ARTICLE = /^---[ \t]*\n([\s\S]*?)\n---[ \t]*(?:\n|$)/u;

/** The lines of an article's front matter, and what stands below it. */
export function divideArticle(text: string): { front: string[]; body: string } {
  const match = ARTICLE.exec(text);
  return match
    ? { front: match[1]!.split('\n'), body: text.slice(match[0].length) }
    : { front: [], body: text };
}

/** The text of an article's file. */
export const joinArticle = (front: readonly string[], body: string): string =>
  `---\n${front.join('\n')}\n---\n${body}`;

/**
 * The same lines changed by both in different places.
 *
 * @returns the lines with both changes; `undefined` where nothing but an editor can say how they go together
 */
export function mergeCharacters(
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
