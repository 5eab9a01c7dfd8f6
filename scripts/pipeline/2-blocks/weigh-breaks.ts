import { isWide } from '../characters.ts';
import { breaksWord } from '../word-meanings.ts';
import type { PagePairs } from './page-pairs.ts';
import type { Row } from './row.ts';
import { INDENT } from './weigh-row.ts';

/**
 * Across 35 of 100 line breaks inside paragraphs, and across 2 of 100 between blocks, stands a word that is known;
 * across 27 and 1 a pair of characters that the page has elsewhere; across 54 and 97 neither. They count for less than
 * that says: where headings stand close, a chance word would join them to the text. `AtRest`: the row is much shorter
 * than the next and was hardly broken to fit the column. Less by hand than was seen: between headlines that speak of
 * one thing such a pair stands by chance.
 */
const WORD = { known: 1.8, seen: 1.8, seenAtRest: 0.4, atRest: -0.4, unseen: -0.2 } as const;

/** Of the widths of a page's rows, smallest first, the usual one stands here: behind headings and last rows. */
const USUAL = 0.7;
/** A row shorter than this share of the usual surely ends a paragraph. */
const SHORT = 0.7;
/** Gaps of so many blank lines and more are alike. */
const LARGEST_GAP = 2;
/** Before a page is read, each gap counts as if it had been seen so often. */
const PRIOR = 0.5;
/** Most that a gap costs (nats), however seldom it comes. */
const MOST = 3.2;

/** What blank lines mean on this page: cost of a gap inside a paragraph and between blocks. */
export function weighGaps(rows: readonly Row[]): { inside: number[]; between: number[] } {
  const inside = new Array<number>(LARGEST_GAP + 1).fill(PRIOR);
  const between = [...inside];
  const widths = rows.map((row) => row.width).sort((a, b) => a - b);
  const usual = widths[Math.floor(widths.length * USUAL)] as number;
  for (let i = 1; i < rows.length; i++) {
    const before = rows[i - 1] as Row;
    const row = rows[i] as Row;
    if (before.kind !== 'text' || row.kind !== 'text') continue;
    const gap = Math.min(row.gap, LARGEST_GAP);
    // Surely inside: the line before stops in mid-sentence and is long. Surely between: it is short and ends one.
    if (before.ending === 'inner' || (before.ending === 'none' && before.width >= usual - 1)) {
      inside[gap] = (inside[gap] as number) + 1;
    } else if (before.ending === 'stop' && before.width < usual * SHORT)
      between[gap] = (between[gap] as number) + 1;
  }
  const cost = (counts: number[]): number[] => {
    const sum = counts.reduce((a, b) => a + b, 0);
    return counts.map((count) => Math.min(-Math.log(count / sum), MOST));
  };
  return { inside: cost(inside), between: cost(between) };
}

/**
 * Cost of a block beginning between two rows that seem to hold the halves of a word (… 变 / 更 …).
 */
export function weighBrokenWord(before: Row, after: Row, pairs: PagePairs): number {
  if (before.ending !== 'none') return 0;
  const left = before.strand.text.charCodeAt(before.strand.text.length - 1);
  const right = after.strand.text.charCodeAt(0);
  if (!isWide(left) || !isWide(right)) return 0;
  const full = before.width + INDENT + 1 >= after.width;
  if (pairs.haveAcross(before.strand.text, after.strand.text)) return full ? WORD.seen : WORD.seenAtRest;
  if (!full) return WORD.atRest;
  return breaksWord(before.strand.text, after.strand.text) ? WORD.known : WORD.unseen;
}
