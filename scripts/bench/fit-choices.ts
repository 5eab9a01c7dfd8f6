/** One choice to learn from: what is there of each sign in each way, and which way is the right one. */
export interface Choice {
  readonly ways: readonly ReadonlyMap<number, number>[];
  /** Evidence (nats) for each way that is given and not learnt. */
  readonly given?: readonly number[];
  readonly right: number;
  /** How often it counts. */
  readonly share: number;
}

const ROUNDS = 600;
/** Step and memory of the descent (Adam). */
const STEP = 0.05;
const MEMORY = 0.9;
const MEMORY_OF_SQUARES = 0.99;

/** All ways of all choices in flat arrays: each is gone through twice a round. */
interface Flat {
  /** Where the ways of each choice begin, and where the signs of each way. */
  readonly wayOf: Int32Array;
  readonly signOf: Int32Array;
  readonly signs: Int32Array;
  readonly values: Float64Array;
  /** By way: what is given. */
  readonly given: Float64Array;
}

function flatten(choices: readonly Choice[]): Flat {
  const wayOf = [0];
  const signOf = [0];
  const signs: number[] = [];
  const values: number[] = [];
  const evidence: number[] = [];
  for (const { ways, given } of choices) {
    for (const [k, way] of ways.entries()) {
      evidence.push(given?.[k] ?? 0);
      for (const [sign, value] of way) {
        signs.push(sign);
        values.push(value);
      }
      signOf.push(signs.length);
    }
    wayOf.push(signOf.length - 1);
  }
  return {
    wayOf: Int32Array.from(wayOf),
    signOf: Int32Array.from(signOf),
    signs: Int32Array.from(signs),
    values: Float64Array.from(values),
    given: Float64Array.from(evidence),
  };
}

/** How likely each way of a choice is. */
function chances(
  { wayOf, signOf, signs, values, given }: Flat,
  choice: number,
  weights: Float64Array,
): number[] {
  const each: number[] = [];
  for (let way = wayOf[choice] as number; way < (wayOf[choice + 1] as number); way++) {
    let sum = given[way] as number;
    for (let at = signOf[way] as number; at < (signOf[way + 1] as number); at++)
      sum += (values[at] as number) * (weights[signs[at] as number] as number);
    each.push(sum);
  }
  const most = Math.max(...each);
  const raised = each.map((sum) => Math.exp(sum - most));
  const all = raised.reduce((sum, x) => sum + x, 0);
  return raised.map((x) => x / all);
}

/**
 * Learns which of several ways is the right one: a ridge-regularised softmax over the ways, by gradient descent.
 * @param count number of signs
 * @param ridge what each weight, or each by its number, must pay for its square
 * @returns a weight (nats) for each sign
 */
export function fitChoices(
  choices: readonly Choice[],
  count: number,
  ridge: number | Float64Array,
): Float64Array {
  const flat = flatten(choices);
  const { wayOf, signOf, signs, values } = flat;
  const ridges = typeof ridge === 'number' ? new Float64Array(count).fill(ridge) : ridge;
  const weights = new Float64Array(count);
  const mean = new Float64Array(count);
  const squares = new Float64Array(count);
  for (let round = 1; round <= ROUNDS; round++) {
    const gradient = weights.map((weight, k) => (ridges[k] as number) * weight);
    choices.forEach(({ right, share }, choice) => {
      chances(flat, choice, weights).forEach((chance, k) => {
        const pull = share * (chance - (k === right ? 1 : 0));
        const way = (wayOf[choice] as number) + k;
        for (let at = signOf[way] as number; at < (signOf[way + 1] as number); at++) {
          const sign = signs[at] as number;
          gradient[sign] = (gradient[sign] as number) + pull * (values[at] as number);
        }
      });
    });
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
  const flat = flatten(choices);
  let loss = 0;
  let right = 0;
  let all = 0;
  choices.forEach((choice, k) => {
    const each = chances(flat, k, weights);
    loss -= choice.share * Math.log(each[choice.right] as number);
    if (each.indexOf(Math.max(...each)) === choice.right) right += choice.share;
    all += choice.share;
  });
  return { loss: loss / all, right: right / all };
}
