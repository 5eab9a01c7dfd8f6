import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BenchPart, BenchRow } from './bench/bench-part.ts';
import { part as build } from './bench/build.ts';
import { part as clean } from './bench/clean.ts';
import { compareRuns, formatTable } from './bench/format-table.ts';
import { part as load } from './bench/load.ts';
import { part as page } from './bench/page.ts';
import { part as search } from './bench/search-index.ts';
import { tabulateTargets } from './bench/tabulate-targets.ts';
import { describeFailure, Refusal } from './describe-failure.ts';
import { readArguments } from './read-arguments.ts';
import { writeWhole } from './write-tree.ts';

// npm run bench -- [clean|load|build|page …] [--articles 1000] [--json file]   at N, 2N and 4N articles
// npm run bench -- build --at 5000,20000                                      at these sizes
// npm run bench -- compare <json of an earlier run> [clean|load|build|page …]
// npm run bench -- search [--articles 5000] [--reuse] [--without-default]   an index, measured in a browser
const PARTS: Readonly<Record<string, BenchPart>> = { clean, load, build, search, page };

const root = fileURLToPath(new URL('..', import.meta.url));
const say = (line: string) => process.stderr.write(`${line}\n`);

/** Articles of the made-up archives, where the command names no number. */
const DEFAULTS = { parts: '1000', search: '5000' };

async function runPart(name: string, articles: number): Promise<BenchRow[]> {
  const part = PARTS[name];
  if (!part) throw new Refusal(`读到 ${name}；应为以下之一：${Object.keys(PARTS).join('、')}`);
  const folder = await mkdtemp(join(tmpdir(), 'fengtai-bench-'));
  folders.push(folder);
  return part({ root, folder, articles, say });
}

async function readRows(file: string): Promise<BenchRow[]> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as BenchRow[];
  } catch (error) {
    throw new Refusal(`${file}：读不出上一次的结果（${(error as Error).message}）；应为 --json 写出的文件。`);
  }
}

/** Removed at the end: what is removed before a measurement slows it down. */
const folders: string[] = [];

try {
  const { values, positionals } = readArguments({
    allowPositionals: true,
    options: {
      articles: { type: 'string' },
      sizes: { type: 'string', default: '3' },
      at: { type: 'string' },
      json: { type: 'string' },
      // Measures the index that an earlier run of `search` made.
      reuse: { type: 'boolean', default: false },
      // Leaves Pagefind's own way of indexing out: at 20,000 articles it needs 8 GB.
      'without-default': { type: 'boolean', default: false },
    },
  });
  const comparing = positionals[0] === 'compare' ? positionals[1] : undefined;
  if (positionals[0] === 'compare' && !comparing) throw new Refusal('compare 之后应为上一次结果的 JSON 文件');
  const named = comparing ? positionals.slice(2) : positionals;
  const before = comparing ? await readRows(comparing) : [];
  const searching = named[0] === 'search';
  const least = Number(values.articles ?? (searching ? DEFAULTS.search : DEFAULTS.parts));
  const sizes = values.at
    ? values.at.split(',').map(Number)
    : Array.from({ length: Number(values.sizes) }, (_, step) => least * 2 ** step);
  if (sizes.length === 0 || sizes.some((size) => !Number.isInteger(size) || size < 1))
    throw new Refusal('--articles 和 --sizes 应为正整数，如 --articles 1000 --sizes 3，或 --at 5000,20000');
  if (searching) {
    const { benchSearch, tabulate } = await import('./bench/search.ts');
    const { reuse, 'without-default': withoutDefault } = values;
    const bench = await benchSearch({ articles: least, reuse, withoutDefault, say });
    if (values.json) writeWhole(values.json, `${JSON.stringify(bench, null, 2)}\n`);
    process.stdout.write(`${tabulate(bench).join('\n')}\n`);
  } else {
    const rows: BenchRow[] = [];
    await mkdir(join(root, '.cache'), { recursive: true });
    for (const name of named.length > 0 ? named : Object.keys(PARTS)) {
      for (const articles of sizes) {
        rows.push(...(await runPart(name, articles)));
        // After each: what took an hour is not lost to what comes after it.
        const json = values.json ?? join(root, '.cache', 'bench.json');
        writeWhole(json, `${JSON.stringify(rows, null, 2)}\n`);
      }
    }
    const table = comparing ? compareRuns(before, rows) : formatTable(rows);
    process.stdout.write(`${table}\n\n${tabulateTargets(rows)}\n`);
  }
} catch (error) {
  say(describeFailure(error));
  process.exitCode = 1;
} finally {
  for (const folder of folders) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}
