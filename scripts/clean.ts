#!/usr/bin/env node
/**
 * npm run --silent clean -- FILE… [--without PASS]… [--check]
 *
 * Prints one JSON object a line for each scan on stdout, and nothing else there.
 */
import { cleanFiles } from './clean/clean-files.ts';
import { passNames } from './pipeline/index.ts';
import { readArguments } from './read-arguments.ts';

const USAGE = '用法：npm run --silent clean -- 文件… [--without 步骤]…';

function readOptions(): { files: string[]; without: Set<string> } {
  const { values, positionals } = readArguments({
    allowPositionals: true,
    options: { without: { type: 'string', multiple: true, default: [] } },
  });
  if (positionals.length === 0) throw new Error(`没有给出要清洗的文件。${USAGE}`);
  const without = new Set(values.without.flatMap((names) => names.split(',')));
  for (const name of without) {
    const pass = passNames.find((known) => known.name === name);
    if (!pass || pass.needed) {
      const names = passNames.filter((known) => !known.needed).map((known) => known.name);
      throw new Error(`--without ${name}：没有这个步骤，或不能省去。可以省去的有：${names.join('、')}`);
    }
  }
  return { files: positionals, without };
}

async function main(): Promise<void> {
  const { files, without } = readOptions();
  const failed: string[] = [];
  for await (const cleaned of cleanFiles(files, { without, say: (line) => console.error(line) })) {
    if ('failure' in cleaned) failed.push(cleaned.failure);
    else process.stdout.write(`${cleaned.line}\n`);
  }
  if (failed.length > 0) {
    for (const message of failed) console.error(message);
    process.exitCode = 1;
  }
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
