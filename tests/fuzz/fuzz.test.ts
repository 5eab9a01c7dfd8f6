import fc from 'fast-check';
import { describe, test } from 'vitest';
import { listProperties } from './list-properties.ts';

/** The same inputs at every run: `npm run fuzz` looks for new ones. */
const SEED = 20_230_414;
const RUNS = 300;

describe.each(await listProperties())('$file', ({ name, property, cases = [], share = 100 }) => {
  test(name, async () => {
    const numRuns = Math.ceil((RUNS * share) / 100);
    await fc.assert(property, { seed: SEED, numRuns: numRuns + cases.length, examples: cases as [] });
  });
});
