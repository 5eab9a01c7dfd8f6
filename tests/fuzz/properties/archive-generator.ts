import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { writeArchive } from '../../../scripts/bench/write-archive.ts';
import { findUnbalanced } from '../../../scripts/build/find-unbalanced.ts';
import { gatherContent } from '../../../src/loader/read-content.ts';
import { listScannedPages } from '../../../src/provenance/list-pages.ts';
import { defineFuzz } from '../fuzz-property.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** The archives that benchmarks are run on. */
export const fuzz = defineFuzz({
  name: 'a made-up archive of any size and seed is one that the loader takes and whose scans balance',
  // Each run writes, reads and aligns a whole archive.
  share: 1,
  longShare: 1,
  property: fc.asyncProperty(
    fc.integer({ min: 1, max: 25 }),
    fc.integer({ min: 0, max: 2 ** 31 }),
    async (count, seed) => {
      const target = await mkdtemp(join(tmpdir(), 'fuzz-'));
      try {
        const names = await writeArchive(root, target, count, seed);
        const { content, problems } = await gatherContent(target);
        assert.deepEqual(problems, []);
        assert.deepEqual(content.articles.map(({ name }) => name).sort(), [...names].sort());
        assert.equal(content.articles.length, count);
        // Each character that nothing accounts for would be in it.
        assert.deepEqual(await findUnbalanced(target, listScannedPages(content), () => {}), []);
      } finally {
        await rm(target, { recursive: true, force: true });
      }
    },
  ) as never,
});
