import fc from 'fast-check';
import { listProperties } from '../tests/fuzz/list-properties.ts';
import { describeFailure, Refusal } from './describe-failure.ts';
import { readArguments } from './read-arguments.ts';
import { watchProgress } from './watch-progress.ts';

// npm run fuzz [-- --runs 100000] [--seed 1] [--only scan-to-article]: looks for inputs that refute a property.
// What is found is to be kept as a case of the property's file.
const say = (line: string) => process.stderr.write(`${line}\n`);

try {
  const { values } = readArguments({
    options: {
      runs: { type: 'string', default: '100000' },
      seed: { type: 'string' },
      only: { type: 'string' },
    },
  });
  const runs = Number(values.runs);
  const seed = Number(values.seed ?? Date.now() % 2 ** 31);
  if (!Number.isInteger(runs) || runs < 1 || !Number.isInteger(seed))
    throw new Refusal('--runs 和 --seed 应为整数，如 --runs 100000 --seed 42');
  const all = await listProperties();
  const chosen = all.filter(({ file }) => !values.only || file === values.only);
  if (chosen.length === 0)
    throw new Refusal(`--only 应为以下之一：${all.map(({ file }) => file).join('、')}`);
  let refuted = 0;
  for (const { file, name, property, cases = [], share = 100, longShare = Math.max(100, share) } of chosen) {
    const numRuns = Math.ceil((runs * longShare) / 100);
    const start = performance.now();
    const progress = watchProgress(say, '次', numRuns + cases.length);
    const run = property.run.bind(property);
    property.run = (value) => {
      progress.step();
      return run(value);
    };
    const result = await fc.check(property, { seed, numRuns: numRuns + cases.length, examples: cases as [] });
    const rate = Math.round((result.numRuns / (performance.now() - start)) * 1000);
    say(`${result.failed ? '✗' : '✓'} ${file}: ${name}: ${result.numRuns} runs, ${rate}/s, seed ${seed}`);
    if (!result.failed) continue;
    refuted += 1;
    say(`  shrunk to: ${JSON.stringify(result.counterexample)}`);
    say(`  path: ${result.counterexamplePath}; ${String(result.errorInstance).slice(0, 600)}`);
  }
  process.exitCode = refuted > 0 ? 1 : 0;
} catch (error) {
  say(describeFailure(error));
  process.exitCode = 1;
}
