import { loadedArticles } from '../loader/loaded-articles.ts';

/**
 * Computes something once for a build, and on an editor's own server once for each change of the content.
 *
 * @param compute what to compute; must not depend on anything but the content
 */
export function once<T>(compute: () => Promise<T>): () => Promise<T> {
  let kept: { version: number; value: Promise<T> } | undefined;
  return () => {
    const { version } = loadedArticles();
    if (kept?.version !== version) kept = { version, value: compute() };
    return kept.value;
  };
}

/**
 * Computes something once for each key, as long as the program runs.
 *
 * @param compute what to compute; must not depend on anything that changes while the program runs
 */
export function oncePer<T>(compute: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const kept = new Map<string, Promise<T>>();
  return (key) => {
    let value = kept.get(key);
    if (!value) {
      value = compute(key);
      kept.set(key, value);
    }
    return value;
  };
}
