import {
  type ArticleText,
  articleTextFile,
  DATA_FOLDER,
  type FacetTable,
  type Manifest,
  type Places,
  type Suggestions,
  type TextBundle,
} from '../files.ts';
import { type CharacterMap, readCharacterMap } from '../fold.ts';
import { LoadError, loadPacked } from './load-packed.ts';

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
      return (await response.json().catch((error: unknown) => {
        throw new LoadError(url, String(error));
      })) as Manifest;
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

  async suggestions(): Promise<Suggestions> {
    const { suggestions } = await this.manifest();
    return this.#once(suggestions, () => this.#packed<Suggestions>(suggestions));
  }

  bundle(file: string): Promise<TextBundle> {
    return this.#packed<TextBundle>(file);
  }

  /** @param name `<date>/<id>` */
  async articleText(name: string): Promise<ArticleText> {
    const { version } = await this.manifest();
    const file = articleTextFile(name);
    return this.#once(file, () => this.#packed<ArticleText>(`${file}?v=${version}`));
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
