#!/usr/bin/env node
/**
 * npm run --silent clean -- FILE… [--without PASS]… [--check]
 *
 * Prints one JSON object a line for each scan on stdout, and nothing else there.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readScan } from './pipeline/1-lines/read-scan.ts';
import { checkConservation } from './pipeline/check-conservation.ts';
import { cleanScan, passNames, ScanError } from './pipeline/index.ts';
import { readTopics } from './pipeline/read-topics.ts';

const USAGE = '用法：npm run --silent clean -- 文件… [--without 步骤]…';

function readOptions(): { files: string[]; without: Set<string> } {
  const { values, positionals } = parseArgs({
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

function main(): void {
  const { files, without } = readOptions();
  const topics = readTopics(new URL('../content/topics', import.meta.url).pathname);
  const failed: string[] = [];
  for (const file of files) {
    try {
      const bytes = readFileSync(file);
      const place = /(\d{4}-\d{2}-\d{2})\/p(\d{2})\.[^/]+$/u.exec(file);
      const known = place?.[1] && place[2] ? { date: place[1], page: place[2] } : {};
      const cleaned = cleanScan(bytes, { scan: file, topics, without, ...known });
      const faults = checkConservation(readScan(bytes, file), cleaned);
      if (faults.length > 0)
        throw new Error(`${file}：程序有误，文字没有守恒：${faults[0]}。请报告这个文件。`);
      process.stdout.write(`${JSON.stringify(cleaned)}\n`);
    } catch (error) {
      if (error instanceof ScanError) failed.push(error.message);
      else if (error instanceof Error && 'code' in error && typeof error.code === 'string') {
        failed.push(`${file}：读不到这个文件（${error.code}）。请检查路径。`);
      } else throw error;
    }
  }
  if (failed.length > 0) {
    for (const message of failed) console.error(message);
    process.exitCode = 1;
  }
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
