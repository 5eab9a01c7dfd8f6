import type { Mode } from '../find-phrase.ts';
import { stripPassedOver } from '../fold.ts';
import { SEPARATOR, tokenOf, WIDEST_GAP } from '../tokens.ts';
import type { ArchiveTable } from './archive-table.ts';
import { extendChains, joinPlaces } from './join-places.ts';
import type { TokenIndex, VolumePlaces } from './token-index.ts';

/** All hits of a phrase, by article and place; three columns of one length. */
export interface Hits {
  /** Ordinal of the article. */
  articles: Uint32Array;
  /** Place in the article's stream of parts. */
  places: Uint32Array;
  /** Folded units that the hit is long. */
  lengths: Uint32Array;
}

/**
 * Finds every hit of a phrase in the first `joined` shards.
 *
 * @param phrase folded
 * @throws {LoadError} when a part of the index does not arrive
 */
export async function findHits(
  index: TokenIndex,
  table: ArchiveTable,
  phrase: string,
  mode: Mode,
  joined: number,
): Promise<Hits> {
  const typed = phrase.replaceAll(SEPARATOR, '');
  const letters = stripPassedOver(typed);
  // A phrase of nothing but punctuation can only be meant as typed.
  const found =
    mode === 'letters' && letters !== ''
      ? await findLetters(index, letters, joined)
      : await findExact(index, typed, joined);
  return collect(found, table);
}

/** A hit in a volume: its place and length. */
type VolumeHits = { places: Uint32Array; lengths?: Uint32Array; length: number };

async function findExact(
  index: TokenIndex,
  phrase: string,
  joined: number,
): Promise<Map<number, VolumeHits>[]> {
  const none = Array.from({ length: joined }, () => new Map<number, VolumeHits>());
  if (phrase === '') return none;
  const lists =
    phrase.length === 1
      ? [await index.lookUpUnit(phrase.charCodeAt(0), joined)]
      : await Promise.all(
          offsetsOf(phrase.length).map((at) =>
            index.lookUp(tokenOf(phrase.charCodeAt(at), phrase.charCodeAt(at + 1)), 'p', joined),
          ),
        );
  const offsets = phrase.length === 1 ? [0] : offsetsOf(phrase.length);
  return none.map((_, shard) => {
    const found = new Map<number, VolumeHits>();
    for (const volume of lists[0]![shard]!.keys()) {
      const own = lists.map((list) => list[shard]!.get(volume));
      if (own.some((list) => list === undefined)) continue;
      const places = joinPlaces(own as Uint32Array[], offsets);
      if (places.length > 0) found.set(volume, { places, length: phrase.length });
    }
    return found;
  });
}

/** Every second pair covers a phrase; where its length is odd, the last two overlap. */
function offsetsOf(length: number): number[] {
  const offsets: number[] = [];
  for (let at = 0; at + 1 < length; at += 2) offsets.push(at);
  if (length % 2 === 1) offsets.push(length - 2);
  return offsets;
}

async function findLetters(
  index: TokenIndex,
  letters: string,
  joined: number,
): Promise<Map<number, VolumeHits>[]> {
  if (letters.length === 1) return findExact(index, letters, joined);
  const pairs = await Promise.all(
    Array.from({ length: letters.length - 1 }, (_, at) =>
      lookUpBridged(index, letters.charCodeAt(at), letters.charCodeAt(at + 1), joined),
    ),
  );
  return Array.from({ length: joined }, (_, shard) => {
    const found = new Map<number, VolumeHits>();
    for (const [volume, first] of pairs[0]![shard]!) {
      let chains = [...first].map(([start, distance]) => ({ start, last: start + distance }));
      for (const pair of pairs.slice(1)) chains = extendChains(chains, pair[shard]!.get(volume) ?? new Map());
      chains.sort((a, b) => a.start - b.start);
      if (chains.length === 0) continue;
      found.set(volume, {
        places: Uint32Array.from(chains, ({ start }) => start),
        lengths: Uint32Array.from(chains, ({ start, last }) => last + 1 - start),
        length: 0,
      });
    }
    return found;
  });
}

/** Places of two letters, neighbours or with punctuation between them, and how far the second is away. */
async function lookUpBridged(
  index: TokenIndex,
  first: number,
  second: number,
  joined: number,
): Promise<Map<number, Map<number, number>>[]> {
  const gaps = Array.from({ length: WIDEST_GAP + 1 }, (_, gap) => gap);
  const lists = await Promise.all(
    gaps.map((gap) => index.lookUp(tokenOf(first, second, gap), gap === 0 ? 'p' : 'b', joined)),
  );
  return Array.from({ length: joined }, (_, shard) => {
    const steps = new Map<number, Map<number, number>>();
    lists.forEach((list: VolumePlaces[], gap) => {
      for (const [volume, places] of list[shard]!) {
        const there = steps.get(volume) ?? new Map<number, number>();
        for (const place of places) there.set(place, gap + 1);
        steps.set(volume, there);
      }
    });
    return steps;
  });
}

/** Oldest shard first, volume by volume: hits come out sorted by article and place. */
function collect(found: readonly Map<number, VolumeHits>[], table: ArchiveTable): Hits {
  let total = 0;
  for (const volumes of found) for (const hits of volumes.values()) total += hits.places.length;
  const articles = new Uint32Array(total);
  const places = new Uint32Array(total);
  const lengths = new Uint32Array(total);
  let count = 0;
  for (let shard = found.length - 1; shard >= 0; shard--) {
    const volumes = found[shard]!;
    for (const number of [...volumes.keys()].sort((a, b) => a - b)) {
      const hits = volumes.get(number)!;
      const { first, starts } = table.volumeOf(shard, number);
      let article = 0;
      hits.places.forEach((place, at) => {
        while (article + 1 < starts.length && starts[article + 1]! <= place) article++;
        articles[count] = first + article;
        places[count] = place - starts[article]!;
        lengths[count] = hits.lengths?.[at] ?? hits.length;
        count++;
      });
    }
  }
  return { articles, places, lengths };
}
