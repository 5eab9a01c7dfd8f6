import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SPARING, workApart } from '../../work-apart.ts';
import { digestCode } from '../digest-code.ts';
import type { IndexedShard, indexShard } from './index-shard.ts';

const FACTS = 'shard.json';
/** One volume at a time, and as a large string: 270 MB, with nothing said 510. Pagefind's own process has 700 beside it. */
const MEMORY = [SPARING, '--max-semi-space-size=4'];

/** Indexes that were made, by digest of their texts; those that a build did not use are forgotten at its end. */
export interface IndexCache {
  /**
   * {@link indexShard}, in a process of its own, once for the same texts.
   *
   * @param taken is told the number of each text that Pagefind has
   */
  index: (
    texts: () => Iterable<string>,
    folder: string,
    taken?: (volume: number) => void,
  ) => Promise<IndexedShard>;
  /** Deletes what was not asked for. */
  forget: () => Promise<void>;
}

/** Version of the Pagefind that is installed: its engine reads only what the same version wrote. */
export async function readPagefindVersion(): Promise<string> {
  const manifest = new URL('../package.json', import.meta.resolve('pagefind'));
  return (JSON.parse(await readFile(manifest, 'utf8')) as { version: string }).version;
}

/**
 * Keeps indexes for the next build: after one changed article only its own is made again.
 *
 * @param cache folder of what makes the next build quicker; nothing is kept when left out
 * @param pagefind version of Pagefind: what another one made is made again
 */
export async function openIndexCache(cache?: string, pagefind?: string): Promise<IndexCache> {
  if (!cache) return { index: (texts, ...rest) => indexApart(texts(), ...rest), forget: async () => {} };
  const kept = join(cache, 'search');
  const code = await digestCode('scripts/build/search', 'src/search');
  const version = `${code} ${pagefind ?? (await readPagefindVersion())}`;
  const used = new Set<string>();
  return {
    index: async (texts, folder, taken) => {
      const hash = createHash('sha256').update(version);
      for (const text of texts()) hash.update(`${text.length} `).update(text);
      const name = hash.digest('hex').slice(0, 32);
      used.add(name);
      const place = join(kept, name);
      let facts = await readFile(join(place, FACTS), 'utf8').catch(() => undefined);
      if (facts === undefined) {
        // Made beside its place and then moved: a build that is cut off leaves no half index in the cache.
        const making = `${place}.part`;
        await rm(making, { recursive: true, force: true });
        await rm(place, { recursive: true, force: true });
        await mkdir(kept, { recursive: true });
        facts = JSON.stringify(await indexApart(texts(), making, taken));
        await writeFile(join(making, FACTS), facts);
        await rename(making, place);
      }
      await cp(place, folder, { recursive: true, filter: (source) => !source.endsWith(FACTS) });
      return JSON.parse(facts) as IndexedShard;
    },
    forget: async () => {
      for (const name of await readdir(kept).catch(() => []))
        if (!used.has(name)) await rm(join(kept, name), { recursive: true, force: true });
    },
  };
}

function indexApart(
  texts: Iterable<string>,
  folder: string,
  taken: (volume: number) => void = () => {},
): Promise<IndexedShard> {
  function* pieces() {
    let volume = 0;
    for (const text of texts) {
      yield text;
      // The next one is wanted: Pagefind has this one.
      taken(volume++);
    }
  }
  return workApart<typeof indexShard>({
    module: new URL('./index-shard.ts', import.meta.url).href,
    name: 'indexShard',
    options: { folder },
    pieces: pieces(),
    label: '建立检索索引',
    flags: MEMORY,
  });
}
