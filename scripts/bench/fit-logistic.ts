/** Something to learn from: which of two it is, what is there of each sign, what is known of it besides. */
export interface Example {
  readonly is: boolean;
  readonly signs: ArrayLike<number>;
  /** Evidence (nats) that is given and not learnt. */
  readonly given?: number;
  /** How often it counts, 1 if not said. */
  readonly share?: number;
}

const ROUNDS = 40;
const ENOUGH = 1e-5;

/** Solves a symmetric system by elimination. */
function solve(matrix: Float64Array[], right: Float64Array): Float64Array {
  const n = right.length;
  for (let k = 0; k < n; k++) {
    const pivot = matrix[k] as Float64Array;
    for (let i = k + 1; i < n; i++) {
      const row = matrix[i] as Float64Array;
      const factor = (row[k] as number) / (pivot[k] as number);
      if (factor === 0) continue;
      for (let j = k; j < n; j++) row[j] = (row[j] as number) - factor * (pivot[j] as number);
      right[i] = (right[i] as number) - factor * (right[k] as number);
    }
  }
  for (let k = n - 1; k >= 0; k--) {
    const row = matrix[k] as Float64Array;
    let sum = right[k] as number;
    for (let j = k + 1; j < n; j++) sum -= (row[j] as number) * (right[j] as number);
    right[k] = sum / (row[k] as number);
  }
  return right;
}

/** Evidence (nats) of an example by weights. */
export function weighExample({ signs, given = 0 }: Example, weights: ArrayLike<number>): number {
  let sum = given;
  for (let k = 0; k < signs.length; k++) sum += (signs[k] as number) * (weights[k] as number);
  return sum;
}

/**
 * Learns what signs are worth: ridge-regularised logistic regression by Newton's method.
 * @param ridge what each weight must pay for its square
 * @returns a weight (nats) for each sign
 */
export function fitLogistic(examples: readonly Example[], ridge: readonly number[]): Float64Array {
  const n = ridge.length;
  const weights = new Float64Array(n);
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = weights.map((weight, k) => -(ridge[k] as number) * weight);
    const curvature = Array.from({ length: n }, (_, k) =>
      new Float64Array(n).fill(ridge[k] as number, k, k + 1),
    );
    for (const example of examples) {
      const share = example.share ?? 1;
      const chance = 1 / (1 + Math.exp(-weighExample(example, weights)));
      const spread = share * chance * (1 - chance);
      for (let k = 0; k < n; k++) {
        const value = example.signs[k] as number;
        if (value === 0) continue;
        gradient[k] = (gradient[k] as number) + share * value * ((example.is ? 1 : 0) - chance);
        const row = curvature[k] as Float64Array;
        for (let j = 0; j < n; j++)
          row[j] = (row[j] as number) + spread * value * (example.signs[j] as number);
      }
    }
    const step = solve(curvature, gradient);
    let largest = 0;
    for (let k = 0; k < n; k++) {
      weights[k] = (weights[k] as number) + (step[k] as number);
      largest = Math.max(largest, Math.abs(step[k] as number));
    }
    if (largest < ENOUGH) break;
  }
  return weights;
}

/** Mean loss (nats) of what weights say of examples. */
export function lossOf(examples: readonly Example[], weights: ArrayLike<number>): number {
  let loss = 0;
  let all = 0;
  for (const example of examples) {
    const share = example.share ?? 1;
    loss += share * Math.log1p(Math.exp((example.is ? -1 : 1) * weighExample(example, weights)));
    all += share;
  }
  return loss / all;
}
