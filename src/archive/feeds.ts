import { getRssString } from '@astrojs/rss';
import { type Article, type Issue, UNKNOWN_PAGE } from '../model.ts';
import { formatDate } from './dates.ts';
import { escapeMarkup } from './escape-markup.ts';
import { firstSeen, type History, lastChange } from './history.ts';
import { STATUS_NAMES } from './status-names.ts';

/** A feed holds this many articles; all of them stand in the archive's data for download. */
export const FEED_LENGTH = 100;

/** What a feed is about and where it stands; addresses are absolute. */
export interface FeedChannel {
  title: string;
  description: string;
  /** Address of the page that the feed follows. */
  page: string;
  /** Address of the feed itself. */
  self: string;
}

/** An article as feeds give it. */
export interface FeedItem {
  url: string;
  title: string;
  /** Date, page and what is inferred of them: 2026年3月13日（日期推定） · 第02版. */
  place: string;
  html: string;
  /** Noon in Beijing of the newspaper's day: the same day in nearly every time zone. */
  published: string;
  /** The last commit that changed the text; absent without git. */
  modified?: string;
  authors: string[];
  tags: string[];
}

/** What feeds are made from. */
export interface FeedSource {
  /** Published articles only. */
  articles: readonly Article[];
  issues: ReadonlyMap<string, Issue>;
  /** Titles of the topics by slug. */
  topicTitles: ReadonlyMap<string, string>;
  history: History;
  /** Absolute address of an article by its name. */
  addressOf: (name: string) => string;
}

/**
 * Items of a feed. What the archive took in last comes first, however old the paper: a subscriber wants to
 * see what is new here. Articles taken in together stand with the newest issue first, in the paper's order.
 */
export function listFeedItems({ articles, issues, topicTitles, history, addressOf }: FeedSource): FeedItem[] {
  const seen = new Map(articles.map((article) => [article, firstSeen(history, article.file) ?? '']));
  return articles
    .filter((article) => article.status !== 'withdrawn')
    .sort((a, b) => later(seen.get(a)!, seen.get(b)!) || later(a.date, b.date))
    .slice(0, FEED_LENGTH)
    .map((article) => {
      const url = addressOf(article.name);
      const place = placeOf(article, issues.get(article.date));
      const modified = lastChange(history, [article.file]);
      return {
        url,
        title: plain(article.headline),
        place,
        html: contentOf(article, url, place),
        published: `${article.date}T12:00:00+08:00`,
        ...(modified && { modified }),
        authors: [...new Set(article.bylines.map(({ name }) => name))],
        tags: article.topics.map((slug) => topicTitles.get(slug) ?? slug),
      };
    });
}

/** RSS 2.0 with the full text of each article. */
export async function writeRss(channel: FeedChannel, items: readonly FeedItem[]): Promise<string> {
  return getRssString({
    title: plain(channel.title),
    description: plain(channel.description),
    site: channel.page,
    xmlns: { atom: 'http://www.w3.org/2005/Atom' },
    customData: [
      '<language>zh-CN</language>',
      `<atom:link href="${escapeMarkup(channel.self)}" rel="self" type="application/rss+xml"/>`,
    ].join(''),
    items: items.map((item) => ({
      title: item.title,
      link: item.url,
      pubDate: new Date(item.published),
      description: item.place,
      content: item.html,
      categories: item.tags,
    })),
  });
}

/** JSON Feed 1.1 with the full text of each article. */
export function writeJsonFeed(channel: FeedChannel, items: readonly FeedItem[]): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: plain(channel.title),
    description: plain(channel.description),
    home_page_url: channel.page,
    feed_url: channel.self,
    language: 'zh-CN',
    items: items.map((item) => ({
      id: item.url,
      url: item.url,
      title: item.title,
      summary: item.place,
      content_html: item.html,
      date_published: item.published,
      ...(item.modified && { date_modified: item.modified }),
      ...(item.authors.length > 0 && { authors: item.authors.map((name) => ({ name })) }),
      ...(item.tags.length > 0 && { tags: item.tags }),
    })),
  });
}

/** Newer first; an empty string, which stands for "unknown", last. */
const later = (a: string, b: string) => (a > b ? -1 : a < b ? 1 : 0);

function placeOf(article: Article, issue: Issue | undefined): string {
  const inferredPage = issue?.pages.find(({ page }) => page === article.page)?.pageSource === 'inferred';
  return [
    `${formatDate(article.date)}${issue?.dateSource === 'printed' ? '' : '（日期推定）'}`,
    article.page === UNKNOWN_PAGE ? '版次不详' : `第${article.page}版${inferredPage ? '（版次推定）' : ''}`,
    ...(article.headlineSource === 'derived' ? ['标题代拟'] : []),
    ...(article.status === 'machine' ? [STATUS_NAMES.machine] : []),
  ].join(' · ');
}

const TAGS: Record<Article['blocks'][number]['kind'], [open: string, close: string]> = {
  paragraph: ['<p>', '</p>'],
  subhead: ['<h2>', '</h2>'],
  caption: ['<p><small>', '</small></p>'],
  credit: ['<p><small>', '</small></p>'],
  byline: ['<p>', '</p>'],
  source: ['<p>', '</p>'],
};

function contentOf(article: Article, url: string, place: string): string {
  const heading = [
    `<p><small>${escapeMarkup(place)}</small></p>`,
    ...(article.kicker ? [`<p>${escapeMarkup(article.kicker)}</p>`] : []),
    ...(article.deck ? [`<p>${escapeMarkup(article.deck)}</p>`] : []),
  ];
  const blocks = article.blocks.map(({ kind, text, html }) => {
    const [open, close] = TAGS[kind];
    return `${open}${html ? withFullAddresses(html, url) : escapeMarkup(text)}${close}`;
  });
  return plain([...heading, ...blocks].join('\n'));
}

/** An editor's link within the archive means nothing in a feed reader unless it is whole. */
const withFullAddresses = (html: string, base: string) =>
  html.replace(/ href="([^"]*)"/gu, (_, href: string) => {
    const whole = new URL(href.replaceAll('&amp;', '&').replaceAll('&#x26;', '&'), base).href;
    return ` href="${escapeMarkup(whole)}"`;
  });

/** XML 1.0 has no place for these, not even escaped. */
const plain = (text: string) =>
  text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/gu, '');
