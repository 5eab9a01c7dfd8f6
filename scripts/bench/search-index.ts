import { join } from 'node:path';
import type { BenchPart } from './bench-part.ts';
import { runMeasured } from './run-measured.ts';
import { writeArchive } from './write-archive.ts';

/** Indexing all articles; how the index answers in a browser is measured by `npm run bench -- search`. */
export const part: BenchPart = async ({ root, folder, articles, say }) => {
  say(`造 ${articles} 篇 …`);
  await writeArchive(root, folder, articles);
  const what = 'index of all articles';
  say(what);
  const usage = await runMeasured(root, [join(root, 'scripts/bench/jobs.ts'), 'search', folder]);
  return [{ part: 'search', what, articles, ...usage }];
};
