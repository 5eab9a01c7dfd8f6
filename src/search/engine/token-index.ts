import type { Places, Shard } from '../files.ts';
import { codeOf } from '../tokens.ts';
import { LoadError, loadPacked } from './load-packed.ts';

/** Which of the two streams of tokens. */
export type Stream = 'p' | 'b';

/** Places of a token in each volume of a shard, sorted; volumes without it are left out. */
export type VolumePlaces = Map<number, Uint32Array>;

/** Places of a token in both streams, by shard. */
type Both = [pairs: VolumePlaces[], bridges: VolumePlaces[]];

/** What we use of Pagefind's own module. */
interface Pagefind {
  options(options: Record<string, unknown>): Promise<void>;
  init(): Promise<void>;
  destroy(): Promise<void>;
  mergeIndex(path: string, options: Record<string, unknown>): Promise<void>;
  search(term: string): Promise<{ results: { id: string; words: number[] }[] } | null>;
  preload(term: string): Promise<void>;
}

/** How many tokens' places are kept: a reader narrows a search again and again. */
const KEPT = 400;

/**
 * Looks tokens up in the indexes of Pagefind.
 *
 * Pagefind says nothing when a part of its index does not arrive, and never asks for it again: a search would
 * find too little in silence. All its requests are therefore watched; when one fails, the index is put away and
 * the search says so.
 */
export class TokenIndex {
  readonly #base: string;
  readonly #version: string;
  #engine: Promise<Pagefind> | undefined;
  #joined = 0;
  #failed: LoadError | undefined;
  #queue: Promise<unknown> = Promise.resolve();
  readonly #kept = new Map<string, Promise<Both>>();
  readonly #chunks = new Map<string, Promise<string[]>>();
  readonly #shards: readonly Shard[];
  readonly #places: readonly Places[];

  /**
   * @param base base path of the site, with a slash at both ends
   * @param shards newest first; `places` grows beside it as they are read
   */
  constructor(base: string, version: string, shards: readonly Shard[], places: readonly Places[]) {
    this.#base = base;
    this.#version = version;
    this.#shards = shards;
    this.#places = places;
    watchFetch(`${base}pagefind/`, (error) => {
      this.#failed ??= error;
    });
  }

  /** Starts to load the engine, as soon as somebody is about to search. */
  async warm(): Promise<void> {
    await this.#run(async () => {}, 1);
  }

  /**
   * Places of a token in one stream, in each of the first `joined` shards.
   *
   * @throws {LoadError} when a part of the index does not arrive
   */
  async lookUp(token: string, stream: Stream, joined: number): Promise<VolumePlaces[]> {
    const [pairs, bridges] = await this.#lookUpBoth(token, joined);
    return stream === 'p' ? pairs : bridges;
  }

  /** Places of a single unit: of all pairs that begin with it. */
  async lookUpUnit(unit: number, joined: number): Promise<VolumePlaces[]> {
    const code = codeOf(unit);
    const wanted: string[] = [];
    for (const shard of this.#shards.slice(0, joined)) {
      const chunks = await this.#chunkStarts(shard);
      chunks.forEach((start, at) => {
        const next = chunks[at + 1];
        if (start < `${code}{` && (next === undefined || next > code)) wanted.push(start);
      });
    }
    // Pagefind reads one chunk for a beginning of a word; the others that hold it have to be asked for.
    await this.#run(async (engine) => {
      await Promise.all(wanted.map((start) => engine.preload(start)));
    }, joined);
    const [pairs] = await this.#lookUpBoth(code, joined);
    return pairs;
  }

  async #lookUpBoth(token: string, joined: number): Promise<Both> {
    const key = `${joined} ${token}`;
    const known = this.#kept.get(key);
    if (known) {
      this.#kept.delete(key);
      this.#kept.set(key, known);
      return known;
    }
    const asked = this.#run((engine) => engine.search(token), joined).then((answer) =>
      this.#sortOut(answer?.results ?? [], joined),
    );
    this.#kept.set(key, asked);
    asked.catch(() => this.#kept.delete(key));
    if (this.#kept.size > KEPT) this.#kept.delete(this.#kept.keys().next().value!);
    return asked;
  }

  #sortOut(results: { id: string; words: number[] }[], joined: number): Both {
    const pairs = Array.from({ length: joined }, (): VolumePlaces => new Map());
    const bridges = Array.from({ length: joined }, (): VolumePlaces => new Map());
    for (const { id, words } of results) {
      for (let shard = 0; shard < joined; shard++) {
        const record = this.#places[shard]!.records[id];
        if (record === undefined) continue;
        const places = Uint32Array.from(words);
        (record.endsWith('p') ? pairs : bridges)[shard]!.set(Number.parseInt(record, 10), places);
        break;
      }
    }
    return [pairs, bridges];
  }

  #chunkStarts(shard: Shard): Promise<string[]> {
    const known = this.#chunks.get(shard.chunks);
    if (known) return known;
    const asked = loadPacked<string[]>(`${this.#base}search/data/${shard.chunks}`);
    this.#chunks.set(shard.chunks, asked);
    asked.catch(() => this.#chunks.delete(shard.chunks));
    return asked;
  }

  /** One after another: joining an index while another search runs loses hits. */
  #run<T>(work: (engine: Pagefind) => Promise<T>, joined: number): Promise<T> {
    const turn = this.#queue.then(async () => {
      try {
        this.#engine ??= this.#start();
        const engine = await this.#engine;
        while (this.#joined < joined) {
          await engine.mergeIndex(this.#base + this.#shards[this.#joined]!.folder, {
            metaCacheTag: this.#version,
          });
          this.#joined++;
        }
        const result = await work(engine);
        if (this.#failed) throw this.#failed;
        return result;
      } catch (error) {
        const engine = this.#engine;
        this.#engine = undefined;
        this.#joined = 0;
        this.#kept.clear();
        await engine?.then((started) => started.destroy()).catch(() => {});
        const failed = this.#failed ?? error;
        this.#failed = undefined;
        throw failed instanceof LoadError ? failed : new LoadError(`${this.#base}pagefind/`, String(failed));
      }
    });
    this.#queue = turn.catch(() => {});
    return turn;
  }

  async #start(): Promise<Pagefind> {
    const newest = this.#shards[0];
    if (!newest) throw new LoadError(this.#base, '索引是空的');
    const engine = (await import(/* @vite-ignore */ `${this.#base}${newest.folder}pagefind.js`)) as Pagefind;
    await engine.destroy();
    await engine.options({
      basePath: this.#base + newest.folder,
      metaCacheTag: this.#version,
      // We are in a worker already.
      noWorker: true,
    });
    await engine.init();
    // `init` returns before anything is loaded; a search for nothing waits for it.
    await engine.search('zzzzzzzzz');
    this.#joined = 1;
    return engine;
  }
}

function watchFetch(prefix: string, report: (error: LoadError) => void): void {
  const original = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const url = String(input instanceof Request ? input.url : input);
    if (!new URL(url, location.href).pathname.startsWith(prefix)) return original(input, init);
    try {
      const response = await original(input, init);
      if (!response.ok) report(new LoadError(url, String(response.status)));
      return response;
    } catch (error) {
      report(new LoadError(url, String(error)));
      throw error;
    }
  };
}
