/**
 * npm run ingest -- FILE… [--date YYYY-MM-DD] [--page NN] [--evidence TEXT] [--replace] [--dry-run]
 *
 * Takes page text into the archive and says what to check first.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { describeFailure, Refusal } from './describe-failure.ts';
import { findRoot } from './find-root.ts';
import { isDay } from './ingest/find-place.ts';
import { reportIngest } from './ingest/report-ingest.ts';
import { runIngest } from './ingest/run-ingest.ts';
import { today } from './ingest/today.ts';
import { readArguments } from './read-arguments.ts';

try {
  const { values, positionals } = readArguments({
    allowPositionals: true,
    options: {
      date: { type: 'string' },
      page: { type: 'string' },
      evidence: { type: 'string' },
      replace: { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false },
    },
  });
  const { date, replace } = values;
  const page = values.page?.padStart(2, '0');
  if (date !== undefined && !isDay(date))
    throw new Refusal(`--date ${date}：应为真实存在的日期，写作 2023-04-14。`);
  if (page !== undefined && !/^\d{2}$/u.test(page))
    throw new Refusal(`--page ${page}：应为两位数字，如 02；版次不详写 00。`);

  const { evidence } = values;
  const root = findRoot();
  const before = (file: string) =>
    existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : undefined;
  const terminal = process.stdin.isTTY
    ? createInterface({ input: process.stdin, output: process.stderr })
    : undefined;
  const result = await runIngest(root, {
    files: positionals,
    from: [process.cwd(), ...(process.env.INIT_CWD ? [process.env.INIT_CWD] : [])],
    ...(date !== undefined && { date }),
    ...(page !== undefined && { page }),
    ...(evidence !== undefined && { evidence }),
    replace,
    dryRun: values['dry-run'],
    ...(terminal && { ask: (question: string) => terminal.question(`${question} `) }),
    today: today(),
    say: (line) => process.stderr.write(`${line}\n`),
  }).finally(() => terminal?.close());
  process.stdout.write(`${reportIngest(result, { dryRun: values['dry-run'], before })}\n`);
  if (result.refused.length > 0) process.exitCode = 1;
} catch (error) {
  process.stderr.write(`${describeFailure(error)}\n`);
  process.exitCode = 1;
}
