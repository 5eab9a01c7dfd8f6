import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BenchPart, BenchRow } from './bench-part.ts';
import { copyProject } from './copy-project.ts';
import { makeReferenceProject } from './reference-project.ts';
import { runMeasured } from './run-measured.ts';
import { writeArchive } from './write-archive.ts';

/** A whole build, a build after one changed article, and Astro's own way beside. */
export const part: BenchPart = async ({ root, folder, articles, say }) => {
  say(`造 ${articles} 篇 …`);
  const [ours, theirs] = [join(folder, 'ours'), join(folder, 'glob')];
  const names = await writeArchive(root, ours, articles);
  await writeArchive(root, theirs, articles);
  await copyProject(root, ours);
  await makeReferenceProject(root, theirs);
  const build = [join(ours, 'scripts/build.ts')];
  const rows: BenchRow[] = [];
  const row = async (what: string, cwd: string, args: string[], dist: string) => {
    say(what);
    const usage = await runMeasured(cwd, args);
    rows.push({ part: 'build', what, articles, ...usage, ...(await countFiles(dist)) });
  };

  await row('glob() + MDX, a bare page an article', theirs, [astroOf(root), 'build'], join(theirs, 'dist'));
  await row('everything', ours, build, join(ours, 'dist'));
  const file = join(ours, 'content/articles', `${names[Math.floor(names.length / 2)]}.mdx`);
  await writeFile(
    file,
    (await readFile(file, 'utf8')).replace('headlineSource: printed', 'headlineSource: derived'),
  );
  await row('everything, after one changed article', ours, build, join(ours, 'dist'));
  return rows;
};

const astroOf = (root: string) => join(root, 'node_modules/astro/bin/astro.mjs');

async function countFiles(dist: string): Promise<{ files: number; bytes: number }> {
  const entries = await readdir(dist, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  let bytes = 0;
  for (const file of files) bytes += (await stat(join(file.parentPath, file.name))).size;
  return { files: files.length, bytes };
}
