import { getCollection } from 'astro:content';
import type { NameEntry, NameKind } from '../../model.ts';
import { getPublishedArticles } from '../articles.ts';
import { once } from '../once.ts';
import { urlFor } from '../urls.ts';
import { type Companion, indexNames, listCompanions, type NameRecord } from './index-names.ts';
import { listNames, matcherOf, type Name } from './name-entries.ts';

/** Most names that are listed as standing together with one. */
const MOST_COMPANIONS = 24;

/** The confirmed names and their matcher. */
export const getNames = once(async () => {
  const entries: Record<NameKind, NameEntry[]> = { person: [], place: [], organisation: [] };
  for (const { data } of await getCollection('names')) {
    const { kind, ...entry } = data as unknown as NameEntry & { kind: NameKind };
    entries[kind].push(entry);
  }
  const names = listNames(entries);
  return { names, match: matcherOf(names) };
});

/** Every name with its mentions in the archive, and the names that stand beside it. */
export const getNameIndex = once(
  async (): Promise<{
    records: ReadonlyMap<Name, NameRecord>;
    companions: ReadonlyMap<Name, readonly Companion[]>;
  }> => {
    const [{ names, match }, articles] = await Promise.all([getNames(), getPublishedArticles()]);
    const records = indexNames(names, articles, match);
    return { records, companions: listCompanions(records, MOST_COMPANIONS) };
  },
);

/** `/names/<slug>/` */
export const nameUrl = (name: Pick<Name, 'slug'>) => urlFor(`names/${encodeURIComponent(name.slug)}/`);
