import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { checkConservation } from '../../scripts/pipeline/check-conservation.ts';
import { cleanText, passNames } from '../../scripts/pipeline/index.ts';
import type { CleanedScan } from '../../src/model.ts';

const read = (file: string) =>
  readFileSync(fileURLToPath(new URL(`../fixtures/${file}`, import.meta.url)), 'utf8');
const PAGES = ['scans/000.txt', 'gold-pages/d04.txt', 'gold-pages/d05.txt'].map((file) => ({
  file,
  text: read(file),
}));

test.each(passNames.filter(({ needed }) => !needed))(
  'without $name every character still has one place: what is measured of a pass is the pass',
  ({ name }) => {
    for (const { file, text } of PAGES) {
      const cleaned = cleanText(text, { scan: file, without: new Set([name]) });
      expect(checkConservation(text, cleaned), file).toEqual([]);
    }
  },
);

test('a character that is lost, or stands in two places, is named with its line', () => {
  const text = '丰台区委\n召开会议。\n';
  const cleaned = cleanText(text, { scan: 'a' });
  expect(checkConservation(text, cleaned)).toEqual([]);
  const [article] = cleaned.articles;
  const lost: CleanedScan = { ...cleaned, articles: [] };
  expect(checkConservation(text, lost)[0]).toBe('line 1, offset 0: "丰" is in no span');
  expect(checkConservation(text, lost)).toContain('line 2, offset 4: "。" is in no span');
  const twice: CleanedScan = { ...cleaned, removed: [{ text: '丰', reason: '', source: [[1, 0, 1]] }] };
  expect(checkConservation(text, twice)).toEqual(['removed: line 1, offset 0 is in two spans']);
  const nowhere: CleanedScan = { ...cleaned, removed: [{ text: '丰', reason: '', source: [[9, 0, 1]] }] };
  expect(checkConservation(text, nowhere)).toEqual(['removed: line 9 does not exist']);
  const long = '丰'.repeat(200);
  expect(checkConservation(long, { ...cleanText(long, { scan: 'a' }), articles: [], furniture: [], removed: [] }).length).toBe(
    21,
  );
  expect(article).toBeDefined();
});
