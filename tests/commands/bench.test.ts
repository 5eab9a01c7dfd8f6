import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { BenchRow } from '../../scripts/bench/bench-part.ts';
import { compareRuns, formatTable } from '../../scripts/bench/format-table.ts';
import { tabulateTargets } from '../../scripts/bench/tabulate-targets.ts';
import { writeArchive } from '../../scripts/bench/write-archive.ts';
import { findUnbalanced } from '../../scripts/build/find-unbalanced.ts';
import { readContent } from '../../src/loader/read-content.ts';
import { listScannedPages } from '../../src/provenance/list-pages.ts';
import { makeFolder } from './make-folder.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const row = (articles: number, processor: number): BenchRow => ({
  part: 'load',
  what: 'read',
  articles,
  processor,
  elapsed: processor,
});

test('a made-up archive is one that the build takes: references hold, and every scan balances', async () => {
  const folder = await makeFolder();
  const names = await writeArchive(root, folder, 45);
  const content = await readContent(folder);
  expect(content.articles.map(({ name }) => name).sort()).toEqual([...names].sort());
  expect(content.articles).toHaveLength(45);
  expect(await findUnbalanced(folder, listScannedPages(content), () => {})).toEqual([]);
});

test('growth is the time per article against the smallest archive', () => {
  expect(formatTable([row(100, 1), row(400, 6)])).toContain(
    '| load | read | 400 | 67 | 6.0 |  |  |  |  |  | 1.50 |',
  );
});

test('the table of targets gives each ratio beside what is to be reached, and marks what is missed', () => {
  const build = (what: string, articles: number, processor: number): BenchRow => ({
    part: 'build',
    what,
    articles,
    processor,
    elapsed: processor,
    memory: 1.5e9,
  });
  const table = tabulateTargets(
    [1, 4].flatMap((size) => [
      build('rendering alone: all pages but provenance and scans', 5000 * size, 20 * size),
      build('rendering with provenance and scans', 5000 * size, 30 * size),
      build('glob() + MDX, a bare page an article', 5000 * size, 60 * size),
      build('everything, share pictures cached', 5000 * size, 40 * size),
      build('everything, after one changed article', 5000 * size, 30),
    ]),
  );
  expect(table).toContain('| rendering alone / glob() + MDX | ≤ 0.25 | 0.33 ✗ | 0.33 ✗ |');
  expect(table).toContain(
    '| rendering with provenance and scans / glob() + MDX | ≤ 0.25 | 0.50 ✗ | 0.50 ✗ |',
  );
  expect(table).toContain('| everything / rendering alone | ≤ 4 | 2.00 | 2.00 |');
  expect(table).toContain('| after one changed article / everything | ≤ 0.4 | 0.75 ✗ | 0.19 |');
  expect(table).toContain('against the smallest archive of the run | ≤ 1.15 |  | 1.00 |');
  expect(table).toContain('| peak memory of the whole build, GB | ≤ 2 | 1.50 | 1.50 |');
  expect(table).not.toContain('Eleventy');
});

test('two runs are compared row by row; a row that only one has is left out', () => {
  const compared = compareRuns(
    [{ ...row(100, 2), memory: 100e6, files: 10, bytes: 1e6 }, row(400, 9)],
    [{ ...row(100, 1), memory: 150e6, files: 10, bytes: 3e6 }, row(200, 3)],
  );
  expect(compared).toContain('| load | read | 100 | 2.0 | 1.0 | 0.50 | 1.50 | 1.00 | 3.00 |');
  // What only one of them measured is not left out in silence.
  expect(compared).toContain('Not before: load, read, 200.');
  expect(compared).toContain('Not now: load, read, 400.');
});
