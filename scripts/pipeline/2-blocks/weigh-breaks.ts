import { isWide } from '../characters.ts';
import { breaksWord } from '../word-meanings.ts';
import { isUnwrapped } from './find-measures.ts';
import type { PagePairs } from './page-pairs.ts';
import type { Row } from './row.ts';
import { weighGoingOn } from './weigh-going-on.ts';
import { INDENT } from './weigh-row.ts';

/**
 * Across 35 of 100 line breaks inside paragraphs, and across 2 of 100 between blocks, stands a word that is known;
 * across 27 and 1 a pair of characters that the page has elsewhere; across 54 and 97 neither. They count for less than
 * that says: where headings stand close, a chance word would join them to the text. `AtRest`: the row is much shorter
 * than the next and was hardly broken to fit the column. Less by hand than was seen: between headlines that speak of
 * one thing such a pair stands by chance.
 */
const WORD = { known: 1.8, seen: 1.8, seenAtRest: 0.4, atRest: -0.4, unseen: -0.2 } as const;

/**
 * Where an OCR model has joined the lines no width tells of a break: how likely one row goes on from the other (nats)
 * counts from so much on. Of 512 subheads over their paragraphs 95 of 100 have less than .9, of 106 broken paragraphs half.
 */
const JOINED = { from: 0.5, each: 0.5 } as const;

/** Of the widths of a page's rows, smallest first, the usual one stands here: behind headings and last rows. */
const USUAL = 0.7;
/** A row shorter than this share of the usual surely ends a paragraph. */
const SHORT = 0.7;
/** Gaps of so many blank lines and more are alike. */
export const LARGEST_GAP = 2;
/** Before a page is read, each gap counts as if it had been seen so often. */
const PRIOR = 0.5;
/** Most that a gap costs (nats), however seldom it comes. */
const MOST = 3.2;
/** So many rows must be seen before what is known of the row above counts for more than what is not. */
const DOUBT = 2;

/** Cost (nats) of gaps of none, one, more blank lines: inside a paragraph and between blocks. */
export interface GapCosts {
  readonly inside: readonly number[];
  readonly between: readonly number[];
}

/** How often each gap was seen. */
class GapCounts {
  readonly #counts = new Array<number>(LARGEST_GAP + 1).fill(0);

  add(gap: number): void {
    this.#counts[gap] = (this.#counts[gap] as number) + 1;
  }

  /** How likely each gap is, if before the page was read it was as likely as said. */
  shares(before: readonly number[], prior: number): number[] {
    const sum = this.#counts.reduce((a, b) => a + b, prior);
    return this.#counts.map((count, gap) => (count + prior * (before[gap] as number)) / sum);
  }
}

/**
 * Evidence (nats) that gaps stand where the left edge of the lines changes, not between paragraphs: of a row without a
 * gap and of one with a gap, by whether the row above had one. From 3,000 rows of pages of both kinds.
 */
const EDGE = {
  inside: { closed: [-0.04, 1.6], gapped: [0, 0] },
  between: { closed: [-2, 0], gapped: [2.9, -2.9] },
} as const;
/**
 * Then, behind the first row of a paragraph before which no gap stood, 95 of 100 second rows have one, and 20 of 100 that
 * begin a paragraph; it counts as if so many rows of the page had said so.
 */
const INDENTED = { inside: [0.05, 0.94, 0.01], between: [0.8, 0.19, 0.01] } as const;
const SURE = 20;
/** Which of the four kinds of rows above that is. */
const AFTER_FIRST = 2;

const toCosts = (shares: readonly number[]): number[] =>
  shares.map((share) => Math.min(-Math.log(share), MOST));

/** What blank lines mean on a page. */
export interface PageGaps extends GapCosts {
  /** Knowing whether the row above began its paragraph, and whether a gap stood before it. */
  after(began: boolean, gapAbove: number): GapCosts;
}

/**
 * What blank lines mean on this page. PDFBox puts one wherever a line begins further left or right than the one above, and
 * none right behind another: before the first line of a paragraph, which is indented, or before the second. So a gap says
 * little by itself, but much beside what the row above is and whether there was a gap before that.
 */
export function weighGaps(rows: readonly Row[]): PageGaps {
  const widths = rows.map((row) => row.width).sort((a, b) => a - b);
  const usual = widths[Math.floor(widths.length * USUAL)] as number;
  const even = new Array<number>(LARGEST_GAP + 1).fill(1 / (LARGEST_GAP + 1));
  const kinds = ['inside', 'between'] as const;
  const all = { inside: new GapCounts(), between: new GapCounts() };
  // By whether the row above began its paragraph, and whether a gap stood before it.
  const known = [0, 1, 2, 3].map(() => ({ inside: new GapCounts(), between: new GapCounts() }));
  let above: (typeof kinds)[number] | undefined;
  let indents = 0;
  for (let i = 1; i < rows.length; i++) {
    const before = rows[i - 1] as Row;
    const row = rows[i] as Row;
    if (before.kind !== 'text' || row.kind !== 'text') {
      above = undefined;
      continue;
    }
    const gap = Math.min(row.gap, LARGEST_GAP);
    const began = above === 'between';
    // Surely inside: the line before stops in mid-sentence and is long. Surely between: it is short and ends one.
    const full = before.width >= usual - 1 - (began ? INDENT : 0);
    const kind =
      before.ending === 'inner' || (before.ending === 'none' && full)
        ? 'inside'
        : before.ending === 'stop' && before.width < usual * SHORT
          ? 'between'
          : undefined;
    if (kind) {
      all[kind].add(gap);
      indents += EDGE[kind][before.gap > 0 ? 'gapped' : 'closed'][gap > 0 ? 1 : 0] as number;
      if (above) known[(began ? 2 : 0) + (before.gap > 0 ? 1 : 0)]?.[kind].add(gap);
    }
    above = kind;
  }
  const coarse = {
    inside: all.inside.shares(even, PRIOR * (LARGEST_GAP + 1)),
    between: all.between.shares(even, PRIOR * (LARGEST_GAP + 1)),
  };
  const fine = known.map(({ inside, between }, k) => {
    const edge = indents > 0 && k === AFTER_FIRST;
    const before = edge ? INDENTED : coarse;
    const prior = edge ? SURE : DOUBT;
    return {
      inside: toCosts(inside.shares(before.inside, prior)),
      between: toCosts(between.shares(before.between, prior)),
    };
  });
  return {
    inside: toCosts(coarse.inside),
    between: toCosts(coarse.between),
    after: (began, gapAbove) => fine[(began ? 2 : 0) + (gapAbove > 0 ? 1 : 0)] as GapCosts,
  };
}

/** What stands on both sides of a break says of a word that the column has cut. */
function weighWord(before: Row, after: Row, pairs: PagePairs): number {
  const left = before.strand.text.charCodeAt(before.strand.text.length - 1);
  const right = after.strand.text.charCodeAt(0);
  if (!isWide(left) || !isWide(right)) return 0;
  const full = before.width + INDENT + 1 >= after.width;
  if (pairs.haveAcross(before.strand.text, after.strand.text)) return full ? WORD.seen : WORD.seenAtRest;
  if (!full) return WORD.atRest;
  return breaksWord(before.strand.text, after.strand.text) ? WORD.known : WORD.unseen;
}

/**
 * Cost of a block beginning between two rows that seem to hold the halves of a word (… 变 / 更 …), or, before lines that an
 * OCR model has joined, of a sentence.
 */
export function weighBrokenWord(before: Row, after: Row, pairs: PagePairs): number {
  if (before.ending !== 'none') return 0;
  const word = weighWord(before, after, pairs);
  if (!isUnwrapped(after)) return word;
  const goesOn = weighGoingOn(before.strand.text, after.strand.text, pairs) - JOINED.from;
  return word + JOINED.each * Math.max(0, goesOn);
}
