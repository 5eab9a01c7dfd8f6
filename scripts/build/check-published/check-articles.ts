import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Article } from '../../../src/model.ts';
import { digestText } from './page-facts.ts';
import type { PageFacts, PublishedFault } from './published-page.ts';
import { readPage } from './read-page.ts';

/**
 * Every article has its page, and the page shows exactly its text: kicker, headline, deck, and block after block.
 *
 * @param dist folder that is about to be published
 * @param pages all its pages, by path of their file
 * @param articles all articles; of a withdrawn one the page must show no text
 */
export async function checkArticles(
  dist: string,
  pages: ReadonlyMap<string, PageFacts>,
  articles: readonly Article[],
): Promise<PublishedFault[]> {
  const faults: PublishedFault[] = [];
  for (const article of articles) {
    const file = `${article.name}/index.html`;
    const page = pages.get(file);
    if (!page) {
      faults.push({ file, fault: '没有这篇文章的网页' });
      continue;
    }
    const shown = page.article?.name === article.name ? page.article : undefined;
    if (article.status === 'withdrawn') {
      if (shown && shown.blocks > 0) faults.push({ file, fault: '已撤下的文章仍有正文' });
      continue;
    }
    if (!shown) {
      faults.push({ file, fault: '网页上没有 data-article' });
      continue;
    }
    const texts = article.blocks.map(({ text }) => text);
    const wanted = digestText({ ...article, subheads: listedSubheads(article) }, texts);
    if (shown.blocks === texts.length && shown.text === wanted) continue;
    for (const fault of tellDifferences(await readFile(join(dist, file)), file, article))
      faults.push({ file, fault });
  }
  return faults;
}

/** One subhead is no way in: two and more are listed over the text. */
function listedSubheads({ blocks }: Article): string | undefined {
  const subheads = blocks.filter(({ kind }) => kind === 'subhead').map(({ text }) => text);
  return subheads.length > 1 ? subheads.join('') : undefined;
}

/** Where a page shows another text than its article's. */
function tellDifferences(page: Buffer, file: string, article: Article): string[] {
  const shown = readPage(page, file).article!;
  const faults: string[] = [];
  const compare = (label: string, wanted = '（没有）', found = '（没有）') => {
    if (found.trim() !== wanted) faults.push(`${label}应为“${wanted}”，网页上是“${found.trim()}”`);
  };
  compare('引题', article.kicker, shown.kicker);
  compare('标题', article.headline, shown.headline);
  compare('副题', article.deck, shown.deck);
  compare('栏目', article.section, shown.section || undefined);
  compare('小标题', listedSubheads(article), shown.subheads);
  article.blocks.forEach(({ text }, index) => {
    const found = shown.blocks.get(`p${index + 1}`);
    if (found !== text)
      faults.push(`第 ${index + 1} 段应为“${excerpt(text, found)}”，网页上是“${excerpt(found, text)}”`);
  });
  if (shown.blocks.size !== article.blocks.length)
    faults.push(`应有 ${article.blocks.length} 段，网页上有 ${shown.blocks.size} 段`);
  return faults.length > 0 ? faults : ['各段的编号与文章不同'];
}

/** A text from shortly before where it differs from another. */
function excerpt(text: string | undefined, other: string | undefined): string {
  if (text === undefined) return '（没有）';
  let at = 0;
  while (at < text.length && text[at] === other?.[at]) at += 1;
  return `${at > 10 ? '…' : ''}${text.slice(Math.max(0, at - 10), at + 30)}`;
}
