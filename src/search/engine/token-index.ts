import type { Places, Shard } from '../files.ts';
import { codeOf } from '../tokens.ts';
import { LoadError, loadPacked } from './load-packed.ts';
import { type WatchedFetch, watchFetch } from './watch-fetch.ts';

/** Which of the two streams of tokens. */
export type Stream = 'p' | 'b';

/** Places of a token in each volume of a shard, sorted; volumes without it are left out. */
export type VolumePlaces = Map<number, Uint32Array>;

/** Places of a token in both streams of a shard. */
type Both = Record<Stream, VolumePlaces>;

/** What we use of an instance of Pagefind. */
interface Instance {
  init(): Promise<void>;
  search(term: string): Promise<{ results: { id: string; words: number[] }[] } | null>;
  preload(term: string): Promise<void>;
}
/** What we use of Pagefind's own module. */
interface Pagefind {
  createInstance(options: Record<string, unknown>): Instance;
}

/** How many tokens' places are kept: a reader narrows a search again and again. */
const KEPT = 400;

/**
 * Looks tokens up in the indexes of Pagefind.
 *
 * Pagefind compares a term with every word that it has loaded. An index is therefore opened several times, each
 * instance for one stretch of the alphabet (a lane), so that none ever holds more than its part of the words.
 */
export class TokenIndex {
  readonly #base: string;
  readonly #version: string;
  readonly #fetched: WatchedFetch;
  readonly #shards: readonly Shard[];
  readonly #places: readonly Places[];
  #module: Promise<Pagefind> | undefined;
  /** The first instance loads WebAssembly for all; two at once would load it twice and mix them up. */
  #first: Promise<unknown> | undefined;
  readonly #instances = new Map<string, Promise<Instance>>();
  readonly #kept = new Map<string, Promise<Both>>();
  readonly #chunks = new Map<string, Promise<string[]>>();

  /**
   * @param base base path of the site, with a slash at both ends
   * @param shards newest first; `places` grows beside it as they are read
   */
  constructor(base: string, version: string, shards: readonly Shard[], places: readonly Places[]) {
    this.#base = base;
    this.#version = version;
    this.#shards = shards;
    this.#places = places;
    this.#fetched = watchFetch(`${base}pagefind/`);
  }

  /** Bytes of index that were read so far, packed. */
  get indexBytes(): number {
    return this.#fetched.indexBytes;
  }

  /** Starts to load the engine, as soon as somebody is about to search. */
  async warm(): Promise<void> {
    await this.#watch(() => this.#open(0, 0));
  }

  /**
   * Places of a token in one stream, in each of the first `joined` shards.
   *
   * @throws {LoadError} when a part of the index does not arrive
   */
  async lookUp(token: string, stream: Stream, joined: number): Promise<VolumePlaces[]> {
    const both = await Promise.all(this.#shards.slice(0, joined).map((_, shard) => this.#find(token, shard)));
    return both.map((one) => one[stream]);
  }

  /** Places of a single unit: of all pairs that begin with it. */
  async lookUpUnit(unit: number, joined: number): Promise<VolumePlaces[]> {
    const code = codeOf(unit);
    const both = await Promise.all(
      this.#shards.slice(0, joined).map(async (one, shard) => {
        const chunks = await this.#chunkStarts(one);
        const wanted = chunks.filter((start, at) => {
          const next = chunks[at + 1];
          return start < `${code}{` && (next === undefined || next > code);
        });
        // Pagefind reads one chunk for a beginning of a word; the others that hold it have to be asked for.
        await this.#watch(async () => {
          const instance = await this.#open(shard, this.#laneOf(code, shard));
          await Promise.all(wanted.map((start) => instance.preload(start)));
        });
        return this.#find(code, shard);
      }),
    );
    return both.map(({ p }) => p);
  }

  /** All tokens of one first letter are in one lane. */
  #laneOf(token: string, shard: number): number {
    const code = token.slice(0, 4);
    const lane = this.#shards[shard]!.lanes.findLastIndex((start) => start <= code);
    return Math.max(0, lane);
  }

  #find(token: string, shard: number): Promise<Both> {
    // What was asked for before a failure may yet fail with it.
    const key = `${this.#fetched.failures.length} ${shard} ${token}`;
    const known = this.#kept.get(key);
    if (known) {
      this.#kept.delete(key);
      this.#kept.set(key, known);
      return known;
    }
    const asked = this.#watch(async () => {
      const instance = await this.#open(shard, this.#laneOf(token, shard));
      return this.#sortOut((await instance.search(token))?.results ?? [], shard);
    });
    this.#kept.set(key, asked);
    asked.catch(() => this.#kept.delete(key));
    if (this.#kept.size > KEPT) this.#kept.delete(this.#kept.keys().next().value!);
    return asked;
  }

  #sortOut(results: { id: string; words: number[] }[], shard: number): Both {
    const both: Both = { p: new Map(), b: new Map() };
    for (const { id, words } of results) {
      const record = this.#places[shard]!.records[id];
      if (record === undefined) continue;
      both[record.endsWith('p') ? 'p' : 'b'].set(Number.parseInt(record, 10), Uint32Array.from(words));
    }
    return both;
  }

  #chunkStarts(shard: Shard): Promise<string[]> {
    const known = this.#chunks.get(shard.chunks);
    if (known) return known;
    const asked = loadPacked<string[]>(`${this.#base}search/data/${shard.chunks}`);
    this.#chunks.set(shard.chunks, asked);
    asked.catch(() => this.#chunks.delete(shard.chunks));
    return asked;
  }

  /**
   * Runs what asks Pagefind; when anything did not arrive meanwhile, there is no answer.
   *
   * @param concerns which failures matter to this work
   */
  async #watch<T>(work: () => Promise<T>, concerns: (url: string) => boolean = () => true): Promise<T> {
    await this.#fetched.settled;
    const before = this.#fetched.failures.length;
    const failed = () => this.#fetched.failures.slice(before).find(({ url }) => concerns(url));
    const result = await work().catch((error: unknown) => {
      throw error instanceof LoadError
        ? error
        : (failed() ?? new LoadError(`${this.#base}pagefind/`, String(error)));
    });
    const failure = failed();
    if (failure) throw failure;
    return result;
  }

  #open(shard: number, lane: number): Promise<Instance> {
    const key = `${shard} ${lane}`;
    const known = this.#instances.get(key);
    if (known) return known;
    const first = this.#first;
    const opened = (first ?? Promise.resolve()).then(() =>
      this.#watch(
        () => this.#start(shard),
        // Other work may ask for parts of an index at the same time.
        (url) => !url.endsWith('.pf_index'),
      ),
    );
    if (!first) {
      this.#first = opened;
      opened.catch(() => {
        this.#first = undefined;
      });
    }
    this.#instances.set(key, opened);
    opened.catch(() => this.#instances.delete(key));
    return opened;
  }

  async #start(shard: number): Promise<Instance> {
    const folder = this.#base + this.#shards[shard]!.folder;
    this.#module ??= import(/* @vite-ignore */ `${this.#base}${this.#shards[0]!.folder}pagefind.js`);
    this.#module.catch(() => {
      this.#module = undefined;
    });
    const { createInstance } = await this.#module;
    const instance = createInstance({
      basePath: folder,
      metaCacheTag: this.#version,
      // We are in a worker already.
      noWorker: true,
    });
    await instance.init();
    // `init` returns before anything is loaded; a search for nothing waits for it.
    await instance.search('zzzzzzzzz');
    return instance;
  }
}
