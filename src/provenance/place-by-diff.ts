import { diffArrays } from 'diff';
import type { AlignedPage } from './aligned-page.ts';
import type { Part } from './list-parts.ts';
import { freeOf } from './place-exactly.ts';

/** Beyond so many differences a text is not an edited one but another. */
const MAX_DIFFERENCES = 4000;
/** Letters in a row that say where an edited text stands. */
const GRAM = 4;

/**
 * Places the parts that an editor changed: the free characters of the article's lines are compared with the
 * parts in the order in which they stand there.
 *
 * @param parts parts of one article, in reading order
 * @param claims ranges of characters that the article claims
 */
export function placeByDiff(
  page: AlignedPage,
  parts: Part[],
  claims: readonly (readonly [number, number])[],
): void {
  const rest = parts.filter((part) => !part.placed && !part.optional && !part.derived && part.key !== '');
  if (rest.length === 0) return;
  const claimed = freeOf(page, claims);
  const all = freeOf(page, [[0, page.characters.raw.length]]);
  // The lines an article claims are a hint; where they hold nothing of its text, the page may.
  const free = rest.some((part) => sharedGrams(part.key, claimed.key) * 2 < sharedGrams(part.key, all.key))
    ? all
    : claimed;

  const ordered = orderByPlace(rest, free.key);
  const text = ordered.map((part) => part.key).join('');
  const changes = diffArrays(free.key.split(''), text.split(''), { maxEditLength: MAX_DIFFERENCES });
  if (!changes) return;

  const units = ordered.flatMap((part) => Array.from(part.key, (_, unit) => ({ part, unit })));
  let from = 0;
  let to = 0;
  changes.forEach(({ added, removed, count, value }, step) => {
    const length = count ?? value.length;
    if (added) to += length;
    else if (removed) from += length;
    else {
      if (!isChance(changes, step)) {
        for (let k = 0; k < length; k++) {
          const { part, unit } = units[to + k]!;
          const character = free.index[from + k]!;
          part.from[unit] = character;
          page.owner[character] = part.owner;
          part.placed = true;
        }
      }
      from += length;
      to += length;
    }
  });
}

interface Step {
  added?: boolean;
  removed?: boolean;
  count?: number;
  value: readonly string[];
}

// One 的 in common between two unrelated sentences is no agreement.
function isChance(changes: readonly Step[], step: number): boolean {
  const length = changes[step]!.value.length;
  if (length > 2) return false;
  const weight = (direction: -1 | 1) => {
    let sum = 0;
    for (let i = step + direction; changes[i] && (changes[i]!.added || changes[i]!.removed); i += direction)
      sum += changes[i]!.value.length;
    return sum;
  };
  return Math.min(weight(-1), weight(1)) > 6 * length;
}

function sharedGrams(key: string, text: string): number {
  let shared = 0;
  for (let i = 0; i + GRAM <= key.length; i += GRAM) if (text.includes(key.slice(i, i + GRAM))) shared++;
  return shared;
}

// Parts in the order of the scan: each by the median place of its grams, else after the part before it.
function orderByPlace(parts: readonly Part[], text: string): Part[] {
  let previous = 0;
  const places = parts.map((part) => {
    const found: number[] = [];
    const size = Math.min(GRAM, Math.max(1, part.key.length - 1));
    for (let i = 0; i + size <= part.key.length; i++) {
      const at = text.indexOf(part.key.slice(i, i + size));
      if (at >= 0) found.push(at - i);
    }
    found.sort((a, b) => a - b);
    const place = found.length > 0 ? found[found.length >> 1]! : previous;
    previous = place + part.key.length;
    return { part, place };
  });
  return places.sort((a, b) => a.place - b.place).map(({ part }) => part);
}
