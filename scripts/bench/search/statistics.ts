/** The value at a share of a list: .5 the median, .9 what nine of ten stay below. */
function quantile(values: readonly number[], share: number): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length * share)]!;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** Median, 90th percentile, longest. */
export const spread = (values: readonly number[]): number[] => [
  median(values),
  quantile(values, 0.9),
  Math.max(...values),
];
