/** One choice to learn from: what is there of each sign in each way, and which way is the right one. */
export interface Choice {
  readonly ways: readonly ReadonlyMap<number, number>[];
  readonly right: number;
  /** How often it counts. */
  readonly share: number;
}

const ROUNDS = 600;
/** Step and memory of the descent (Adam). */
const STEP = 0.05;
const MEMORY = 0.9;
const MEMORY_OF_SQUARES = 0.99;

const weigh = (way: ReadonlyMap<number, number>, weights: Float64Array): number => {
  let sum = 0;
  for (const [sign, value] of way) sum += value * (weights[sign] as number);
  return sum;
};

function chances(ways: readonly ReadonlyMap<number, number>[], weights: Float64Array): number[] {
  const sums = ways.map((way) => weigh(way, weights));
  const most = Math.max(...sums);
  const each = sums.map((sum) => Math.exp(sum - most));
  const all = each.reduce((sum, x) => sum + x, 0);
  return each.map((x) => x / all);
}

/**
 * Learns which of several ways is the right one: a ridge-regularised softmax over the ways, by gradient descent.
 * @param count number of signs
 * @param ridge what each weight must pay for its square
 * @returns a weight (nats) for each sign
 */
export function fitChoices(choices: readonly Choice[], count: number, ridge: number): Float64Array {
  const weights = new Float64Array(count);
  const mean = new Float64Array(count);
  const squares = new Float64Array(count);
  for (let round = 1; round <= ROUNDS; round++) {
    const gradient = weights.map((weight) => ridge * weight);
    for (const { ways, right, share } of choices) {
      chances(ways, weights).forEach((chance, k) => {
        const pull = share * (chance - (k === right ? 1 : 0));
        for (const [sign, value] of ways[k] as ReadonlyMap<number, number>)
          gradient[sign] = (gradient[sign] as number) + pull * value;
      });
    }
    const step = STEP * (1 - round / (ROUNDS + 1));
    for (let k = 0; k < count; k++) {
      const slope = gradient[k] as number;
      mean[k] = MEMORY * (mean[k] as number) + (1 - MEMORY) * slope;
      squares[k] = MEMORY_OF_SQUARES * (squares[k] as number) + (1 - MEMORY_OF_SQUARES) * slope * slope;
      const bias = Math.sqrt(1 - MEMORY_OF_SQUARES ** round) / (1 - MEMORY ** round);
      weights[k] =
        (weights[k] as number) -
        (step * bias * (mean[k] as number)) / (Math.sqrt(squares[k] as number) + 1e-9);
    }
  }
  return weights;
}

/** Mean loss (nats) of what weights say of choices, and the share of those that they decide rightly. */
export function lossOfChoices(
  choices: readonly Choice[],
  weights: Float64Array,
): { loss: number; right: number } {
  let loss = 0;
  let right = 0;
  let all = 0;
  for (const choice of choices) {
    const each = chances(choice.ways, weights);
    loss -= choice.share * Math.log(each[choice.right] as number);
    if (each.indexOf(Math.max(...each)) === choice.right) right += choice.share;
    all += choice.share;
  }
  return { loss: loss / all, right: right / all };
}
