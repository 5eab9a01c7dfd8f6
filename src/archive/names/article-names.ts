import type { Article, NameKind } from '../../model.ts';
import { once } from '../once.ts';
import type { Name } from './name-entries.ts';
import { getNameIndex } from './site-names.ts';

/** A name and how often an article names it, or how many articles of a list do. */
export interface CountedName {
  name: Name;
  count: number;
}

/**
 * The names in each article, by `<date>/<id>`; who only signed it (记者, 文, 摄) is not among them.
 */
export const getArticleNames = once(async (): Promise<ReadonlyMap<string, readonly CountedName[]>> => {
  const { records } = await getNameIndex();
  const names = new Map<string, CountedName[]>();
  for (const { name, mentions } of records.values()) {
    for (const { article, count } of mentions) {
      if (article.bylines.some((byline) => byline.name === name.headword)) continue;
      const list = names.get(article.name);
      if (list) list.push({ name, count });
      else names.set(article.name, [{ name, count }]);
    }
  }
  return names;
});

/**
 * Names in a list of articles, by kind, those first that stand in most of them.
 *
 * @param articles of a topic
 * @param most names wanted of each kind
 */
export async function countNames(
  articles: readonly Article[],
  most: number,
): Promise<Record<NameKind, CountedName[]>> {
  const all = await getArticleNames();
  const counts = new Map<Name, { count: number; times: number }>();
  for (const article of articles) {
    for (const { name, count } of all.get(article.name) ?? []) {
      const known = counts.get(name) ?? { count: 0, times: 0 };
      known.count += 1;
      known.times += count;
      counts.set(name, known);
    }
  }
  const sorted = [...counts].sort(
    ([a, x], [b, y]) => y.count - x.count || y.times - x.times || (a.headword < b.headword ? -1 : 1),
  );
  const kindOf = (kind: NameKind) =>
    sorted
      .filter(([name]) => name.kind === kind)
      .slice(0, most)
      .map(([name, { count }]) => ({ name, count }));
  return { person: kindOf('person'), place: kindOf('place'), organisation: kindOf('organisation') };
}
