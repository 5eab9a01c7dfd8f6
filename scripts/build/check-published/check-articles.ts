import type { Article } from '../../../src/model.ts';
import type { PublishedFault, PublishedPage } from './published-page.ts';

/**
 * Every article has its page, and the page shows exactly its text: headline, and block after block.
 *
 * @param pages all pages
 * @param articles all articles; of a withdrawn one the page must show no text
 */
export function checkArticles(
  pages: readonly PublishedPage[],
  articles: readonly Article[],
): PublishedFault[] {
  const byName = new Map(pages.filter((page) => page.article).map((page) => [page.article!.name, page]));
  const byFile = new Map(pages.map((page) => [page.file, page]));
  const faults: PublishedFault[] = [];
  for (const article of articles) {
    const file = `${article.name}/index.html`;
    const report = (fault: string) => faults.push({ file, fault });
    if (!byFile.has(file)) {
      report('没有这篇文章的网页');
      continue;
    }
    const shown = byName.get(article.name)?.article;
    if (article.status === 'withdrawn') {
      if (shown && shown.blocks.size > 0) report('已撤下的文章仍有正文');
      continue;
    }
    if (!shown) {
      report('网页上没有 data-article');
      continue;
    }
    if (shown.headline.trim() !== article.headline)
      report(`标题应为“${article.headline}”，网页上是“${shown.headline.trim()}”`);
    article.blocks.forEach(({ text }, index) => {
      const found = shown.blocks.get(`p${index + 1}`);
      if (found !== text)
        report(`第 ${index + 1} 段应为“${excerpt(text, found)}”，网页上是“${excerpt(found, text)}”`);
    });
    if (shown.blocks.size !== article.blocks.length)
      report(`应有 ${article.blocks.length} 段，网页上有 ${shown.blocks.size} 段`);
  }
  return faults;
}

/** A text from shortly before where it differs from another. */
function excerpt(text: string | undefined, other: string | undefined): string {
  if (text === undefined) return '（没有）';
  let at = 0;
  while (at < text.length && text[at] === other?.[at]) at += 1;
  return `${at > 10 ? '…' : ''}${text.slice(Math.max(0, at - 10), at + 30)}`;
}
