import { sliceStrand, trimStrand } from '../strand.ts';
import type { Dropped, LinesState } from './line.ts';

// OCR models mark what they take for a title: "## 两会声音". A hint, not more.
const HEADING_MARK = /^(#{1,6})\s+/u;

/** Takes Markdown heading marks off; their level stays as a hint. */
export function stripMarks(state: LinesState): LinesState {
  const removed: Dropped[] = [];
  const lines = state.lines.map((line) => {
    const match = HEADING_MARK.exec(line.strand.text);
    const mark = match?.[1];
    if (!match || mark === undefined) return line;
    removed.push({ strand: sliceStrand(line.strand, 0, mark.length), reason: 'mark' });
    const strand = trimStrand(sliceStrand(line.strand, match[0].length, line.strand.text.length));
    return { ...line, strand, mark: mark.length };
  });
  return removed.length > 0 ? { ...state, lines, removed: [...state.removed, ...removed] } : state;
}
