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
const bodyOf = ({ blocks }: Article): string =>
  blocks
    .filter(({ kind }) => kind === 'paragraph' || kind === 'subhead')
    .map(({ text }) => plain(text))
    .join('');
const bodiesOf = (articles: readonly Article[]): string[] =>
  articles
    .map(bodyOf)
    .filter((body) => body !== '')
    .sort();

test.each(pages)('%s: the machine alone finds every article whole, and no other', (page) => {
  const gold: { articles: Article[] } = JSON.parse(
    readFileSync(join(fixtures, 'gold', `${page}.gold.json`), 'utf8'),
  );
  const scan = readFileSync(join(fixtures, 'scans', `${page}.txt`));
  const cleaned = cleanScan(scan, { scan: `${page}.txt` });
  expect(bodiesOf(cleaned.articles)).toEqual(bodiesOf(gold.articles));
});
