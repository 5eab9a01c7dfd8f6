import { UNKNOWN_PAGE } from '../../src/model.ts';
import type { CheckContext } from './context.ts';
import type { Finding } from './finding.ts';

/** Jump lines (上接, 下转) to a page that is in the archive but has no article that jumps back. */
export function checkJumps({ content, articles, lines }: CheckContext): Finding[] {
  const pages = new Set(content.scans.map((scan) => `${scan.date}/p${scan.page}`));
  const findings: Finding[] = [];
  const report = (
    article: (typeof articles)[number],
    field: 'jumpFrom' | 'jumpTo',
    words: string,
    back: string,
  ) =>
    findings.push({
      code: 'jump-nowhere',
      file: article.file,
      line: lines.field(article.file, field),
      found: `${words}${article[field]}版`,
      expected: `同一期第 ${article[field]} 版有一篇写着 ${back}: "${article.page}" 的文章`,
      remedy: '改正版次，或给另一半补上对应的字段。',
      text: `${words}${article[field]}版`,
      about: article.name,
    });
  const jumps = new Set(
    articles.flatMap(({ date, page, jumpFrom, jumpTo }) => [
      `${date}/p${page} jumpFrom ${jumpFrom}`,
      `${date}/p${page} jumpTo ${jumpTo}`,
    ]),
  );
  for (const article of articles) {
    if (article.page === UNKNOWN_PAGE) continue;
    const there = (page: string, field: 'jumpFrom' | 'jumpTo') =>
      jumps.has(`${article.date}/p${page} ${field} ${article.page}`);
    for (const [field, back, words] of [
      ['jumpFrom', 'jumpTo', '上接'],
      ['jumpTo', 'jumpFrom', '下转'],
    ] as const) {
      const page = article[field];
      if (page === undefined) continue;
      if (page === article.page) report(article, field, words, back);
      // A page that is not in the archive is no mistake of the article.
      else if (pages.has(`${article.date}/p${page}`) && !there(page, back))
        report(article, field, words, back);
    }
  }
  return findings;
}
