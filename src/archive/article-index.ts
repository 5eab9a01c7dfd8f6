import type { Article } from '../model.ts';
import { getArticles } from './articles.ts';
import { once } from './once.ts';

/** Published articles by every key that pages ask for; each list in the order of the paper. */
interface ArticleIndex {
  published: readonly Article[];
  /** By `<date>/<id>`; withdrawn ones too. */
  byName: ReadonlyMap<string, Article>;
  byDate: ReadonlyMap<string, readonly Article[]>;
  /** By `<date>/p<NN>`. */
  byPage: ReadonlyMap<string, readonly Article[]>;
  byTopic: ReadonlyMap<string, readonly Article[]>;
}

/** The index of all articles, computed once for a build: no page looks through the whole archive. */
export const getArticleIndex = once(async (): Promise<ArticleIndex> => {
  const all = await getArticles();
  const published = all.filter((article) => article.status !== 'withdrawn');
  const byDate = new Map<string, Article[]>();
  const byPage = new Map<string, Article[]>();
  const byTopic = new Map<string, Article[]>();
  for (const article of published) {
    add(byDate, article.date, article);
    add(byPage, `${article.date}/p${article.page}`, article);
    for (const topic of article.topics) add(byTopic, topic, article);
  }
  return {
    published,
    byName: new Map(all.map((article) => [article.name, article])),
    byDate,
    byPage,
    byTopic,
  };
});

function add(map: Map<string, Article[]>, key: string, article: Article): void {
  const list = map.get(key);
  if (list) list.push(article);
  else map.set(key, [article]);
}
