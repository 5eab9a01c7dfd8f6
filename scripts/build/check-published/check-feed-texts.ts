import type { Article } from '../../../src/model.ts';
import type { ReadFeed } from './check-feeds.ts';
import type { PublishedFault } from './published-page.ts';

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const ENTITY = /&(?:#x([\da-f]+)|#(\d+)|(amp|lt|gt|quot|apos));/giu;

const bare = (text: string): string => text.replace(/\s+/gu, '');

/** What a reader sees of markup, without spaces. */
const textOf = (html: string): string =>
  bare(html.replace(/<[^>]*>/gu, '')).replace(ENTITY, (_, hexadecimal, decimal, name) =>
    name === undefined
      ? String.fromCodePoint(hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16))
      : NAMED[name.toLowerCase()]!,
  );

/**
 * Feeds whose entries do not say what their articles say: headline, and at the end of the text block after block.
 *
 * @param feeds what was read of them
 * @param articles of the archive
 * @param home address of the archive, with a slash at its end
 */
export function checkFeedTexts(
  feeds: readonly ReadFeed[],
  articles: readonly Article[],
  home: string,
): PublishedFault[] {
  const faults: PublishedFault[] = [];
  const byAddress = new Map(articles.map((article) => [`${home}${article.name}/`, article]));
  // The same entry stands in the feed of all, in those of its topics, and in two forms of each.
  const right = new Map<string, string>();
  for (const { file, entries } of feeds)
    for (const { url, title, html } of entries) {
      const article = byAddress.get(url);
      if (!article) continue;
      if (title.trim() !== article.headline.trim())
        faults.push({ file, fault: `${url} 的标题应为“${article.headline}”，读到“${title.trim()}”` });
      if (right.get(url) === html) continue;
      if (textOf(html).endsWith(bare(article.blocks.map(({ text }) => text).join('')))) right.set(url, html);
      else faults.push({ file, fault: `${url} 的正文与文章不同` });
    }
  return faults;
}
