import { join } from 'node:path';
import type { BenchPart, BenchRow } from './bench-part.ts';
import { runMeasured } from './run-measured.ts';
import { writeArchive } from './write-archive.ts';

/** Reading and checking the content; aligning it with the scans; the floor below. */
export const part: BenchPart = async ({ root, folder, articles, say }) => {
  say(`造 ${articles} 篇 …`);
  await writeArchive(root, folder, articles);
  const jobs = join(root, 'scripts/bench/jobs.ts');
  const rows: BenchRow[] = [];
  for (const [job, what] of [
    ['floor', 'floor: read, parse as Markdown, write'],
    ['read', 'read and check content/'],
    ['provenance', 'the same, and align with the scans'],
  ] as const) {
    say(what);
    rows.push({ part: 'load', what, articles, ...(await runMeasured(root, [jobs, job, folder])) });
  }
  return rows;
};
