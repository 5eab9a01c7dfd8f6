import { isWide } from '../characters.ts';
import { PairTable, pairAt, pairOf } from '../pair-table.ts';
import { breaksWord } from '../word-meanings.ts';
import type { Row } from './row.ts';
import { INDENT } from './weigh-row.ts';

/**
 * Over 35 of 100 line breaks inside paragraphs, and over 2 of 100 between blocks, stands a word that is known; over 27
 * and 1 a pair of characters that the page has elsewhere; over 54 and 97 neither. They count for less than that says:
 * where headings stand close, a chance word would join them to the text.
 */
const WORD = { known: 1.8, seen: 2.5, seenAtRest: 1.5, atRest: -0.4, unseen: -0.2 } as const;

/** What blank lines mean on this page: cost of a gap inside a paragraph and between blocks. */
export function weighGaps(rows: readonly Row[]): { inside: number[]; between: number[] } {
  const inside = [0.5, 0.5, 0.5];
  const between = [0.5, 0.5, 0.5];
  const widths = rows.map((row) => row.width).sort((a, b) => a - b);
  const usual = widths[Math.floor(widths.length * 0.7)] as number;
  for (let i = 1; i < rows.length; i++) {
    const before = rows[i - 1] as Row;
    const row = rows[i] as Row;
    if (before.kind !== 'text' || row.kind !== 'text') continue;
    const gap = Math.min(row.gap, 2);
    // Surely inside: the line before stops in mid-sentence and is long. Surely between: it is short and ends one.
    if (before.ending === 'inner' || (before.ending === 'none' && before.width >= usual - 1)) {
      inside[gap] = (inside[gap] as number) + 1;
    } else if (before.ending === 'stop' && before.width < usual * 0.7)
      between[gap] = (between[gap] as number) + 1;
  }
  const cost = (counts: number[]): number[] => {
    const sum = counts.reduce((a, b) => a + b, 0);
    return counts.map((count) => Math.min(-Math.log(count / sum), 3.2));
  };
  return { inside: cost(inside), between: cost(between) };
}

/** A page has some thousand different pairs of characters. */
const pairs = new PairTable(4096);

/** Pairs of characters that stand together inside the rows of the page, until the next page is asked for. */
export function pairsOf(rows: readonly Row[]): PairTable {
  pairs.clear();
  for (const row of rows) {
    const text = row.strand.text;
    for (let i = 1; i < text.length; i++) pairs.add(pairAt(text, i));
  }
  return pairs;
}

/** Cost of a block beginning between two rows that seem to hold the halves of a word (… 变 / 更 …). */
export function weighBrokenWord(before: Row, after: Row, together: PairTable): number {
  if (before.ending !== 'none') return 0;
  const left = before.strand.text.charCodeAt(before.strand.text.length - 1);
  const right = after.strand.text.charCodeAt(0);
  if (!isWide(left) || !isWide(right)) return 0;
  // A line much shorter than the next was hardly broken to fit the column.
  const full = before.width + INDENT + 1 >= after.width;
  if (together.find(pairOf(left, right)) > 0) return full ? WORD.seen : WORD.seenAtRest;
  if (!full) return WORD.atRest;
  return breaksWord(before.strand.text, after.strand.text) ? WORD.known : WORD.unseen;
}
