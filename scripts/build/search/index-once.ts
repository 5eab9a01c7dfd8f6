import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { listPaths } from '../../../src/loader/list-paths.ts';
import { SPARING, workApart } from '../../work-apart.ts';
import { digestCode } from '../digest-code.ts';
import { openKeptFiles } from '../keep-files.ts';
import { readKept, writeKept } from '../kept-json.ts';
import type { IndexedShard, indexShard } from './index-shard.ts';

/** One volume at a time, and as a large string: 270 MB, with nothing said 510. Pagefind's own process has 700 beside it. */
const MEMORY = [SPARING, '--max-semi-space-size=4'];

/** Indexes that were made, by digest of their texts; those that a build did not use are forgotten at its end. */
export interface IndexCache {
  /**
   * {@link indexShard}, in a process of its own, once for the same texts.
   *
   * @param folder name of the folder of this index among the others; its files are in it when the build has ended
   * @param taken is told the number of each text that Pagefind has
   */
  index: (
    texts: () => Iterable<string>,
    folder: string,
    taken?: (volume: number) => void,
  ) => Promise<IndexedShard>;
  /** Puts the indexes of the last build in their places, and forgets what was not asked for. */
  finish: () => Promise<void>;
}

/** An index of the last build: what is known of it, and the paths of its files. */
interface KeptIndex {
  shard: IndexedShard;
  files: string[];
}

/** Version of the Pagefind that is installed: its engine reads only what the same version wrote. */
export async function readPagefindVersion(): Promise<string> {
  const manifest = new URL('../package.json', import.meta.resolve('pagefind'));
  return (JSON.parse(await readFile(manifest, 'utf8')) as { version: string }).version;
}

/**
 * Keeps indexes for the next build: after one changed article only its own is made again, and of its files those stay
 * that come out the same.
 *
 * @param dist folder of all indexes
 * @param cache folder of what makes the next build quicker; nothing is kept when left out
 * @param options `previous`: the same folder of an earlier build, if it was kept; `pagefind`: version of Pagefind, what
 *   another one made is made again
 */
export async function openIndexCache(
  dist: string,
  cache?: string,
  { previous, pagefind }: { previous?: string; pagefind?: string } = {},
): Promise<IndexCache> {
  if (!cache)
    return {
      index: (texts, folder, taken) => indexApart(texts(), join(dist, folder), taken),
      finish: async () => {},
    };
  const code = await digestCode('scripts/build/search', 'src/search');
  const version = `${code} ${pagefind ?? (await readPagefindVersion())}`;
  const files = await openKeptFiles(join(cache, 'search'), dist, version, previous);
  const list = join(cache, 'search-indexes.json');
  const before = (await readKept<Record<string, KeptIndex>>(list, version)) ?? {};
  const after: Record<string, KeptIndex> = {};
  return {
    index: async (texts, folder, taken) => {
      const hash = createHash('sha256').update(version);
      for (const text of texts()) hash.update(`${text.length} `).update(text);
      const name = hash.digest('hex').slice(0, 32);
      const known = before[name];
      if (known?.files.every((file) => files.take(`${folder}/${file}`, name))) {
        after[name] = known;
        return known.shard;
      }
      const making = join(cache, 'search.part');
      await rm(making, { recursive: true, force: true });
      const shard = await indexApart(texts(), making, taken);
      const paths = listPaths(making).sort();
      for (const path of paths) files.put(`${folder}/${path}`, name, readFileSync(join(making, path)));
      await rm(making, { recursive: true, force: true });
      after[name] = { shard, files: paths };
      return shard;
    },
    finish: async () => {
      await files.finish();
      await writeKept(list, version, after);
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
