import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { describeFailure } from './describe-failure.ts';
import { readTally } from './test/read-tally.ts';
import { runCommand, type Tally } from './test/run-stage.ts';

// npm test [-- --deep]: types, lint, unit tests, then the built site in a real Chromium. Every stage runs even
// when an earlier one failed; the last line says how many passed and failed.
const root = fileURLToPath(new URL('..', import.meta.url));
const say = (line: string) => process.stderr.write(`${line}\n`);
const { values } = parseArgs({ options: { deep: { type: 'boolean', default: false } } });
const started = performance.now();

const asOne = (code: number): Tally => (code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

async function runVitest(project: string): Promise<Tally> {
  const report = join(root, '.cache', 'tests', `${project}.json`);
  await mkdir(join(root, '.cache', 'tests'), { recursive: true });
  await rm(report, { force: true });
  const code = await runCommand(root, 'vitest', [
    'run',
    ...['--config', 'tests/vitest.config.ts', '--project', project],
    ...['--reporter', 'default', '--reporter', 'json', `--outputFile.json=${report}`],
  ]);
  return readTally(report, code);
}

/** In this order: what is quick and says most comes first. */
const STAGES: readonly (readonly [label: string, run: () => Promise<Tally>])[] = [
  ['types: astro check, tsc', async () => asOne(await runCommand(root, 'npm', ['run', '-s', 'typecheck']))],
  ['lint and format: biome', async () => asOne(await runCommand(root, 'biome', ['check', '.']))],
  ['unit and fixture tests', () => runVitest('unit')],
  ['the built site in Chromium', () => runVitest('browser')],
  ...(values.deep ? [['deep tests', () => runVitest('deep')] as const] : []),
];

const total: Tally = { passed: 0, failed: 0 };
try {
  for (const [label, run] of STAGES) {
    const start = performance.now();
    say(`\n── ${label}`);
    const { passed, failed } = await run();
    total.passed += passed;
    total.failed += failed;
    say(
      `── ${label}: ${passed} passed, ${failed} failed, ${Math.round((performance.now() - start) / 1000)} s`,
    );
  }
} catch (error) {
  say(describeFailure(error));
  total.failed += 1;
}
say(`\n${Math.round((performance.now() - started) / 1000)} s`);
process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
process.exitCode = total.failed > 0 ? 1 : 0;
