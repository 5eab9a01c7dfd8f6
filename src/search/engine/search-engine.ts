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
  /** Tables of a facet that cover all articles read so far, oldest first. */
  facetColumns(facet: Facet): Promise<FacetColumn[]>;
}

/** A facet of consecutive articles: `of[i]` lists the values, by number, of the article `first + i`. */
export interface FacetColumn {
  first: number;
  values: string[];
  of: number[][];
}

/** Opens the index, the newest shard first, and joins the older ones when they are asked for. */
export class SearchEngine {
  readonly files: SearchFiles;
  #index: TokenIndex | undefined;
  readonly #places: Places[] = [];
  /** By how many shards they cover: unfolding them takes longer than most searches. */
  readonly #tables = new Map<number, ArchiveTable>();

  constructor(base: string) {
    this.files = new SearchFiles(base);
  }

  /** Bytes of index that are held, packed: unpacked they take many times as much. */
  get indexBytes(): number {
    return this.#index?.indexBytes ?? 0;
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
    const table = this.#tables.get(count) ?? makeArchiveTable(manifest, this.#places.slice(0, count));
    this.#tables.set(count, table);
    return {
      manifest,
      map,
      table,
      joined: count,
      findHits: (phrase, mode) => findHits(index, table, phrase, mode, count),
      facetColumns: (facet) => this.#facetColumns(manifest, table, facet),
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

  async #facetColumns(
    { facets, articles }: Manifest,
    table: ArchiveTable,
    facet: Facet,
  ): Promise<FacetColumn[]> {
    const needed = facets.filter((_, at) => (facets[at + 1]?.[0] ?? articles) > table.first);
    return Promise.all(
      needed.map(async ([first, file]) => ({ first, ...(await this.files.facets(file))[facet] })),
    );
  }
}
