import type { Article, Issue, Topic } from '../model.ts';
import type { ContentProblem } from './content-problem.ts';
import type { ScanFile } from './list-scans.ts';

/**
 * Checks what one file says of another: an article's topics, its page, its id, a topic's reasons.
 *
 * @param content what was read without problems
 * @returns problems, none where all fits
 */
export function checkReferences({
  issues,
  articles,
  topics,
  scans,
}: {
  issues: readonly Issue[];
  articles: readonly Article[];
  topics: readonly Topic[];
  scans: readonly ScanFile[];
}): ContentProblem[] {
  const problems: ContentProblem[] = [];
  const slugs = new Set(topics.map((topic) => topic.slug));
  const pages = new Set(issues.flatMap((issue) => issue.pages.map((page) => `${issue.date}/p${page.page}`)));
  const scanned = new Set(scans.map((scan) => `${scan.date}/p${scan.page}`));
  const byName = new Map<string, Article>();

  for (const article of articles) {
    const report = (field: string, found: string, expected: string, remedy?: string) => {
      problems.push({ file: article.file, line: 1, field, found, expected, ...(remedy && { remedy }) });
    };
    const double = byName.get(article.name);
    if (double) report('id', `"${article.name}"`, `没有别的文章用过的 id（${double.file} 已用）`);
    byName.set(article.name, article);
    for (const topic of article.topics) {
      if (!slugs.has(topic))
        report(
          'topics',
          `"${topic}"`,
          `以下之一：${[...slugs].join('、')}`,
          '专题由 content/topics/ 中的文件名决定。',
        );
    }
    const page = `${article.date}/p${article.page}`;
    if (!pages.has(page) && !scanned.has(page)) {
      report(
        'page',
        `"${article.page}"`,
        `content/issues/${article.date}.yaml 中写有的版次`,
        '先在期的文件里加上这一版，或改正版次。',
      );
    }
  }
  for (const topic of topics) {
    for (const name of Object.keys(topic.reasons)) {
      const article = byName.get(name);
      if (article?.topics.includes(topic.slug)) continue;
      problems.push({
        file: `content/topics/${topic.slug}.mdx`,
        line: 1,
        field: `reasons.${name}`,
        found: article ? '不在这个专题里的文章' : '没有这篇文章',
        expected: `topics 含 ${topic.slug} 的文章`,
      });
    }
  }
  return problems;
}
