import { mkdtemp, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { MEMORY_OF_RENDERING } from '../build/build-archive.ts';
import type { BenchPart, BenchRow } from './bench-part.ts';
import { copyProject } from './copy-project.ts';
import { findEleventy, makeEleventyProject } from './eleventy-project.ts';
import { makeBareProject, makeReferenceProject } from './reference-project.ts';
import { runMeasured } from './run-measured.ts';
import { writeArchive } from './write-archive.ts';

/** What the rows are called; the table of targets finds them by these names. */
export const BUILD_ROWS = {
  floor: 'floor: read, parse as Markdown, write',
  eleventy: 'Eleventy, a bare page an article',
  glob: 'glob() + MDX, a bare page an article',
  bare: 'Astro, as many pages as rendering alone, all empty',
  render: 'rendering alone: all pages but provenance and scans',
  whole: 'rendering with provenance and scans',
  bareWhole: 'Astro, as many pages as rendering with them, all empty',
  everything: 'everything, share pictures cached',
  again: 'everything, after one changed article',
  daily: 'everything, after another changed article',
} as const;

/**
 * A whole build, a build after one changed article; beside them Astro's own way, Eleventy, and the floor. Rendering is
 * measured alone, without the pages that tell where a text comes from (an article's provenance, the scans), which
 * belong to everything, and with them; beside each stand as many empty pages of Astro.
 */
export const part: BenchPart = async ({ root, folder, articles, say }) => {
  say(`造 ${articles} 篇 …`);
  const [ours, theirs, eleventy, empty] = ['ours', 'glob', 'eleventy', 'empty'].map((name) =>
    join(folder, name),
  ) as [string, string, string, string];
  const names = await writeArchive(root, ours, articles);
  await copyProject(root, ours);
  const jobs = join(ours, 'scripts/bench/jobs.ts');
  const rows: BenchRow[] = [];
  const row = async (what: string, cwd: string, args: string[], dist: string) => {
    say(what);
    const usage = await runMeasured(cwd, args);
    rows.push({ part: 'build', what, articles, ...usage, ...(await countFiles(dist)) });
    say(`  ${usage.processor.toFixed(1)} s，${(usage.memory / 1e6).toFixed(0)} MB，${rows.at(-1)!.pages} 页`);
  };

  // Not removed before the end: for a minute a file system looks past whatever was removed wherever it makes a file, and
  // the next row paid for that (13 seconds for its folders, not 2).
  const putAside = async (path: string) =>
    rename(path, join(await mkdtemp(join(folder, 'past-')), basename(path)));

  await row(BUILD_ROWS.floor, ours, [jobs, 'floor', ours], join(ours, 'floor'));
  await putAside(join(ours, 'floor'));
  const found = findEleventy(root);
  if (found) {
    await makeEleventyProject(found.modules, ours, eleventy);
    await row(BUILD_ROWS.eleventy, eleventy, [found.program, '--quiet'], join(eleventy, 'dist'));
    await putAside(eleventy);
  } else say('没有 Eleventy，也装不上：这一行从略');
  await writeArchive(root, theirs, articles);
  await makeReferenceProject(root, theirs);
  await row(BUILD_ROWS.glob, theirs, [astroOf(root), 'build'], join(theirs, 'dist'));
  await putAside(theirs);

  const cache = join(ours, '.cache');
  for (const [what, job, bare] of [
    [BUILD_ROWS.render, 'render', BUILD_ROWS.bare],
    [BUILD_ROWS.whole, 'render-whole', BUILD_ROWS.bareWhole],
  ] as const) {
    await row(what, ours, [...MEMORY_OF_RENDERING, jobs, job, ours], join(cache, 'building'));
    await makeBareProject(root, empty, rows.at(-1)!.pages!);
    await row(bare, empty, [astroOf(root), 'build'], join(empty, 'dist'));
    await putAside(empty);
    await putAside(cache);
  }
  await runMeasured(ours, [jobs, 'pictures', ours]);
  const build = [join(ours, 'scripts/build.ts')];
  const dist = join(ours, 'dist');
  await row(BUILD_ROWS.everything, ours, build, dist);

  // Right after a whole build, and as an editor meets it from then on: folders that did not change are moved then.
  for (const [what, share] of [
    [BUILD_ROWS.again, 0.5],
    [BUILD_ROWS.daily, 0.25],
  ] as const) {
    const changed = names[Math.floor(names.length * share)]!;
    const file = join(ours, 'content/articles', `${changed}.mdx`);
    await writeFile(file, changeWord(await readFile(file, 'utf8')));
    const before = Date.now();
    await row(what, ours, build, dist);
    const last = rows.at(-1)!;
    const newer = await listNewer(dist, before);
    last.rewritten = newer.length;
    last.unrelated = newer.filter((path) => !isRelated(path, changed.slice(0, 10))).length;
  }
  return rows;
};

const astroOf = (root: string) => join(root, 'node_modules/astro/bin/astro.mjs');

/** The last word of an article, twice: what an editor does who corrects a text. */
function changeWord(text: string): string {
  const at = text.lastIndexOf('。');
  return `${text.slice(0, at)}${text.slice(at - 1, at)}${text.slice(at)}`;
}

/** Its issue, topics, names, feeds, data and search: what may change with an article. */
const isRelated = (path: string, date: string): boolean =>
  path.startsWith(`${date}/`) ||
  /^(?:names|topics|search|pagefind)\/|^(?:feed|sitemap)|^data\/(?:[^/]+$|overview\/)/u.test(path) ||
  path.startsWith(`data/articles/${date}/`);

async function listStats(dist: string) {
  const entries = await readdir(dist, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((file) => join(file.parentPath, file.name));
  return Promise.all(
    files.map(async (file) => ({ path: file.slice(dist.length + 1), ...(await stat(file)) })),
  );
}

async function countFiles(dist: string): Promise<{ files: number; bytes: number; pages: number }> {
  const stats = await listStats(dist);
  return {
    files: stats.length,
    bytes: stats.reduce((sum, { size }) => sum + size, 0),
    pages: stats.filter(({ path }) => path.endsWith('.html')).length,
  };
}

const listNewer = async (dist: string, since: number): Promise<string[]> =>
  (await listStats(dist)).filter(({ mtimeMs }) => mtimeMs >= since).map(({ path }) => path);
