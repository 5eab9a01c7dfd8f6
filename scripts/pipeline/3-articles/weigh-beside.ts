import type { Layout } from './layout.ts';
import { BESIDE_WEIGHTS } from './learnt-weights.ts';
import type { CutSigns } from './read-cut-signs.ts';
import { readRegister } from './read-register.ts';

/** Paragraphs with next to no rare word in common have this much in common. */
const LEAST = 0.2;
/** Logarithms of ratios of links say no more than at this. */
const MOST = 2;
/** After so many characters a cut near by says a third of what it would right here. */
const NEAR = 120;
/** On a page of so few paragraphs the first or the last may well be an article. */
const FEW = 6;

const chance = (weight: number): number => 1 / (1 + Math.exp(-weight));

/** How much more (logarithm) holds the text together elsewhere than here. */
function moreThan(here: number, elsewhere: number): number {
  return Math.max(-MOST, Math.min(MOST, Math.log((elsewhere + LEAST) / (here + LEAST))));
}

/**
 * How near the nearest other cut is on either side, as far as is known: 1 right here, the less the more text lies
 * between.
 * @returns by paragraph after the gap, what lies before and what lies behind
 */
function readNearness(layout: Layout, alone: readonly number[]): [Float64Array, Float64Array] {
  const { paragraphs } = layout;
  const count = paragraphs.length;
  const fading = paragraphs.map(({ strand }) => Math.exp(-strand.text.length / NEAR));
  const before = new Float64Array(count + 1);
  const behind = new Float64Array(count + 1);
  const pass = (gap: number, beyond: number): number => {
    const cut = chance(alone[gap] as number);
    return cut + (1 - cut) * beyond;
  };
  for (let g = 2; g < count; g++)
    before[g] = pass(g - 1, before[g - 1] as number) * (fading[g - 1] as number);
  for (let g = count - 2; g >= 1; g--)
    behind[g] = pass(g + 1, behind[g + 1] as number) * (fading[g] as number);
  return [before, behind];
}

/** What stands beside a gap; what it is worth is learnt by `node scripts/bench/learn-gap-weights.ts`. */
export type BesideSign = keyof typeof BESIDE_WEIGHTS;
/** The signs of {@link readBeside}, in their order. */
export const BESIDE_NAMES = Object.keys(BESIDE_WEIGHTS) as BesideSign[];

/**
 * Reads what stands beside each gap: whether paragraphs hang together less than those before and behind them do, a
 * change of register, other cuts near by.
 * @param alone what was found at each gap by itself (nats, by the paragraph after it)
 * @returns by paragraph after the gap, undefined where there is no gap
 */
export function readBeside(
  layout: Layout,
  signs: readonly (CutSigns | undefined)[],
  alone: readonly number[],
): (Readonly<Record<BesideSign, number>> | undefined)[] {
  const count = layout.paragraphs.length;
  const links = signs.map((sign) => sign?.cohesion ?? 0);
  const { beside } = layout.meanings;
  const register = readRegister(layout.paragraphs.map(({ strand }) => strand.text));
  const [cutBefore, cutBehind] = readNearness(layout, alone);
  /** Of the first gap nothing is before, of the last nothing behind. */
  const at = (values: ArrayLike<number>, g: number): number =>
    g >= 1 && g < count ? (values[g] as number) : 0;
  return signs.map((sign, g) => {
    if (!sign) return undefined;
    const link = links[g] as number;
    const likeness = beside[g] as number;
    const likenessBefore = at(beside, g - 1);
    const likenessBehind = at(beside, g + 1);
    return {
      always: 1,
      linksBefore: moreThan(link, at(links, g - 1)),
      linksBehind: moreThan(link, at(links, g + 1)),
      first: g === 1 && count > FEW ? 1 : 0,
      last: g === count - 1 && count > FEW ? 1 : 0,
      likenessBefore,
      likenessBehind,
      likerBefore: Math.max(0, likenessBefore - likeness),
      likerBehind: Math.max(0, likenessBehind - likeness),
      register: register[g] as number,
      cutBefore: cutBefore[g] as number,
      cutBehind: cutBehind[g] as number,
    };
  });
}

/**
 * Adds to the evidence at each gap what stands beside it ({@link readBeside}). Articles of one short paragraph are rare:
 * of two gaps so near to each other mostly one is a cut.
 */
export function weighBeside(
  layout: Layout,
  signs: readonly (CutSigns | undefined)[],
  alone: readonly number[],
): readonly number[] {
  return readBeside(layout, signs, alone).map((beside, g) => {
    const weight = alone[g] as number;
    if (!beside) return weight;
    const added = BESIDE_NAMES.reduce((sum, name) => sum + BESIDE_WEIGHTS[name] * beside[name], 0);
    // 本报讯, （记者 …）: a report begins or ends here, however near to another.
    const reports = signs[g]?.reportBegins || signs[g]?.reportEnds;
    return weight + (reports ? Math.max(0, added) : added);
  });
}
