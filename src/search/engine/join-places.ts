/**
 * Places where all of several sorted lists agree: `lists[i]` holds a place p + `offsets[i]`.
 *
 * @param lists one at least
 * @returns sorted places p
 */
export function joinPlaces(lists: readonly Uint32Array[], offsets: readonly number[]): Uint32Array {
  const order = lists.map((_, at) => at).sort((a, b) => lists[a]!.length - lists[b]!.length);
  const [smallest, ...others] = order as [number, ...number[]];
  const offset = offsets[smallest]!;
  // A pair at the very beginning of a volume cannot be the second pair of a phrase.
  let found: Uint32Array = lists[smallest]!.filter((place) => place >= offset).map((place) => place - offset);
  for (const at of others) {
    if (found.length === 0) break;
    found = keepShared(found, lists[at]!, offsets[at]!);
  }
  return found;
}

function keepShared(places: Uint32Array, list: Uint32Array, offset: number): Uint32Array {
  const kept = new Uint32Array(places.length);
  let count = 0;
  let low = 0;
  for (const place of places) {
    const wanted = place + offset;
    // Gallop, then halve: the lists are often of very different lengths.
    let step = 1;
    while (low + step < list.length && list[low + step]! < wanted) step *= 2;
    let left = low + Math.floor(step / 2);
    let right = Math.min(low + step, list.length - 1);
    while (left < right) {
      const middle = (left + right) >> 1;
      if (list[middle]! < wanted) left = middle + 1;
      else right = middle;
    }
    low = left;
    if (list[left] === wanted) kept[count++] = place;
    else if (list[left]! < wanted) break;
  }
  return kept.slice(0, count);
}

/**
 * One step along a phrase whose letters may stand apart: from the letter where each chain ends to the next.
 *
 * @param chains start and last letter of each chain so far
 * @param steps places of the pair, and how far the second letter is away
 */
export function extendChains(
  chains: readonly { start: number; last: number }[],
  steps: ReadonlyMap<number, number>,
): { start: number; last: number }[] {
  const longer: { start: number; last: number }[] = [];
  for (const { start, last } of chains) {
    const distance = steps.get(last);
    if (distance !== undefined) longer.push({ start, last: last + distance });
  }
  return longer;
}
