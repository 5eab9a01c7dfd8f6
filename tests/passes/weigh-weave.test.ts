import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPagePairs } from '../../scripts/pipeline/2-blocks/page-pairs.ts';
import { makeRow } from '../../scripts/pipeline/2-blocks/row.ts';
import { leastLink, weighLink } from '../../scripts/pipeline/2-blocks/weigh-weave.ts';
import { makeStrand } from '../../scripts/pipeline/strand.ts';

const PIECES = ['推', '进', '推进', '许念 ', '（', '）', '《', '》', '“', '”', '，', '。', '：', '12', '本报讯'];

test('no row goes on from another for less than is taken for the least: no woven run is passed over', () => {
  const text = fc
    .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 12 })
    .map((pieces) => pieces.join('').trim());
  const texts = fc.array(text, { minLength: 2, maxLength: 6 });
  fc.assert(
    fc.property(texts, fc.integer({ min: 6, max: 24 }), (each, measure) => {
      const rows = each.map((row) => makeRow(makeStrand(row, 0), 0));
      const pairs = readPagePairs(rows);
      for (const after of rows) {
        const costs = rows.map((before) => weighLink(before, after, measure, pairs));
        expect(Math.min(...costs)).toBeGreaterThanOrEqual(leastLink(after));
      }
    }),
    { numRuns: 500 },
  );
});
