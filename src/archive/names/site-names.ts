import { getCollection } from 'astro:content';
import type { NameEntry, NameKind } from '../../model.ts';
import { getPublishedArticles } from '../articles.ts';
import { once } from '../once.ts';
import { urlFor } from '../urls.ts';
import { type Companion, indexNames, listCompanions, type NameRecord } from './index-names.ts';
import { listNames, matcherOf, type Name } from './name-entries.ts';

/** Most names that are listed as standing together with one. */
const MOST_COMPANIONS = 24;

/** The confirmed names and their matcher; the same ones while no name is changed. */
export const getNames = once(async () => {
  const entries: Record<NameKind, NameEntry[]> = { person: [], place: [], organisation: [] };
  // Astro keeps a collection in the order of the language of whoever builds.
  const collection = (await getCollection('names')).sort((a, b) => (a.id < b.id ? -1 : 1));
  const digest = collection.map((entry) => `${entry.id} ${entry.digest}`).join('\n');
  if (shared[KEY]?.digest === digest) return shared[KEY].value;
  for (const { data } of collection) {
    const { kind, ...entry } = data as unknown as NameEntry & { kind: NameKind };
    entries[kind].push(entry);
  }
  const names = listNames(entries);
  const value = { names, match: matcherOf(names) };
  shared[KEY] = { digest, value };
  return value;
});

// Astro's own server evaluates modules anew after a change of the content: what outlives it is kept outside.
const KEY = Symbol.for('fengtai-archive.names');
const shared = globalThis as {
  [KEY]?: { digest: string; value: { names: Name[]; match: ReturnType<typeof matcherOf> } };
};

/** Every name with its mentions in the archive. */
export const getNameIndex = once(async (): Promise<{ records: ReadonlyMap<Name, NameRecord> }> => {
  const [{ names, match }, articles] = await Promise.all([getNames(), getPublishedArticles()]);
  return { records: indexNames(names, articles, match) };
});

/** The names that stand beside each name. */
export const getCompanions = once(
  async (): Promise<ReadonlyMap<Name, readonly Companion[]>> =>
    listCompanions((await getNameIndex()).records, MOST_COMPANIONS),
);

/** `/names/<slug>/` */
export function nameUrl({ slug }: Pick<Name, 'slug'>): string {
  let url = urls.get(slug);
  if (url === undefined) {
    url = urlFor(`names/${encodeURIComponent(slug)}/`);
    urls.set(slug, url);
  }
  return url;
}

/** An article links to a dozen names, a name is linked to from hundreds of articles. */
const urls = new Map<string, string>();

/** `/names/<slug>/<year>/`, of a name that more articles mention than its own page lists. */
export const nameYearUrl = (name: Pick<Name, 'slug'>, year: string) => `${nameUrl(name)}${year}/`;
