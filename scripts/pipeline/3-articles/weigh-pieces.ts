import type { Block } from '../2-blocks/row.ts';
import { weighSigns } from '../weigh-signs.ts';
import { countNames } from './count-names.ts';
import type { Cut } from './cut-articles.ts';
import type { Layout } from './layout.ts';
import { PIECE_WEIGHTS } from './learnt-weights.ts';
import { readTextSigns } from './read-text-signs.ts';
import { weighText } from './weigh-cuts.ts';

/** What speaks for one text going on with another; what it is worth is learnt by `node scripts/bench/learn-piece-weights.ts`. */
export type PieceSign = keyof typeof PIECE_WEIGHTS;
/** The signs of {@link readPieces}, in their order. */
export const PIECE_NAMES = Object.keys(PIECE_WEIGHTS) as PieceSign[];
const weights = PIECE_NAMES.map((name) => PIECE_WEIGHTS[name]);

/** Texts of one measure, in em. */
const SAME_MEASURE = 1;
/** Characters: of a text of usual length, and what is added to each, for below that it says little how short it is. */
const USUAL = 300;
const SHORTEST = 20;
/** A text that was drawn whole ends with a sentence. */
const ENDS = /[。！？”）]$/u;

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[half] as number)
    : ((sorted[half - 1] as number) + (sorted[half] as number)) / 2;
}

/** One text that may go on with another. */
export interface Piece {
  /** Numbers of the bodies. */
  readonly before: number;
  readonly after: number;
  readonly signs: Readonly<Record<PieceSign, number>>;
}

/** What is found of each two texts, by number of the one, then of the other. */
type Table = readonly (readonly number[])[];
const at = (table: Table, a: number, b: number): number => (table[a] as readonly number[])[b] as number;
const rowOf = (table: Table, a: number): number[] =>
  (table[a] as readonly number[]).filter((_, b) => b !== a);
const columnOf = (table: Table, b: number): number[] =>
  table.flatMap((row, a) => (a === b ? [] : [row[b] as number]));

/** What single signs say at most, and at least: beyond it they say no more. */
const LIMITS = {
  begins: [-12, 12],
  follows: [-8, 8],
  headline: [-4, 8],
  ownHeadline: [-2, 10],
  names: [0, 5],
} as const satisfies Partial<Record<PieceSign, readonly [number, number]>>;
const limit = (sign: keyof typeof LIMITS, value: number): number =>
  Math.max(LIMITS[sign][0], Math.min(LIMITS[sign][1], value));

/**
 * Reads for each two texts of a page what speaks for the second being a piece of the first: how it begins, what the two
 * have in common more than with the other texts, to which of them the headlines go.
 * @param cut the page as it is cut while each text stands for itself
 */
export function readPieces({ paragraphs, matches, meanings, runs }: Layout, cut: Cut): Piece[] {
  const texts = cut.bodies.map(({ from, to }, body) => ({
    from,
    to,
    blocks: paragraphs.slice(from, to),
    first: paragraphs[from] as Block,
    last: paragraphs[to - 1] as Block,
    stack: cut.assignment.groups.find(({ use }) => use.kind === 'stack' && use.body === body),
    signed: runs[to]?.[0]?.kind === 'byline',
    length: paragraphs.slice(from, to).reduce((sum, { strand }) => sum + strand.text.length, SHORTEST),
  }));
  type Text = (typeof texts)[number];
  const compare = (weigh: (one: Text, other: Text) => number): Table =>
    texts.map((one) => texts.map((other) => (one === other ? 0 : weigh(one, other))));
  const parted = compare((one, other) => weighText(readTextSigns(one.last, other.first, '')));
  const alike = compare((one, other) => meanings.compare(one.from, one.to, other.from, other.to));
  const headed = compare(({ stack }, { from, to }) => {
    let evidence = 0;
    if (stack) for (let h = stack.from; h < stack.to; h++) evidence += matches.weigh(h, from, to);
    return evidence;
  });
  const names = countNames(texts.map(({ blocks }) => blocks.map(({ strand }) => strand.text).join('\n')));
  const begins = texts.map((_, b) => medianOf(columnOf(parted, b)));
  const usual = {
    before: texts.map((_, a) => medianOf(rowOf(alike, a))),
    after: texts.map((_, b) => medianOf(columnOf(alike, b))),
    headed: texts.map((_, a) => medianOf(rowOf(headed, a))),
  };
  return texts.flatMap((one, a) =>
    texts.flatMap((other, b): Piece[] => {
      if (a === b) return [];
      const start = begins[b] as number;
      const { stack, blocks } = other;
      const signs = {
        always: 1,
        begins: limit('begins', start),
        follows: limit('follows', at(parted, a, b) - start),
        likerBefore: at(alike, a, b) - (usual.before[a] as number),
        likerAfter: at(alike, a, b) - (usual.after[b] as number),
        headline: limit('headline', at(headed, a, b) - (usual.headed[a] as number)),
        ownHeadline: limit('ownHeadline', stack?.evidence ?? 0),
        itsHeadline: limit('headline', at(headed, b, a)),
        measure: Number(blocks.some(({ measure }) => Math.abs(measure - one.last.measure) < SAME_MEASURE)),
        byline: Number(one.signed),
        open: Number(!ENDS.test(one.last.strand.text)),
        next: Number(b === a + 1),
        texts: Math.log(texts.length),
        headed: Number(stack?.use.kind === 'stack' && stack.use.position === 'above'),
        names: Math.sqrt(limit('names', at(names, a, b))),
        onward: Number(b > a),
        lengthBefore: Math.log(one.length / USUAL),
        lengthAfter: Math.log(other.length / USUAL),
      };
      return [{ before: a, after: b, signs }];
    }),
  );
}

/** Evidence (nats) that a text is a piece of the one before. */
export const weighPiece = ({ signs }: Piece): number =>
  weighSigns(
    PIECE_NAMES.map((name) => signs[name]),
    weights,
  );
