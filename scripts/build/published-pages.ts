import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { watchProgress } from '../watch-progress.ts';
import type { BuildContext } from './build-step.ts';
import { factsOf, type PageFacts } from './check-published/page-facts.ts';
import { digestCode } from './digest-code.ts';
import { digestPage } from './keep-pages.ts';
import { readKept, writeKept } from './kept-json.ts';

/** What is known of each page of the folder that is about to be published, by path of its file, sorted. */
export type PublishedPages = ReadonlyMap<string, PageFacts>;

type KeptPages = Record<string, { digest: string; facts: PageFacts }>;

const read = new WeakMap<BuildContext, Promise<PublishedPages>>();

/**
 * Reads all pages of the folder that is being built, once for a build. What is known of a page is kept by the
 * digest of its bytes: the next build reads again only what has changed.
 *
 * @param context of the build; asked again with the same one, it gives the same
 */
export function readPublishedPages(context: BuildContext): Promise<PublishedPages> {
  let pages = read.get(context);
  if (!pages) {
    pages = readAll(context);
    read.set(context, pages);
  }
  return pages;
}

async function readAll({ dist, cache, site, base, say, digests }: BuildContext): Promise<PublishedPages> {
  const version = `${await digestCode('scripts/build/check-published')} ${site} ${base}`;
  const html = (await listFolder(dist)).filter((file) => file.endsWith('.html')).sort();
  const progress = watchProgress(say, '页', html.length);
  const pages = new Map<string, PageFacts>();
  // A file for each folder: an issue, the names, the topics.
  for (const [folder, own] of Map.groupBy(html, (file) => file.slice(0, Math.max(0, file.indexOf('/'))))) {
    const kept = join(cache, 'pages', `${folder === '' ? 'root' : folder}.json`);
    const known = (await readKept<KeptPages>(kept, version)) ?? {};
    const next: KeptPages = {};
    let changed = Object.keys(known).length !== own.length;
    for (const file of own) {
      let bytes: Buffer | undefined;
      let digest = digests?.get(file);
      if (digest === undefined) {
        bytes = await readFile(join(dist, file));
        digest = digestPage(bytes);
      }
      let facts = known[file]?.digest === digest ? known[file].facts : undefined;
      if (!facts) {
        bytes ??= await readFile(join(dist, file));
        facts = factsOf(bytes.toString('utf8'), file, { site, base });
        changed = true;
      }
      next[file] = { digest, facts };
      pages.set(file, facts);
      progress.step();
    }
    if (changed) await writeKept(kept, version, next);
  }
  return pages;
}

/** Paths of all files of a folder. */
export async function listFolder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    );
}
