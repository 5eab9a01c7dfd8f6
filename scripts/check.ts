/**
 * npm run check -- [--fix] [--json | --markdown] [--strict]
 *
 * Reads everything and lists what is wrong or suspicious. Fails on errors; with --strict on warnings too.
 */
import { severityOf } from './check/finding.ts';
import { fixContent } from './check/fix-content.ts';
import { reportCheck, reportMarkdown } from './check/report-check.ts';
import { runCheck } from './check/run-check.ts';
import { describeFailure } from './describe-failure.ts';
import { findRoot } from './find-root.ts';
import { readArguments } from './read-arguments.ts';
import { finishInterrupted } from './take-turn.ts';

try {
  const { values } = readArguments({
    options: {
      fix: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      markdown: { type: 'boolean', default: false },
      strict: { type: 'boolean', default: false },
    },
  });
  const root = findRoot();
  await finishInterrupted(root);
  if (values.fix) {
    for (const { file, line, before, after } of await fixContent(root))
      process.stderr.write(`${file}:${line}  已改：${before} → ${after}\n`);
  }
  const result = await runCheck(root, (line) => process.stderr.write(`${line}\n`));
  if (values.json) process.stdout.write(`${JSON.stringify(result)}\n`);
  else process.stdout.write(`${values.markdown ? reportMarkdown(result) : reportCheck(result)}\n`);
  const grave = result.findings.filter((finding) => {
    return severityOf(finding) === 'error' || (values.strict && severityOf(finding) === 'warning');
  });
  if (grave.length > 0) process.exitCode = 1;
} catch (error) {
  process.stderr.write(`${describeFailure(error)}\n`);
  process.exitCode = 1;
}
