import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { cleanScan } from '../../scripts/pipeline/index.ts';

const fixtures = fileURLToPath(new URL('../fixtures', import.meta.url));
const pages = readdirSync(join(fixtures, 'gold'))
  .filter((name) => name.endsWith('.gold.json'))
  .map((name) => name.slice(0, 3));

interface Article {
  blocks: { kind: string; text: string }[];
}
/** Quotation marks that the scanner lost or doubled are another matter. */
const plain = (text: string): string => text.replace(/[\s“”‘’「」﹁﹂﹃﹄"']/gu, '');
const textsOf = ({ blocks }: Article): string[] =>
  blocks.filter(({ kind }) => kind === 'paragraph' || kind === 'subhead').map(({ text }) => plain(text));

const clean = (page: string): readonly Article[] =>
  cleanScan(readFileSync(join(fixtures, 'scans', `${page}.txt`)), { scan: `${page}.txt` }).articles;

test.each(pages)('%s: the machine alone finds every article whole, and no other', (page) => {
  const gold: { articles: Article[] } = JSON.parse(
    readFileSync(join(fixtures, 'gold', `${page}.gold.json`), 'utf8'),
  );
  const bodies = (articles: readonly Article[]): string[] =>
    articles
      .map((article) => textsOf(article).join(''))
      .filter((body) => body !== '')
      .sort();
  expect(bodies(clean(page))).toEqual(bodies(gold.articles));
});

test('004: 会议还研究了其他事项。 is a paragraph, though the row above it is full', () => {
  expect(clean('004').flatMap(textsOf)).toContain('会议还研究了其他事项。');
});
