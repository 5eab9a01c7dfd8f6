import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readScan } from '../pipeline/1-lines/read-scan.ts';
import type { InventedArticle } from './read-invented.ts';
import type { KnownPage } from './read-known-gaps.ts';

/**
 * Reads pages whose articles are known: `<name>.gold.json` says them, `<name>.txt` is the page.
 * @param folder where what is known stands
 * @param scans where the pages stand
 */
export function readKnownPages(folder: string, scans = folder): KnownPage[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.gold.json'))
    .sort()
    .map((file) => {
      const name = file.replace('.gold.json', '.txt');
      const gold = JSON.parse(readFileSync(join(folder, file), 'utf8'));
      const bodies = (gold.articles as InventedArticle[]).map(({ blocks }) => blocks.map(({ text }) => text));
      return {
        text: readScan(readFileSync(join(scans, name)), name),
        bodies: bodies.map((texts) => texts.join('')),
      };
    });
}
