import { dropFromStrand, retextStrand, trimStrand } from '../strand.ts';
import { type Dropped, type LinesState, mapLines } from './line.ts';

// Control characters, zero-width characters, direction marks, soft hyphens, fillers, codes that are no characters:
// nothing of it was printed, and the loader takes none of it.
const INVISIBLE =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufff9-\ufffb\u{13430}-\u{1343f}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/u;
// Ends of lines and pages as word processors write them, amid a line of the file.
const STRANGE_SPACE = /[\u000b-\u000d\u2028\u2029]/u;
const STRANGE_SPACE_EACH = new RegExp(STRANGE_SPACE.source, 'gu');
const INVISIBLE_EACH = new RegExp(INVISIBLE.source, 'gu');

/**
 * Drops what no reader could have seen on paper; what ends a line amid a line becomes a space. Letters, private-use
 * characters and U+FFFD stay.
 */
export function dropControls(state: LinesState): LinesState {
  const removed: Dropped[] = [];
  const next = mapLines(state, (given) => {
    const strand = STRANGE_SPACE.test(given.text)
      ? trimStrand(retextStrand(given, given.text.replace(STRANGE_SPACE_EACH, ' ')))
      : given;
    if (!INVISIBLE.test(strand.text)) return strand;
    const text = strand.text;
    const marks = new Set<number>();
    for (const { 0: character, index } of text.matchAll(INVISIBLE_EACH))
      for (let unit = 0; unit < character.length; unit++) marks.add(index + unit);
    const { kept, dropped } = dropFromStrand(strand, (i) => marks.has(i));
    removed.push({ strand: dropped, reason: 'control' });
    return trimStrand(kept);
  });
  return removed.length > 0 ? { ...next, removed: [...next.removed, ...removed] } : next;
}
