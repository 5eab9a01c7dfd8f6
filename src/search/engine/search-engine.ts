import {
  DATA_FOLDER,
  type Facet,
  type FacetTable,
  type Manifest,
  type PageTexts,
  type Places,
  pageTextsFile,
  type TextBundle,
} from '../files.ts';
import type { Mode } from '../find-phrase.ts';
import { type CharacterMap, readCharacterMap } from '../fold.ts';
import { type ArchiveTable, makeArchiveTable } from './archive-table.ts';
import { findHits, type Hits } from './find-hits.ts';
import { LoadError, loadPacked } from './load-packed.ts';
import { TokenIndex } from './token-index.ts';

/**
 * Reads what the build wrote for the search, each file once and only when it is needed.
 *
 * Nothing that failed is kept: the next search tries again.
 */
export class SearchFiles {
  readonly base: string;
  readonly #loaded = new Map<string, Promise<unknown>>();

  /** @param base base path of the site, with a slash at both ends */
  constructor(base: string) {
    this.base = base;
  }

  /** The manifest: read anew by each visit, so that a new build is seen. */
  manifest(): Promise<Manifest> {
    return this.#once('manifest', async () => {
      const url = `${this.base}${DATA_FOLDER}manifest.json`;
      const response = await fetch(url, { cache: 'no-cache' }).catch((error: unknown) => {
        throw new LoadError(url, String(error));
      });
      if (!response.ok) throw new LoadError(url, String(response.status));
      return (await response.json()) as Manifest;
    });
  }

  async characterMap(): Promise<CharacterMap> {
    const { characterMap } = await this.manifest();
    return this.#once('map', async () => readCharacterMap(await this.#packed<string>(characterMap)));
  }

  places(file: string): Promise<Places> {
    return this.#once(file, () => this.#packed<Places>(file));
  }

  facets(file: string): Promise<FacetTable> {
    return this.#once(file, () => this.#packed<FacetTable>(file));
  }

  bundle(file: string): Promise<TextBundle> {
    return this.#packed<TextBundle>(file);
  }

  async pageTexts(date: string, page: string): Promise<PageTexts> {
    const { version } = await this.manifest();
    const file = pageTextsFile(date, page);
    return this.#once(file, () => this.#packed<PageTexts>(`${file}?v=${version}`));
  }

  #packed<T>(file: string): Promise<T> {
    return loadPacked<T>(`${this.base}${DATA_FOLDER}${file}`);
  }

  #once<T>(key: string, load: () => Promise<T>): Promise<T> {
    const known = this.#loaded.get(key);
    if (known) return known as Promise<T>;
    const asked = load();
    this.#loaded.set(key, asked);
    asked.catch(() => this.#loaded.delete(key));
    return asked;
  }
}

/** The index over the first `joined` shards: newest first. */
export interface OpenArchive {
  manifest: Manifest;
  map: CharacterMap;
  table: ArchiveTable;
  joined: number;
  findHits(phrase: string, mode: Mode): Promise<Hits>;
  valuesOf(facet: Facet): Promise<(ordinal: number) => readonly string[]>;
}

/** Opens the index, the newest shard first, and joins the older ones when they are asked for. */
export class SearchEngine {
  readonly files: SearchFiles;
  #index: TokenIndex | undefined;
  readonly #places: Places[] = [];

  constructor(base: string) {
    this.files = new SearchFiles(base);
  }

  /** Loads the engine ahead of the first query. */
  async warm(): Promise<void> {
    const index = await this.#open();
    await Promise.all([index.warm(), this.files.characterMap(), this.#join(1)]);
  }

  /**
   * The archive with as many shards as are asked for.
   *
   * @param joined how many shards; all when left out
   * @throws {LoadError} when a file does not arrive
   */
  async archive(joined?: number): Promise<OpenArchive> {
    const manifest = await this.files.manifest();
    const count = Math.min(joined ?? manifest.shards.length, manifest.shards.length);
    const [index, map] = await Promise.all([this.#open(), this.files.characterMap(), this.#join(count)]);
    const table = makeArchiveTable(manifest, this.#places.slice(0, count));
    return {
      manifest,
      map,
      table,
      joined: count,
      findHits: (phrase, mode) => findHits(index, table, phrase, mode, count),
      valuesOf: (facet) => this.#valuesOf(manifest, table, facet),
    };
  }

  async #open(): Promise<TokenIndex> {
    const { version, shards } = await this.files.manifest();
    this.#index ??= new TokenIndex(this.files.base, version, shards, this.#places);
    return this.#index;
  }

  async #join(count: number): Promise<void> {
    const { shards } = await this.files.manifest();
    const tables = await Promise.all(shards.slice(0, count).map((shard) => this.files.places(shard.places)));
    tables.forEach((table, at) => {
      this.#places[at] = table;
    });
  }

  async #valuesOf(
    { facets, articles }: Manifest,
    table: ArchiveTable,
    facet: Facet,
  ): Promise<(ordinal: number) => readonly string[]> {
    const needed = facets.filter((_, at) => (facets[at + 1]?.[0] ?? articles) > table.first);
    const tables = await Promise.all(
      needed.map(async ([first, file]) => ({ first, table: (await this.files.facets(file))[facet] })),
    );
    return (ordinal) => {
      const own = tables.findLast(({ first }) => first <= ordinal);
      return (own?.table.of[ordinal - own.first] ?? []).map((number) => own!.table.values[number]!);
    };
  }
}
