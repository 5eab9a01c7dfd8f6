import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describeFailure } from './describe-failure.ts';
import { readArguments } from './read-arguments.ts';
import { readTally } from './test/read-tally.ts';
import { runCommand, type Tally } from './test/run-stage.ts';

// npm test [-- --deep]: lint, types, unit tests, then the built site in a real Chromium. Every stage runs even
// when an earlier one failed; the last line says how many passed and failed.
const root = fileURLToPath(new URL('..', import.meta.url));
const say = (line: string) => process.stderr.write(`${line}\n`);
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

/** What is run, and its name; what it says goes to the terminal, or to `hold`. */
type Stage = readonly [label: string, run: (hold?: (said: string) => void) => Promise<Tally>];

/** What is quick and says most comes first. Types need one core alone: they are checked beside the unit tests. */
const STAGES: readonly (readonly [Stage, beside?: Stage])[] = [
  [['lint and format: biome', async () => asOne(await runCommand(root, 'biome', ['check', '.']))]],
  [
    ['unit and fixture tests', () => runVitest('unit')],
    [
      'types: astro check',
      async (hold) => asOne(await runCommand(root, 'npm', ['run', '-s', 'typecheck'], hold)),
    ],
  ],
  [['the built site in Chromium', () => runVitest('browser')]],
];
const DEEP: readonly [Stage] = [['deep tests', () => runVitest('deep')]];

const total: Tally = { passed: 0, failed: 0 };
/** Runs a stage; gives what is to be said of it at its end. */
async function runStage([label, run]: Stage, hold?: (said: string) => void): Promise<string> {
  const start = performance.now();
  const { passed, failed } = await run(hold);
  total.passed += passed;
  total.failed += failed;
  return `── ${label}: ${passed} passed, ${failed} failed, ${Math.round((performance.now() - start) / 1000)} s`;
}

try {
  const { values } = readArguments({ options: { deep: { type: 'boolean', default: false } } });
  for (const [stage, beside] of values.deep ? [...STAGES, DEEP] : STAGES) {
    say(`\n── ${stage[0]}${beside ? `; beside them ${beside[0]}` : ''}`);
    let held = '';
    const besides = beside && runStage(beside, (said) => (held = said));
    // Said in its place, below; until then it is nobody's fault that it has failed.
    besides?.catch(() => {});
    say(await runStage(stage));
    if (besides) {
      const last = await besides;
      say(`\n${held.trimEnd()}\n${last}`);
    }
  }
} catch (error) {
  say(describeFailure(error));
  total.failed += 1;
}
say(`\n${Math.round((performance.now() - started) / 1000)} s`);
process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
process.exitCode = total.failed > 0 ? 1 : 0;
