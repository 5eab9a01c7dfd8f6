import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { z } from 'zod';
import type { PublishedFault } from './published-page.ts';

// JSON Feed 1.1, https://www.jsonfeed.org/version/1.1/: what it wants, of what we write.
const Text = z.string().trim().min(1);
const Address = z.url({ protocol: /^https?$/u });
const Moment = z.iso.datetime({ offset: true });
const JsonFeed = z.strictObject({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: Text,
  description: z.string().optional(),
  home_page_url: Address,
  feed_url: Address,
  language: z.literal('zh-CN'),
  items: z.array(
    z.strictObject({
      id: Text,
      url: Address,
      title: Text,
      summary: z.string().optional(),
      content_html: z.string().min(1),
      date_published: Moment,
      date_modified: Moment.optional(),
      authors: z
        .array(z.strictObject({ name: Text }))
        .min(1)
        .optional(),
      tags: z.array(Text).min(1).optional(),
    }),
  ),
});

// RSS 2.0, https://www.rssboard.org/rss-specification. Dates are those of RFC 822.
const RFC_822 =
  /^(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), )?\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}(?::\d{2})? (?:GMT|UT|[+-]\d{4})$/u;
const Rss = z.looseObject({
  rss: z.looseObject({
    '@version': z.literal('2.0'),
    channel: z.looseObject({
      title: Text,
      link: Address,
      description: z.string(),
      language: z.literal('zh-CN'),
      'atom:link': z.looseObject({
        '@href': Address,
        '@rel': z.literal('self'),
        '@type': z.literal('application/rss+xml'),
      }),
      item: z
        .array(
          z.looseObject({
            title: Text,
            link: Address,
            guid: z.union([Text, z.looseObject({ '#text': Text })]),
            pubDate: z.string().regex(RFC_822, '应为 RFC 822 的日期'),
            'content:encoded': z.string().min(1),
          }),
        )
        .default([]),
    }),
  }),
});

const xml = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  isArray: (name) => name === 'item',
});

// What would run or load in a reader's feed program, and addresses that lead nowhere without the page.
const UNSAFE_HTML =
  /<(?:script|style|iframe|object|embed|form|svg|img)\b|<[^>]*\s(?:on\w+\s*=|(?:href|src)\s*=\s*(?!"(?:https?:|mailto:)))/iu;

/** A feed as far as the checks need it. */
export interface ReadFeed {
  file: string;
  /** Addresses of its articles. */
  items: string[];
  /** What it says of them. */
  entries: { url: string; title: string; html: string }[];
  self?: string;
}

/**
 * Feeds that are not what RSS 2.0 and JSON Feed 1.1 ask for, and XML that is none.
 *
 * @param texts texts of the XML files and the feeds of the published folder by path
 * @returns the feeds, and what is wrong
 */
export function checkFeeds(texts: ReadonlyMap<string, string>): {
  feeds: ReadFeed[];
  faults: PublishedFault[];
} {
  const feeds: ReadFeed[] = [];
  const faults: PublishedFault[] = [];
  for (const [file, text] of texts) {
    const report = (fault: string) => faults.push({ file, fault });
    const complain = (error: z.ZodError) => {
      for (const issue of error.issues) report(`${issue.path.join('.')}：${issue.message}`);
    };
    if (file.endsWith('.xml')) {
      const valid = XMLValidator.validate(text);
      if (valid !== true) {
        report(`不合 XML 写法：${valid.err.msg}（第 ${valid.err.line} 行）`);
        continue;
      }
    }
    if (file.endsWith('feed.xml')) {
      const { data, error } = Rss.safeParse(xml.parse(text));
      if (!data) {
        complain(error);
        continue;
      }
      const { channel } = data.rss;
      feeds.push({
        file,
        items: channel.item.map(({ link }) => link),
        entries: channel.item.map((item) => ({
          url: item.link,
          title: item.title,
          html: item['content:encoded'],
        })),
        self: channel['atom:link']['@href'],
      });
      for (const { 'content:encoded': html } of channel.item)
        if (UNSAFE_HTML.test(html)) report(`正文里有不该有的标记或地址：${UNSAFE_HTML.exec(html)![0]}`);
    }
    if (file.endsWith('feed.json')) {
      const { data, error } = JsonFeed.safeParse(parseJson(text));
      if (!data) {
        complain(error);
        continue;
      }
      feeds.push({
        file,
        items: data.items.map(({ url }) => url),
        entries: data.items.map(({ url, title, content_html: html }) => ({ url, title, html })),
        self: data.feed_url,
      });
      if (new Set(data.items.map(({ id }) => id)).size !== data.items.length) report('有两条的 id 相同');
      for (const { content_html: html } of data.items)
        if (UNSAFE_HTML.test(html)) report(`正文里有不该有的标记或地址：${UNSAFE_HTML.exec(html)![0]}`);
    }
  }
  return { feeds, faults };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
