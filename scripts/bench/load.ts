import { join } from 'node:path';
import type { BenchPart, BenchRow } from './bench-part.ts';
import { copyProject } from './copy-project.ts';
import { runMeasured } from './run-measured.ts';
import { writeArchive } from './write-archive.ts';

/** What the rows are called; the table of targets finds them by these names. */
export const LOAD_ROWS = {
  parse: 'read, parse as YAML and Markdown',
  read: 'read and check content/',
  check: 'npm run check',
} as const;

/** Reading and checking the content; aligning it with the scans; all that editors are told. */
export const part: BenchPart = async ({ root, folder, articles, say }) => {
  say(`造 ${articles} 篇 …`);
  await writeArchive(root, folder, articles);
  const jobs = join(root, 'scripts/bench/jobs.ts');
  const rows: BenchRow[] = [];
  for (const [job, what] of [
    ['parse', LOAD_ROWS.parse],
    ['read', LOAD_ROWS.read],
    ['provenance', 'the same, and align with the scans'],
  ] as const) {
    say(what);
    rows.push({ part: 'load', what, articles, ...(await runMeasured(root, [jobs, job, folder])) });
  }
  say(LOAD_ROWS.check);
  await copyProject(root, folder);
  const check = [join(folder, 'scripts/check.ts'), '--json'];
  rows.push({ part: 'load', what: LOAD_ROWS.check, articles, ...(await runMeasured(folder, check)) });
  return rows;
};
