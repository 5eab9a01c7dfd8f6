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

/**
 * Adds to the evidence at each gap what stands beside it: paragraphs that hang together less than those before and
 * behind them do, a change of register, other cuts near by. Articles of one short paragraph are rare: of two gaps
 * so near to each other mostly one is a cut.
 * @param alone what was found at each gap by itself (nats, by the paragraph after it)
 */
export function weighBeside(
  layout: Layout,
  signs: readonly (CutSigns | undefined)[],
  alone: readonly number[],
): readonly number[] {
  const weights = BESIDE_WEIGHTS;
  const count = layout.paragraphs.length;
  const links = signs.map((sign) => sign?.cohesion ?? 0);
  const { beside } = layout.meanings;
  const register = readRegister(layout.paragraphs.map(({ strand }) => strand.text));
  const [cutBefore, cutBehind] = readNearness(layout, alone);
  /** Of the first gap nothing is before, of the last nothing behind. */
  const at = (values: ArrayLike<number>, g: number): number =>
    g >= 1 && g < count ? (values[g] as number) : 0;
  return alone.map((weight, g) => {
    const sign = signs[g];
    if (!sign) return weight;
    const link = links[g] as number;
    const likeness = beside[g] as number;
    const likenessBefore = at(beside, g - 1);
    const likenessBehind = at(beside, g + 1);
    const added =
      weights.always +
      (g === 1 && count > FEW ? weights.first : 0) +
      (g === count - 1 && count > FEW ? weights.last : 0) +
      weights.linksBefore * moreThan(link, at(links, g - 1)) +
      weights.linksBehind * moreThan(link, at(links, g + 1)) +
      weights.likenessBefore * likenessBefore +
      weights.likenessBehind * likenessBehind +
      weights.likerBefore * Math.max(0, likenessBefore - likeness) +
      weights.likerBehind * Math.max(0, likenessBehind - likeness) +
      weights.register * (register[g] as number) +
      weights.cutBefore * (cutBefore[g] as number) +
      weights.cutBehind * (cutBehind[g] as number);
    // 本报讯, （记者 …）: a report begins or ends here, however near to another.
    return weight + (sign.reportBegins || sign.reportEnds ? Math.max(0, added) : added);
  });
}
