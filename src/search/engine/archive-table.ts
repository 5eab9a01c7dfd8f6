import type { Manifest, Places } from '../files.ts';
import { unpackNumbers } from '../packed-numbers.ts';

/** The articles of the archive by ordinal (date, page, reading order): what the tables of places say of them. */
export interface ArchiveTable {
  dateOf(ordinal: number): string;
  /** `<date>/<id>` */
  nameOf(ordinal: number): string;
  /** Two digits. */
  pageOf(ordinal: number): string;
  headLengthOf(ordinal: number): number;
  /** A volume: ordinal of its first article, and the place in it where each article starts. */
  volumeOf(shard: number, volume: number): { first: number; starts: Uint32Array };
  /** First ordinal of the shards read so far: older articles are not known yet. */
  readonly first: number;
  readonly end: number;
}

/**
 * Unfolds the tables of the shards that are read, newest first.
 *
 * @param manifest of the archive
 * @param places one for each of the first shards
 */
export function makeArchiveTable(manifest: Manifest, places: readonly Places[]): ArchiveTable {
  const end = manifest.articles;
  const first = manifest.shards[places.length - 1]?.first ?? end;
  const dates = new Array<string>(end - first);
  const ids = new Array<string>(end - first);
  const heads = new Uint32Array(end - first);
  const volumes: { first: number; starts: Uint32Array }[][] = [];
  places.forEach((table, shard) => {
    let ordinal = manifest.shards[shard]!.first;
    for (const [date, count] of table.issues) {
      for (let at = 0; at < count; at++) dates[ordinal++ - first] = date;
    }
    const base = manifest.shards[shard]!.first - first;
    if (table.ids !== '')
      table.ids.split(' ').forEach((id, at) => {
        ids[base + at] = id;
      });
    const count = manifest.shards[shard]!.articles;
    heads.set(unpackNumbers(table.heads, count), base);
    const lengths = unpackNumbers(table.lengths, count);
    let at = 0;
    volumes.push(
      table.volumes.map((count) => {
        const starts = new Uint32Array(count);
        let place = 0;
        for (let article = 0; article < count; article++) {
          starts[article] = place;
          place += lengths[at + article]!;
        }
        const volume = { first: manifest.shards[shard]!.first + at, starts };
        at += count;
        return volume;
      }),
    );
  });
  return {
    first,
    end,
    dateOf: (ordinal) => dates[ordinal - first]!,
    nameOf: (ordinal) => `${dates[ordinal - first]!}/${ids[ordinal - first]!}`,
    pageOf: (ordinal) => ids[ordinal - first]!.slice(1, 3),
    headLengthOf: (ordinal) => heads[ordinal - first]!,
    volumeOf: (shard, volume) => volumes[shard]![volume]!,
  };
}
