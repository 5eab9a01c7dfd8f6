import type { Article } from '../model.ts';
import { getArticleIndex } from './article-index.ts';
import { type CountedName, getArticleNames } from './names/article-names.ts';
import { once } from './once.ts';
import { getOtherParts } from './parts.ts';
import { getTopicMap } from './topics.ts';

/** An article worth reading after another, and why, in a few words. */
export interface RelatedArticle {
  article: Article;
  why: string;
}

/** Something that two articles can share; rarer ones weigh more. */
interface Feature {
  key: string;
  /** Said to readers; a feature without words only orders. */
  why?: string;
  weight: number;
}

const MOST = 6;
/** A list longer than this says little, and would make every page look through the archive. */
const LONGEST_LIST = 400;
/** Of a longer list, so many neighbours in time on each side are looked at. */
const NEAR = 60;
const ENOUGH = 1.2;

interface Postings {
  features: ReadonlyMap<string, readonly Feature[]>;
  lists: ReadonlyMap<string, readonly number[]>;
}

const getPostings = once(async (): Promise<Postings> => {
  const { published } = await getArticleIndex();
  const [topics, names] = await Promise.all([getTopicMap(), getArticleNames()]);
  const features = new Map<string, Feature[]>();
  const lists = new Map<string, number[]>();
  published.forEach((article, position) => {
    const found = featuresOf(
      article,
      (slug) => topics.get(slug)?.title ?? slug,
      names.get(article.name) ?? [],
    );
    features.set(article.name, found);
    for (const { key } of found) {
      const list = lists.get(key);
      if (list) list.push(position);
      else lists.set(key, [position]);
    }
  });
  return { features, lists };
});

/**
 * Articles that share topics, names, standing head, kicker or words of the headline with one, best first. Looked up
 * in inverted lists: the work for an article does not grow with the archive.
 *
 * @param article a published article
 */
export function getRelated(article: Article): Promise<RelatedArticle[]> {
  let related = import.meta.env?.PROD ? kept.get(article) : undefined;
  if (!related) {
    related = findRelated(article);
    kept.set(article, related);
  }
  return related;
}

/** Asked for twice in a build: for the key of a page, and for the page. */
const kept = new WeakMap<Article, Promise<RelatedArticle[]>>();

async function findRelated(article: Article): Promise<RelatedArticle[]> {
  const { published } = await getArticleIndex();
  const { features, lists } = await getPostings();
  const scores = new Map<number, { score: number; best: number; why?: string }>();
  for (const { key, why, weight } of features.get(article.name) ?? []) {
    const list = lists.get(key)!;
    if (list.length < 2) continue;
    const value = weight * Math.log2(1 + published.length / list.length);
    for (const position of near(list, article, published)) {
      if (published[position] === article) continue;
      const entry = scores.get(position) ?? { score: 0, best: 0 };
      entry.score += value;
      if (why && value > entry.best) {
        entry.best = value;
        entry.why = why;
      }
      scores.set(position, entry);
    }
  }
  const others = new Set((await getOtherParts(article)).map((part) => part.article));
  return [...scores]
    .filter(([position, { score, why }]) => why && score >= ENOUGH && !others.has(published[position]!))
    .sort(([a, { score: x }], [b, { score: y }]) => y - x || b - a)
    .slice(0, MOST)
    .map(([position, { why }]) => ({ article: published[position]!, why: why! }));
}

function near(list: readonly number[], article: Article, published: readonly Article[]): readonly number[] {
  if (list.length <= LONGEST_LIST) return list;
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (published[list[middle]!]!.date < article.date) low = middle + 1;
    else high = middle;
  }
  return list.slice(Math.max(0, low - NEAR), low + NEAR);
}

function featuresOf(
  article: Article,
  titleOf: (topic: string) => string,
  names: readonly CountedName[],
): Feature[] {
  const features: Feature[] = article.topics.map((topic) => ({
    key: `topic:${topic}`,
    why: `同属“${titleOf(topic)}”`,
    weight: 1,
  }));
  if (article.section)
    features.push({ key: `section:${article.section}`, why: `同栏“${article.section}”`, weight: 1 });
  if (article.kicker) features.push({ key: `kicker:${article.kicker}`, why: '同一引题', weight: 1.2 });
  for (const { name } of names)
    features.push({ key: `name:${name.slug}`, why: `都写到${name.headword}`, weight: 0.3 });
  const bare = article.headline.replace(/[\s\p{P}]/gu, '');
  const pairs = new Set(Array.from({ length: Math.max(0, bare.length - 1) }, (_, i) => bare.slice(i, i + 2)));
  for (const pair of pairs) features.push({ key: `pair:${pair}`, weight: 0.12 });
  return features;
}
