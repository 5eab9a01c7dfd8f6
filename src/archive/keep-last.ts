/** What was computed last, by name. */
interface KeptLast<T> {
  get: (name: string) => T | undefined;
  /** Keeps something under a name that is not kept; what was put first goes. */
  put: (name: string, value: T) => void;
}

/**
 * Keeps the few things that were computed last, in places that are written over. A map from which the first is deleted
 * leaves its old tables behind, each of which knows the next: where one of them had grown old before it was garbage, all
 * that came after it grew old with it, a fifth of what a build makes, and had to be sought out among all that is kept.
 *
 * @param most how many are kept
 */
export function keepLast<T>(most: number): KeptLast<T> {
  const names: string[] = [];
  const values: T[] = [];
  let next = 0;
  return {
    get(name) {
      const at = names.indexOf(name);
      return at < 0 ? undefined : values[at];
    },
    put(name, value) {
      names[next] = name;
      values[next] = value;
      next = (next + 1) % most;
    },
  };
}
