import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { HandedContent } from '../../src/loader/handed-content.ts';
import type { Content } from '../../src/loader/read-content.ts';
import { type KnownScan, knownScans } from '../../src/loader/scan-digests.ts';
import { digestArticle } from './digest-article.ts';

const placeOf = (cache: string) => join(cache, 'content.bin');

interface Left extends HandedContent {
  scans: ReadonlyMap<string, KnownScan>;
}

/**
 * Leaves what was read and checked to the processes that come after, with the digests of articles and scans; each of them
 * gives its memory back.
 */
export const leaveContent = (cache: string, content: Content): Promise<void> => {
  const digests = new Map(content.articles.map((article) => [article.name, digestArticle(article)]));
  return writeFile(placeOf(cache), serialize({ content, digests, scans: knownScans() } satisfies Left));
};

/** Takes what was read and checked in this build; what is known of its scans is known in this process from then on. */
export async function takeContent(cache: string): Promise<HandedContent> {
  const { scans, ...handed } = deserialize(await readFile(placeOf(cache))) as Left;
  for (const [file, known] of scans) knownScans().set(file, known);
  return handed;
}

/** Removes what no process will ask for any more. */
export const forgetContent = (cache: string): Promise<void> => rm(placeOf(cache), { force: true });
