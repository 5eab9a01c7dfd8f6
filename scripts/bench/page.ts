import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BenchPart, BenchRow } from './bench-part.ts';
import { copyProject } from './copy-project.ts';
import { runMeasured } from './run-measured.ts';
import { processorOfTree } from './watch-tree.ts';
import { writeArchive } from './write-archive.ts';

/** What the rows are called; the table of targets finds them by these names. */
export const PAGE_ROWS = {
  cold: 'npm start: until the archive is open',
  seen: 'an edit, until its page shows it',
} as const;

const EDITS = 5;
/** A page that is not there after so many milliseconds never comes. */
const PATIENCE = 120_000;
/** What `npm start` says when the archive is open. */
const READY = /这里打开：(http:\/\/[^\s]+)/u;

/** What an editor waits for: `npm start` on a new clone, and a corrected word on its page. Median of five edits. */
export const part: BenchPart = async ({ root, folder, articles, say }) => {
  say(`造 ${articles} 篇 …`);
  const names = await writeArchive(root, folder, articles);
  await copyProject(root, folder);
  await runMeasured(folder, [join(folder, 'scripts/bench/jobs.ts'), 'pictures', folder]);
  const rows: BenchRow[] = [];
  const started = performance.now();
  const child = spawn(process.execPath, [join(folder, 'scripts/start.ts')], {
    cwd: folder,
    env: { ...process.env, PORT: '0' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  try {
    const url = await new Promise<string>((resolve, reject) => {
      let said = '';
      child.stderr.on('data', (data) => {
        said = `${said}${data}`.slice(-8000);
        const found = READY.exec(said)?.[1];
        if (found) resolve(found);
      });
      child.once('close', (code) => reject(new Error(`npm start: ${code}\n${said}`)));
    });
    const cold = processorOfTree(child.pid!) ?? 0;
    rows.push({
      part: 'page',
      what: PAGE_ROWS.cold,
      articles,
      processor: cold,
      elapsed: (performance.now() - started) / 1000,
    });
    say(PAGE_ROWS.seen);
    const seen: { processor: number; elapsed: number }[] = [];
    // The first edit may come before Astro's server has warmed up: nobody edits within the first seconds.
    await new Promise((resolve) => setTimeout(resolve, 20_000));
    for (let edit = 0; edit < EDITS; edit += 1) {
      const name = names[Math.floor((names.length * (edit + 1)) / (EDITS + 1))]!;
      const mark = `改字${'甲乙丙丁戊'[edit]}已见`;
      seen.push(await timeEdit({ folder, name, mark, address: `${url}${name}/`, pid: child.pid! }));
      say(`  ${seen.at(-1)!.elapsed.toFixed(2)} s，处理器 ${seen.at(-1)!.processor.toFixed(2)} s`);
    }
    seen.sort((a, b) => a.elapsed - b.elapsed);
    rows.push({ part: 'page', what: PAGE_ROWS.seen, articles, ...seen[Math.floor(EDITS / 2)]! });
  } finally {
    child.kill('SIGTERM');
    await new Promise((resolve) => child.once('exit', resolve));
  }
  return rows;
};

interface Edit {
  folder: string;
  name: string;
  mark: string;
  address: string;
  pid: number;
}

async function timeEdit({
  folder,
  name,
  mark,
  address,
  pid,
}: Edit): Promise<{ processor: number; elapsed: number }> {
  const file = join(folder, 'content/articles', `${name}.mdx`);
  const text = await readFile(file, 'utf8');
  const before = processorOfTree(pid) ?? 0;
  const start = performance.now();
  await writeFile(file, text.replace(/。\s*$/u, `${mark}。\n`));
  for (;;) {
    const page = await fetch(address).then((answer) => answer.text());
    const elapsed = performance.now() - start;
    if (page.includes(mark)) {
      return { processor: (processorOfTree(pid) ?? 0) - before, elapsed: elapsed / 1000 };
    }
    if (elapsed > PATIENCE) throw new Error(`${address} does not show what was changed`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
