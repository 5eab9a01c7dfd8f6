#!/usr/bin/env node
/**
 * npm run case -- SCAN FROM-TO NAME [--pass PASS]
 *
 * Takes lines of a scan into a new fixture of a pass, with the present output as a draft to correct: the output
 * goes to `knownFailures` (the test demands that what stands there fails) until the pass is mended.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeFailure, Refusal } from './describe-failure.ts';
import { findRoot } from './find-root.ts';
import { startsOfLines } from './pipeline/1-lines/line.ts';
import { readScan } from './pipeline/1-lines/read-scan.ts';
import { passNames } from './pipeline/index.ts';
import { showPass } from './pipeline/show-stages.ts';
import { readArguments } from './read-arguments.ts';
import { takeTurn } from './take-turn.ts';
import { writeTree } from './write-tree.ts';

const USAGE = '用法：npm run case -- 扫描文件 起行-止行 名称 [--pass 步骤]';

try {
  const { values, positionals } = readArguments({
    allowPositionals: true,
    options: { pass: { type: 'string', default: 'classify-topics' } },
  });
  const [scan, range, name] = positionals;
  const lines = /^(\d+)-(\d+)$/u.exec(range ?? '');
  if (!scan || !lines || !name) throw new Refusal(`读到“${positionals.join(' ')}”。${USAGE}`);
  const pass = passNames.find((known) => known.name === values.pass && !known.signOf);
  if (!pass) {
    const known = passNames.filter((other) => !other.signOf).map((other) => other.name);
    throw new Refusal(`--pass ${values.pass}：没有这个步骤。应为以下之一：${known.join('、')}`);
  }
  if (!existsSync(scan)) throw new Refusal(`${scan}：没有这个文件。请检查路径。`);
  const text = readScan(readFileSync(scan), scan);
  const starts = startsOfLines(text);
  const from = Number(lines[1]);
  const to = Number(lines[2]);
  if (from < 1 || to < from || to > starts.length) {
    throw new Refusal(`${range}：这个文件有 ${starts.length} 行，起行应从 1 数起，不大于止行。`);
  }
  const taken = text
    .slice(starts[from - 1], starts[to] ?? text.length)
    .replace(/\r?\n$/u, '')
    .split(/\r?\n/u);
  const root = findRoot();
  const place = `tests/passes/${pass.stage}/${pass.name}.json`;
  const file = join(root, place);
  await takeTurn(root, () => {
    const fixture = existsSync(file)
      ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown[]>)
      : { fixes: [], keeps: [], knownFailures: [] };
    const all = [...(fixture.fixes ?? []), ...(fixture.keeps ?? []), ...(fixture.knownFailures ?? [])];
    if (all.some((other) => (other as { name: string }).name === name)) {
      throw new Refusal(`${file}：已有名为“${name}”的例子。请换一个名称。`);
    }
    fixture.knownFailures = [
      ...(fixture.knownFailures ?? []),
      { name, scan: taken, expect: showPass(taken, pass.name) },
    ];
    // Whole or not at all: a full disk left nothing of the cases that were there.
    writeTree(root, new Map([[place, `${JSON.stringify(fixture, null, 2)}\n`]]));
  });
  process.stderr.write(
    `${file}\n已把第 ${from}–${to} 行写入 knownFailures，名为“${name}”，expect 是现在的结果。\n请把 expect 改成应有的结果；程序改好后，把它移到 fixes。\n`,
  );
} catch (error) {
  process.stderr.write(`${describeFailure(error)}\n`);
  process.exitCode = 1;
}
