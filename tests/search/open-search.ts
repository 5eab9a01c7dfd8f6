import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type SearchInput,
  type SearchSource,
  SIZES,
  writeSearch,
} from '../../scripts/build/search/write-search.ts';
import { makeSearchService, type OwnSearchService } from '../../src/search/engine/serve-search.ts';

/** A search over made-up articles, answered in this process: its files are read from the disk. */
export interface OpenSearch {
  search: OwnSearchService;
  folder: string;
  /** Answers a request for a file in place of the disk; `undefined` leaves it to the disk. */
  intercept: (path: string) => Response | undefined;
  /** Reads files as the network does, without what the search does about it. */
  fetch: typeof globalThis.fetch;
  /** Every file asked for. */
  asked: string[];
  close(): Promise<void>;
}

/** An article of 2024, a week later each ten articles. */
export function makeArticles(texts: readonly { headline: string; blocks: string[] }[]): SearchSource {
  const articles = texts.map(({ headline, blocks }, at): SearchInput => {
    const date = new Date(Date.UTC(2024, 0, 5 + 7 * Math.floor(at / 10))).toISOString().slice(0, 10);
    const id = `p02-${String(100 + at)}`;
    return { id, date, page: '02', headline, reporters: [], blocks, facets: { page: ['第02版'] } };
  });
  const pages = [...new Set(articles.map(({ date }) => date))].map((date) => ({
    date,
    dateSource: 'printed' as const,
    page: '02',
    pageSource: 'printed' as const,
  }));
  return { articles, pages, suggestions: { headlines: [], topics: [], names: [] } };
}

/** Writes an index and opens it, as the browser does. @param sizes smaller, so that few articles fill several */
export async function openSearch(
  source: SearchSource,
  sizes: Partial<typeof SIZES> = {},
): Promise<OpenSearch> {
  const folder = await mkdtemp(join(tmpdir(), 'fengtai-search-'));
  const usual = { ...SIZES };
  Object.assign(SIZES, sizes);
  await writeSearch(source, folder).finally(() => Object.assign(SIZES, usual));
  const realFetch = globalThis.fetch;
  const open: OpenSearch = {
    search: undefined as never,
    folder,
    intercept: () => undefined,
    fetch: undefined as never,
    asked: [],
    async close() {
      globalThis.fetch = realFetch;
      Reflect.deleteProperty(globalThis, 'location');
      await rm(folder, { recursive: true, force: true });
    },
  };
  Object.assign(globalThis, { location: { href: 'file:///' } });
  open.fetch = async (input) => {
    const path = new URL(input instanceof Request ? input.url : input, 'file:///').pathname;
    open.asked.push(path);
    const instead = open.intercept(path);
    if (instead) return instead;
    return readFile(path).then(
      (bytes) => new Response(new Uint8Array(bytes)),
      () => new Response('', { status: 404 }),
    );
  };
  globalThis.fetch = open.fetch;
  open.search = makeSearchService(`${folder}/`);
  return open;
}
