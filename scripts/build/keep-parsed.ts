import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type KeptParse, parsedArticles } from '../../src/loader/parse-once.ts';
import { digestCode } from './digest-code.ts';
import { readKept, writeKept } from './kept-json.ts';

const PLACE = /^content\/articles\/(\d{4}-\d{2}-\d{2})\//u;
const digests = (entries: Iterable<readonly [string, KeptParse]>): string =>
  [...entries].map(([file, { digest }]) => `${file} ${digest}`).join('\n');

/**
 * Gives this process the articles as the last build parsed them, by digest of their text.
 *
 * @param cache folder of what makes the next build quicker
 * @returns keeps what was parsed of the given files, an issue a file; only issues that changed are written
 */
export async function recallParsed(cache: string): Promise<(files: ReadonlySet<string>) => Promise<void>> {
  const folder = join(cache, 'parsed');
  const version = await digestCode('src/loader', 'src/model.ts', 'src/model');
  const recalled = new Map<string, string>();
  for (const name of await readdir(folder).catch(() => [])) {
    const entries = await readKept<[string, KeptParse][]>(join(folder, name), version);
    if (!entries) continue;
    recalled.set(name, digests(entries));
    for (const [file, kept] of entries) parsedArticles().set(file, kept);
  }
  return async (files) => {
    const good = [...parsedArticles()].filter(([file]) => files.has(file) && PLACE.test(file));
    const issues = Map.groupBy(good, ([file]) => `${PLACE.exec(file)![1]}.json`);
    for (const [name, entries] of issues) {
      const known = recalled.get(name);
      recalled.delete(name);
      if (known !== digests(entries)) await writeKept(join(folder, name), version, entries);
    }
    for (const name of recalled.keys()) await rm(join(folder, name), { force: true });
  };
}
