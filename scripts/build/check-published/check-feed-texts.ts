import type { Article } from '../../../src/model.ts';
import type { ReadFeed } from './check-feeds.ts';
import type { PublishedFault } from './published-page.ts';
import { readEntities } from './read-entities.ts';

const bare = (text: string): string => text.replace(/\s+/gu, '');

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
      const { text: shown, invalid } = readEntities(html.replace(/<[^>]*>/gu, ''));
      for (const written of invalid) faults.push({ file, fault: `${url} 的正文里有不成字的 ${written}` });
      if (bare(shown).endsWith(bare(article.blocks.map(({ text }) => text).join('')))) right.set(url, html);
      else faults.push({ file, fault: `${url} 的正文与文章不同` });
    }
  return faults;
}
