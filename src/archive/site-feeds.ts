import { getCollection } from 'astro:content';
import { getPublishedArticles } from './articles.ts';
import { type FeedChannel, type FeedItem, listFeedItems } from './feeds.ts';
import { readHistory } from './history.ts';
import { getIssues } from './issues.ts';
import { getSettings } from './settings.ts';
import { articleUrl, topicUrl, urlFor } from './urls.ts';

/** A feed of the site before its address is known: that depends on its form. */
export interface SiteFeed {
  channel: Omit<FeedChannel, 'self'>;
  items: FeedItem[];
}

// One pass of git for all feeds of a build.
let history: ReturnType<typeof readHistory> | undefined;

/**
 * The feed of all articles, or of one topic.
 *
 * @param site address of the site, without the base path
 * @param topic slug
 */
export async function getSiteFeed(site: URL, topic?: string): Promise<SiteFeed> {
  history ??= readHistory(process.cwd());
  const [settings, issues, topics, published] = await Promise.all([
    getSettings(),
    getIssues(),
    getCollection('topics'),
    getPublishedArticles(),
  ]);
  const about = topics.find(({ id }) => id === topic)?.data;
  return {
    channel: {
      title: about ? `${settings.name}：${about.title}` : settings.name,
      description: about?.description ?? settings.description,
      page: new URL(topic ? topicUrl(topic) : urlFor(''), site).href,
    },
    items: listFeedItems({
      articles: topic ? published.filter(({ topics }) => topics.includes(topic)) : published,
      issues: new Map(issues.map((issue) => [issue.date, issue])),
      topicTitles: new Map(topics.map(({ id, data }) => [id, data.title])),
      history: await history,
      addressOf: (name) => new URL(articleUrl(name), site).href,
    }),
  };
}
