import type { Article } from '../model.ts';

/** The articles as the loader has them now. */
export interface LoadedArticles {
  /** Changes with every change of the content. */
  version: number;
  /** By name, each with a digest of its file and of what was made of it. Nothing of them may be changed. */
  articles: Map<string, { article: Article; digest: string }>;
}

// Astro would write all texts into a store on disk, bundle them into a module of ten or a hundred megabytes, and
// read them back; its own server does so half a second after every change. Loader and pages run in one process:
// the store has the names and digests, and the texts are handed over here.
const KEY = Symbol.for('fengtai-archive.loaded-articles');
const shared = globalThis as { [KEY]?: LoadedArticles };

export function loadedArticles(): LoadedArticles {
  shared[KEY] ??= { version: 0, articles: new Map() };
  return shared[KEY];
}
