import { join } from 'node:path';
import { listPaths } from '../../src/loader/list-paths.ts';
import { spreadWork, WORTH_A_THREAD } from '../spread-work.ts';
import type { BuildContext } from './build-step.ts';
import { makePageReader, type PageToRead } from './check-published/page-facts.ts';
import type { PageFacts } from './check-published/published-page.ts';
import { digestCode } from './digest-code.ts';
import { readKept, writeKept } from './kept-json.ts';

/** What is known of each page of the folder that is about to be published, by path of its file, sorted. */
export type PublishedPages = ReadonlyMap<string, PageFacts>;

interface KeptPage {
  digest: string;
  facts: PageFacts;
}

const UNREAD: KeptPage = { digest: '', facts: { bytes: 0, faults: [], unlisted: true, links: '', ids: '' } };

const read = new WeakMap<BuildContext, Promise<PublishedPages>>();
const listed = new WeakMap<BuildContext, Set<string>>();

/**
 * Paths of all files of the folder that is being built, listed once for a build: 60,000 folders take half a second. Who
 * writes one after that adds it.
 *
 * @param context of the build
 */
export function listPublished(context: BuildContext): Set<string> {
  let files = listed.get(context);
  if (!files) {
    files = new Set(listPaths(context.dist));
    listed.set(context, files);
  }
  return files;
}

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

async function readAll(context: BuildContext): Promise<PublishedPages> {
  const { dist, cache, site, base, say, digests } = context;
  const version = `${await digestCode('scripts/build/check-published', 'src/loader/find-forbidden.ts')} ${site} ${base}`;
  const html = listPaths(dist)
    .filter((file) => file.endsWith('.html'))
    .sort();
  // A file for each folder: an issue, the names, the topics.
  const keptFile = (folder: string) => join(cache, 'pages', `${folder === '' ? 'root' : folder}.json`);
  const folderOf = (file: string) => file.slice(0, Math.max(0, file.indexOf('/')));
  const folders = Map.groupBy(html, folderOf);
  const pages = new Map<string, KeptPage>();
  const changed = new Set<string>();
  const waiting: PageToRead[] = [];
  for (const [folder, own] of folders) {
    const known = (await readKept<Record<string, KeptPage>>(keptFile(folder), version)) ?? {};
    if (Object.keys(known).length !== own.length) changed.add(folder);
    for (const file of own) {
      const digest = digests?.get(file);
      const page = known[file];
      if (!page || page.digest !== digest)
        waiting.push({
          file,
          ...(digest !== undefined && { digest }),
          ...(page && { known: page.digest }),
        });
      // Keeps its place in the order of the paths until it is read.
      pages.set(file, page ?? UNREAD);
    }
  }
  const read = spreadWork(waiting, {
    module: new URL('./check-published/page-facts.ts', import.meta.url).href,
    make: makePageReader,
    setup: { dist, site, base },
    worthAThread: WORTH_A_THREAD.reading,
    progress: { say, unit: '页' },
  });
  for await (const { file, digest, facts } of read) {
    if (facts) {
      pages.set(file, { digest, facts });
      changed.add(folderOf(file));
    }
  }
  for (const folder of changed) {
    const own = folders.get(folder)!.map((file) => [file, pages.get(file)!]);
    await writeKept(keptFile(folder), version, Object.fromEntries(own));
  }
  return new Map([...pages].map(([file, { facts }]) => [file, facts]));
}
