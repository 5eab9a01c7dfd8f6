import type { Facet, Manifest, Places } from '../files.ts';
import type { Mode } from '../find-phrase.ts';
import type { CharacterMap } from '../fold.ts';
import { type ArchiveTable, makeArchiveTable } from './archive-table.ts';
import { findHits, type Hits } from './find-hits.ts';
import { SearchFiles } from './search-files.ts';
import { TokenIndex } from './token-index.ts';

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
