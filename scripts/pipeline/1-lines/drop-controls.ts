import { dropFromStrand, trimStrand } from '../strand.ts';
import { type Dropped, type LinesState, mapLines } from './line.ts';

// Control characters, zero-width characters, direction marks, soft hyphens: nothing of it was printed.
const INVISIBLE =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\ufe00-\ufe0f]/u;
const INVISIBLE_EACH = new RegExp(INVISIBLE.source, 'gu');

/** Drops what no reader could have seen on paper. Letters, private-use characters and U+FFFD stay. */
export function dropControls(state: LinesState): LinesState {
  const removed: Dropped[] = [];
  const next = mapLines(state, (strand) => {
    if (!INVISIBLE.test(strand.text)) return strand;
    const text = strand.text;
    const marks = new Set([...text.matchAll(INVISIBLE_EACH)].map((match) => match.index));
    const { kept, dropped } = dropFromStrand(strand, (i) => marks.has(i));
    removed.push({ strand: dropped, reason: 'control' });
    return trimStrand(kept);
  });
  return removed.length > 0 ? { ...next, removed: [...next.removed, ...removed] } : next;
}
