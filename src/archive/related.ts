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
  list: Uint32Array;
  /** How much the archive's articles that share it have in common. */
  value: number;
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
  /** The score of each article by its position: all 0 while no article is looked at. */
  score: Float64Array;
  /** Room for the positions of those that have one. */
  touched: Uint32Array;
  /** Position of the first article of each date. */
  dates: ReadonlyMap<string, number>;
}

const getPostings = once(async (): Promise<Postings> => {
  const { published } = await getArticleIndex();
  const [topics, names] = await Promise.all([getTopicMap(), getArticleNames()]);
  const features = new Map<string, Uint32Array>();
  const found: (Feature & { list: number[] })[] = [];
  const numbers = new Map<string, number>();
  published.forEach((article, position) => {
    const own = featuresOf(
      article,
      (slug) => topics.get(slug)?.title ?? slug,
      names.get(article.name) ?? [],
    ).map((feature) => {
      let number = numbers.get(feature.key);
      if (number === undefined) {
        number = found.push({ ...feature, list: [] }) - 1;
        numbers.set(feature.key, number);
      }
      found[number]!.list.push(position);
      return number;
    });
    features.set(article.name, Uint32Array.from(own));
  });
  const shared = found.map(
    ({ list, ...feature }): Shared => ({
      ...feature,
      list: Uint32Array.from(list),
      value: feature.weight * Math.log2(1 + published.length / list.length),
    }),
  );
  const dates = new Map<string, number>();
  published.forEach(({ date }, position) => {
    if (!dates.has(date)) dates.set(date, position);
  });
  const count = published.length;
  return { shared, features, score: new Float64Array(count), touched: new Uint32Array(count), dates };
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
  // From here on nothing is waited for: the scores are shared by all articles.
  const { shared, features, score, touched, dates } = postings;
  const own = features.get(article.name) ?? new Uint32Array();
  const date = dates.get(article.date)!;
  let count = 0;
  const reasons: Reason[] = [];
  for (const number of own) {
    const { list, value, why } = shared[number]!;
    if (list.length < 2) continue;
    const [from, to] = near(list, date);
    if (why !== undefined) {
      reasons.push({ number, why, value, first: list[from]!, last: list[to - 1]! });
      for (let at = from; at < to; at += 1) {
        const position = list[at]!;
        if (score[position] === 0) touched[count++] = position;
        score[position]! += value;
      }
    } else {
      // Features without words come last, and only order what is related already.
      for (let at = from; at < to; at += 1) {
        const position = list[at]!;
        if (score[position] !== 0) score[position]! += value;
      }
    }
  }
  const best: number[] = [];
  for (let at = 0; at < count; at += 1) {
    const position = touched[at]!;
    if (score[position]! < ENOUGH) continue;
    const last = best.at(-1);
    if (best.length === MOST && !goesBefore(position, last!, score)) continue;
    const other = published[position]!;
    if (other === article || others.has(other)) continue;
    let place = best.length;
    while (place > 0 && goesBefore(position, best[place - 1]!, score)) place -= 1;
    best.splice(place, 0, position);
    if (best.length > MOST) best.pop();
  }
  for (let at = 0; at < count; at += 1) score[touched[at]!] = 0;
  return best.map((position) => {
    const other = published[position]!;
    return { article: other, why: bestReason(reasons, position, features.get(other.name)!) };
  });
}

/** The higher score goes first; of two that are the same, the newer article. */
const goesBefore = (a: number, b: number, score: Float64Array): boolean =>
  score[a] === score[b] ? a > b : score[a]! > score[b]!;

/** What an article shares with others in words, how much that weighs, and the part of its list that is looked at. */
interface Reason {
  number: number;
  why: string;
  value: number;
  first: number;
  last: number;
}

/** The weightiest of the reasons that an article has, too; the first of those that weigh the same. */
function bestReason(reasons: readonly Reason[], position: number, has: Uint32Array): string {
  let best: Reason | undefined;
  for (const reason of reasons) {
    const looked = position >= reason.first && position <= reason.last;
    if (looked && reason.value > (best?.value ?? 0) && has.includes(reason.number)) best = reason;
  }
  return best!.why;
}

/** The part of a list that is looked at: all of a short one, of a long one what lies near in time. */
function near(list: Uint32Array, date: number): readonly [from: number, to: number] {
  if (list.length <= LONGEST_LIST) return [0, list.length];
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]! < date) low = middle + 1;
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
