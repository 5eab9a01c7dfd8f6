import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { tabulateCoverage } from './coverage/tabulate-coverage.ts';
import { describeFailure } from './describe-failure.ts';
import { readArguments } from './read-arguments.ts';
import { runCommand } from './test/run-stage.ts';

// npm run coverage: which branches of the pipeline, the model, the queries and the browser code the tests take.
// Fails below LEAST, and where a test fails. Unit tests count for all; the built sites in Chromium for the last.
const root = fileURLToPath(new URL('..', import.meta.url));
const LEAST = 0.95;
const say = (line: string) => process.stderr.write(`${line}\n`);

try {
  readArguments({});
  await rm(join(root, '.cache', 'coverage'), { recursive: true, force: true });
  const vitest = (...more: string[]) => ['run', '--config', 'tests/vitest.config.ts', ...more];
  const unit = await runCommand(root, 'vitest', vitest('--project', 'unit', '--coverage'));
  process.env.COVERAGE = '1';
  const browser = await runCommand(
    root,
    'vitest',
    vitest('--project', 'browser', '--exclude', '**/whole-build.test.ts'),
  );
  const { table, parts } = await tabulateCoverage(root);
  process.stdout.write(`${table}\n`);
  if (unit !== 0 || browser !== 0) {
    say('有测试没有通过，见上；数字只算到通过的为止。');
    process.exitCode = 1;
  }
  for (const { name, share } of parts) {
    if (share >= LEAST) continue;
    say(`${name}：分支只走到 ${(share * 100).toFixed(1)} %，应到 ${LEAST * 100} %`);
    process.exitCode = 1;
  }
} catch (error) {
  say(describeFailure(error));
  process.exitCode = 1;
}
