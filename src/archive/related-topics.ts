import type { Article, Topic } from '../model.ts';

/** Another topic, and the articles that belong to both. */
export interface RelatedTopic<T> {
  topic: T;
  shared: Article[];
}

/**
 * The other topics, those first that share most articles with one; then in the editors' order.
 *
 * @param topic the topic that is read
 * @param topics all topics, in the editors' order
 */
export function listRelatedTopics<T extends Topic & { articles: readonly Article[] }>(
  topic: T,
  topics: readonly T[],
): RelatedTopic<T>[] {
  return topics
    .filter(({ slug }) => slug !== topic.slug)
    .map((other) => ({
      topic: other,
      shared: topic.articles.filter(({ topics }) => topics.includes(other.slug)),
    }))
    .sort((a, b) => b.shared.length - a.shared.length || a.topic.order - b.topic.order);
}
