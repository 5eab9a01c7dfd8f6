import { type CollectionEntry, getCollection } from 'astro:content';
import type { Article, Topic } from '../model.ts';
import { getArticleIndex } from './article-index.ts';
import { once } from './once.ts';

/** A topic with its articles, newest first, and the entry from which its introduction is rendered. */
export interface TopicShelf extends Topic {
  articles: readonly Article[];
  entry: CollectionEntry<'topics'>;
}

/** The topics in the editors' order. */
export const getTopics = once(async (): Promise<readonly TopicShelf[]> => {
  const { byTopic } = await getArticleIndex();
  return (await getCollection('topics'))
    .map((entry) => ({
      ...entry.data,
      slug: entry.id,
      articles: newestFirst(byTopic.get(entry.id) ?? []),
      entry,
    }))
    .sort((a, b) => a.order - b.order || (a.slug < b.slug ? -1 : 1));
});

/** Topics by slug. */
export const getTopicMap = once(
  async (): Promise<ReadonlyMap<string, TopicShelf>> =>
    new Map((await getTopics()).map((topic) => [topic.slug, topic])),
);

/** Issues newest first, articles of an issue in the order of the paper. */
export function newestFirst(articles: readonly Article[]): Article[] {
  return [...articles].sort((a, b) => (a.date > b.date ? -1 : a.date < b.date ? 1 : 0));
}
