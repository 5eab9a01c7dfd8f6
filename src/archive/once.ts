/**
 * Computes something once for a build. In development it is computed anew, so that edited content shows.
 *
 * @param compute what to compute; must not depend on anything but the content
 */
export function once<T>(compute: () => Promise<T>): () => Promise<T> {
  let kept: Promise<T> | undefined;
  return () => {
    if (import.meta.env?.PROD && kept) return kept;
    kept = compute();
    return kept;
  };
}
