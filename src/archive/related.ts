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

/** Something that articles can share; rarer ones weigh more. */
interface Feature {
  key: string;
  /** Said to readers; a feature without words only orders. */
  why?: string;
  weight: number;
}

/** A feature of the archive: by position, the articles that have it. Kept once, however many they are. */
interface Shared extends Feature {
  list: number[];
}

const MOST = 6;
/** A list longer than this says little, and would make every page look through the archive. */
const LONGEST_LIST = 400;
/** Of a longer list, so many neighbours in time on each side are looked at. */
const NEAR = 60;
const ENOUGH = 1.2;

interface Postings {
  shared: readonly Shared[];
  /** Positions in `shared` of what an article has, by its name. */
  features: ReadonlyMap<string, Uint32Array>;
  /** Marks of each article by its position, all 0 while no article is looked at: its score, */
  score: Float64Array;
  /** the weight of the best reason so far, */
  best: Float64Array;
  /** and which feature that is. */
  why: Uint32Array;
}

const getPostings = once(async (): Promise<Postings> => {
  const { published } = await getArticleIndex();
  const [topics, names] = await Promise.all([getTopicMap(), getArticleNames()]);
  const features = new Map<string, Uint32Array>();
  const shared: Shared[] = [];
  const numbers = new Map<string, number>();
  published.forEach((article, position) => {
    const found = featuresOf(
      article,
      (slug) => topics.get(slug)?.title ?? slug,
      names.get(article.name) ?? [],
    ).map((feature) => {
      let number = numbers.get(feature.key);
      if (number === undefined) {
        number = shared.push({ ...feature, list: [] }) - 1;
        numbers.set(feature.key, number);
      }
      shared[number]!.list.push(position);
      return number;
    });
    features.set(article.name, Uint32Array.from(found));
  });
  const size = published.length;
  return {
    shared,
    features,
    score: new Float64Array(size),
    best: new Float64Array(size),
    why: new Uint32Array(size),
  };
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
  const postings = await getPostings();
  const others = new Set((await getOtherParts(article)).map((part) => part.article));
  // From here on nothing is waited for: the marks below are shared by all articles.
  const { shared, features, score, best, why } = postings;
  const touched: number[] = [];
  for (const number of features.get(article.name) ?? []) {
    const feature = shared[number]!;
    const { list } = feature;
    if (list.length < 2) continue;
    const value = feature.weight * Math.log2(1 + published.length / list.length);
    const [from, to] = near(list, article, published);
    for (let at = from; at < to; at += 1) {
      const position = list[at]!;
      if (score[position] === 0) touched.push(position);
      score[position]! += value;
      if (feature.why && value > best[position]!) {
        best[position] = value;
        why[position] = number;
      }
    }
  }
  const found: { position: number; score: number; why: string }[] = [];
  for (const position of touched) {
    const other = published[position]!;
    const total = score[position]!;
    if (best[position]! > 0 && total >= ENOUGH && other !== article && !others.has(other))
      found.push({ position, score: total, why: shared[why[position]!]!.why! });
    score[position] = 0;
    best[position] = 0;
  }
  return found
    .sort((a, b) => b.score - a.score || b.position - a.position)
    .slice(0, MOST)
    .map(({ position, why }) => ({ article: published[position]!, why }));
}

/** The part of a list that is looked at: all of a short one, of a long one what lies near in time. */
function near(
  list: readonly number[],
  article: Article,
  published: readonly Article[],
): readonly [from: number, to: number] {
  if (list.length <= LONGEST_LIST) return [0, list.length];
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (published[list[middle]!]!.date < article.date) low = middle + 1;
    else high = middle;
  }
  return [Math.max(0, low - NEAR), Math.min(list.length, low + NEAR)];
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
