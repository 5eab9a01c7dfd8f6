import type { Block } from '../2-blocks/row.ts';
import { rarityOf } from '../continuations.ts';
import { weighSigns } from '../weigh-signs.ts';
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
/** A text that was drawn whole ends with a sentence. */
const ENDS = /[。！？”）]$/u;

const between = (least: number, value: number, most: number): number =>
  Math.max(least, Math.min(most, value));

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[half] as number)
    : ((sorted[half - 1] as number) + (sorted[half] as number)) / 2;
}

/** A run of three characters is a name or a term from here on, the rarer the surer (逄立算, 申屠平). */
const RARE = 15;
const MOST_NAMES = 5;
const NAME = /^\p{Script=Han}{3}$/u;

/** How many names and terms two texts have in common that stand in no other text of the page. */
function countNames(texts: readonly string[]): number[][] {
  const holders = new Map<string, number[]>();
  texts.forEach((text, b) => {
    for (let i = 3; i <= text.length; i++) {
      const run = text.slice(i - 3, i);
      const held = holders.get(run);
      if (!held) holders.set(run, [b]);
      else if (held.at(-1) !== b) held.push(b);
    }
  });
  const counts = texts.map(() => texts.map(() => 0));
  for (const [run, held] of holders) {
    const [a, b] = held as [number, number];
    if (held.length !== 2 || !NAME.test(run)) continue;
    if (rarityOf(run.charCodeAt(0), run.charCodeAt(1), run.charCodeAt(2)) <= RARE) continue;
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const)
      (counts[one] as number[])[other] = ((counts[one] as number[])[other] as number) + 1;
  }
  return counts;
}

/** One text that may go on with another. */
export interface Piece {
  /** Numbers of the bodies. */
  readonly before: number;
  readonly after: number;
  readonly signs: Readonly<Record<PieceSign, number>>;
}

/**
 * Reads for each two texts of a page what speaks for the second being a piece of the first: how it begins, what the two
 * have in common more than with the other texts, to which of them the headlines go.
 * @param cut the page as it is cut while each text stands for itself
 */
export function readPieces(layout: Layout, cut: Cut): Piece[] {
  const { paragraphs, matches, meanings, runs } = layout;
  const { bodies } = cut;
  const count = bodies.length;
  const first = bodies.map(({ from }) => paragraphs[from] as Block);
  const last = bodies.map(({ to }) => paragraphs[to - 1] as Block);
  const stacks = bodies.map((_, b) =>
    cut.assignment.groups.find(({ use }) => use.kind === 'stack' && use.body === b),
  );
  const table = (weigh: (a: number, b: number) => number): number[][] =>
    bodies.map((_, a) => bodies.map((__, b) => (a === b ? Number.NaN : weigh(a, b))));
  const text = table((a, b) => weighText(readTextSigns(last[a] as Block, first[b] as Block, '')));
  const like = table((a, b) => {
    const [one, other] = [bodies[a], bodies[b]] as const;
    return one && other ? meanings.compare(one.from, one.to, other.from, other.to) : 0;
  });
  /** What the headline of one text says of another. */
  const headed = table((a, b) => {
    const [stack, body] = [stacks[a], bodies[b]];
    let evidence = 0;
    if (stack && body)
      for (let h = stack.from; h < stack.to; h++) evidence += matches.weigh(h, body.from, body.to);
    return evidence;
  });
  const others = (values: readonly number[]): number[] => values.filter((value) => !Number.isNaN(value));
  const column = (values: readonly (readonly number[])[], b: number): number[] =>
    others(values.map((row) => row[b] as number));
  const begins = bodies.map((_, b) => medianOf(column(text, b)));
  const likeBefore = like.map((row) => medianOf(others(row)));
  const likeAfter = bodies.map((_, b) => medianOf(column(like, b)));
  const usual = headed.map((row) => medianOf(others(row)));
  const names = countNames(
    bodies.map(({ from, to }) =>
      paragraphs
        .slice(from, to)
        .map(({ strand }) => strand.text)
        .join('\n'),
    ),
  );
  const pieces: Piece[] = [];
  for (let a = 0; a < count; a++) {
    const end = last[a] as Block;
    for (let b = 0; b < count; b++) {
      if (a === b) continue;
      const { from, to } = bodies[b] as { from: number; to: number };
      const own = stacks[b];
      const alike = (like[a] as number[])[b] as number;
      const measures = paragraphs.slice(from, to).map(({ measure }) => Math.abs(measure - end.measure));
      pieces.push({
        before: a,
        after: b,
        signs: {
          always: 1,
          begins: between(-12, begins[b] as number, 12),
          follows: between(-8, ((text[a] as number[])[b] as number) - (begins[b] as number), 8),
          likerBefore: alike - (likeBefore[a] as number),
          likerAfter: alike - (likeAfter[b] as number),
          headline: between(-4, ((headed[a] as number[])[b] as number) - (usual[a] as number), 8),
          ownHeadline: between(-2, own?.evidence ?? 0, 10),
          itsHeadline: between(-4, (headed[b] as number[])[a] as number, 8),
          measure: Number(Math.min(...measures) < SAME_MEASURE),
          byline: Number(runs[(bodies[a] as { to: number }).to]?.[0]?.kind === 'byline'),
          open: Number(!ENDS.test(end.strand.text)),
          next: Number(b === a + 1),
          texts: Math.log(count),
          headed: Number(own?.use.kind === 'stack' && own.use.position === 'above'),
          names: Math.sqrt(Math.min(MOST_NAMES, (names[a] as number[])[b] as number)),
          onward: Number(b > a),
        },
      });
    }
  }
  return pieces;
}

/** Evidence (nats) that a text is a piece of the one before. */
export const weighPiece = ({ signs }: Piece): number =>
  weighSigns(
    PIECE_NAMES.map((name) => signs[name]),
    weights,
  );
