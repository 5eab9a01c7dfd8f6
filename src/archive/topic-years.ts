import type { Article } from '../model.ts';
import type { TopicShelf } from './topics.ts';

/** A year of a topic lists so many articles on the topic's page; the rest stand on the year's own page. */
export const MOST_OF_YEAR = 24;

/** A topic's articles of one year, newest first. */
export interface TopicYear {
  year: string;
  articles: readonly Article[];
  /** The year has too many articles for the topic's page, and a page of its own. */
  long: boolean;
}

/** The years of a topic that have articles, newest first. */
export function listTopicYears(topic: Pick<TopicShelf, 'articles'>): TopicYear[] {
  return [...Map.groupBy(topic.articles, (article) => article.date.slice(0, 4))].map(([year, articles]) => ({
    year,
    articles,
    long: articles.length > MOST_OF_YEAR,
  }));
}
