import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { BenchRow } from '../../scripts/bench/bench-part.ts';
import { compareRuns, formatTable } from '../../scripts/bench/format-table.ts';
import { writeArchive } from '../../scripts/bench/write-archive.ts';
import { readContent } from '../../src/loader/read-content.ts';
import { checkProvenance } from '../../src/provenance/check-provenance.ts';
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
  expect((await checkProvenance(folder, content)).problems).toEqual([]);
});

test('growth is the time per article against the smallest archive', () => {
  expect(formatTable([row(100, 1), row(400, 6)])).toContain(
    '| load | read | 400 | 67 | 6.0 |  |  |  |  | 1.50 |',
  );
});

test('two runs are compared row by row; a row that only one has is left out', () => {
  const compared = compareRuns([row(100, 2)], [row(100, 1), row(200, 3)]);
  expect(compared).toContain('| load | read | 100 | 2.0 | 1.0 | 0.50 |');
  expect(compared).not.toContain('200');
});
