import { diffArrays } from 'diff';
import { containment, shinglesOf } from '../../src/archive/shingles.ts';
import type { MergeConflict } from '../pipeline/4-mdx/merge-conflict.ts';
import { mergeFrontMatter } from '../pipeline/4-mdx/merge-front-matter.ts';
import { divideArticle, joinArticle, mergeCharacters } from '../pipeline/4-mdx/merge-with-edits.ts';

/** What the machine wrote last time and what it writes now for one article; one of both where it is new or gone. */
export interface MachineVersions {
  base?: string;
  proposed?: string;
}

/** A block of an editor's file: its text, and the file it stands in. */
interface EditedBlock {
  file: string;
  text: string;
}

/** A changed block is the same block where this much of the smaller of two is in the other. */
const ALIKE = 0.5;

/**
 * Carries what the machine now writes otherwise into files that an editor cut otherwise: split, joined, a
 * paragraph moved. The cut is the editor's; each change of the machine goes to the block that it is about,
 * whichever file that stands in now.
 *
 * @param versions articles as the machine wrote and writes them, in reading order
 * @param files the editor's files, line feeds only, by id in reading order
 * @param options `sameScan` when scan lines mean the same in all of them
 * @returns new texts of the files that change; where there are conflicts, none
 */
export function replayChange(
  versions: ReadonlyMap<string, MachineVersions>,
  files: ReadonlyMap<string, string>,
  options: { sameScan: boolean },
): { texts: Map<string, string>; conflicts: MergeConflict[] } {
  const conflicts: MergeConflict[] = [];
  const fronts = new Map<string, string[]>();
  for (const [id, text] of files) fronts.set(id, divideArticle(text).front);
  for (const [id, { base, proposed }] of versions) {
    if (base === undefined || proposed === undefined) continue;
    const front = fronts.get(id);
    const [b, p] = [divideArticle(base).front, divideArticle(proposed).front];
    if (front) {
      const merged = mergeFrontMatter(b, front, p, options);
      conflicts.push(...merged.conflicts);
      fronts.set(id, merged.lines);
    } else if (headingsOf(b) !== headingsOf(p)) {
      // Its headline is a subhead somewhere, or dropped: where, only the editor knows.
      conflicts.push({ base: headingsOf(b), edited: '', proposed: headingsOf(p) });
    }
  }

  const edited: EditedBlock[] = [...files].flatMap(([file, text]) =>
    blocksOf(text).map((block) => ({ file, text: block })),
  );
  const [base, proposed] = (['base', 'proposed'] as const).map((version) =>
    [...versions.values()].flatMap((article) => blocksOf(article[version] ?? '')),
  ) as [string[], string[]];
  conflicts.push(...changeBlocks(edited, base, proposed));
  if (conflicts.length > 0) return { texts: new Map(), conflicts };
  const texts = new Map<string, string>();
  for (const [file, text] of files) {
    const blocks = edited.filter((block) => block.file === file).map((block) => block.text);
    const front = fronts.get(file)!;
    const isSame =
      front.join('\n') === divideArticle(text).front.join('\n') &&
      blocks.join('\n\n') === blocksOf(text).join('\n\n');
    if (!isSame) texts.set(file, joinArticle(front, `\n${blocks.join('\n\n')}\n`));
  }
  return { texts, conflicts };
}

const blocksOf = (text: string) =>
  divideArticle(text)
    .body.split(/\n{2,}/u)
    .map((block) => block.trim())
    .filter((block) => block !== '');

const headingsOf = (front: readonly string[]) =>
  front.filter((line) => /^(?:kicker|headline|deck):/u.test(line)).join('\n');

/** Changes the editor's blocks as the machine changed its own; what cannot be placed is a conflict. */
function changeBlocks(
  edited: EditedBlock[],
  base: readonly string[],
  proposed: readonly string[],
): MergeConflict[] {
  const conflicts: MergeConflict[] = [];
  let at = 0;
  const changes = diffArrays([...base], [...proposed]);
  for (let index = 0; index < changes.length; index++) {
    const { added, removed, value } = changes[index]!;
    if (!added && !removed) {
      at += value.length;
      continue;
    }
    const next = changes[index + 1];
    const gone = removed ? value : [];
    const come = added ? value : removed && next?.added ? next.value : [];
    if (removed && next?.added) index++;
    const conflict =
      gone.length === 0
        ? insertBlocks(edited, base[at - 1], base[at], come)
        : gone.length === come.length
          ? gone.map((before, each) => changeBlock(edited, before, come[each]!)).find(Boolean)
          : replaceBlocks(edited, gone, come);
    if (conflict) conflicts.push(conflict);
    at += gone.length;
  }
  return conflicts;
}

/** Where a block stands as the machine wrote it; −1 where it does not, or stands twice. */
function placeOf(edited: readonly EditedBlock[], text: string | undefined): number {
  if (text === undefined) return -1;
  const first = edited.findIndex((block) => block.text === text);
  return edited.findLastIndex((block) => block.text === text) === first ? first : -1;
}

/** The block that an editor made of the machine's, if any. */
function likeliestOf(edited: readonly EditedBlock[], text: string): EditedBlock | undefined {
  const own = shinglesOf(text);
  const [likeliest] = edited
    .map((block) => ({ block, score: containment(own, shinglesOf(block.text)) }))
    .sort((a, b) => b.score - a.score);
  return likeliest && likeliest.score >= ALIKE ? likeliest.block : undefined;
}

function changeBlock(edited: EditedBlock[], before: string, after: string): MergeConflict | undefined {
  const place = placeOf(edited, before);
  if (place >= 0) {
    edited[place]!.text = after;
    return undefined;
  }
  const block = likeliestOf(edited, before);
  if (block?.text === after) return undefined;
  const merged = block && mergeCharacters([block.text], [before], [after]);
  if (!block || merged === undefined) return { base: before, edited: block?.text ?? '', proposed: after };
  block.text = merged;
  return undefined;
}

function insertBlocks(
  edited: EditedBlock[],
  before: string | undefined,
  after: string | undefined,
  come: readonly string[],
): MergeConflict | undefined {
  if (come.every((text) => placeOf(edited, text) >= 0)) return undefined;
  const [previous, next] = [placeOf(edited, before), placeOf(edited, after)];
  const place = previous >= 0 ? previous + 1 : next;
  if (place < 0) return { base: '', edited: '', proposed: come.join('\n\n') };
  const { file } = edited[previous >= 0 ? previous : next]!;
  edited.splice(place, 0, ...come.map((text) => ({ file, text })));
  return undefined;
}

function replaceBlocks(
  edited: EditedBlock[],
  gone: readonly string[],
  come: readonly string[],
): MergeConflict | undefined {
  // What the machine now leaves out and the editor has left out already is settled.
  if (come.length === 0) gone = gone.filter((text) => likeliestOf(edited, text) !== undefined);
  if (gone.length === 0) return undefined;
  const places = gone.map((text) => placeOf(edited, text));
  const [first] = places as [number];
  const together = places.every(
    (place, index) => place === first + index && edited[place]?.file === edited[first]?.file,
  );
  if (first < 0 || !together) return { base: gone.join('\n\n'), edited: '', proposed: come.join('\n\n') };
  const { file } = edited[first]!;
  edited.splice(first, gone.length, ...come.map((text) => ({ file, text })));
  return undefined;
}
