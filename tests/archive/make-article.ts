import type { Article } from '../../src/model.ts';

/** An article for a test: what the test does not name is plain and harmless. */
export function makeArticle(given: Partial<Article> = {}): Article {
  const { date = '2024-05-06', id = 'p02-001' } = given;
  return {
    id,
    date,
    page: id.slice(1, 3),
    order: 1,
    status: 'proofread',
    headline: '绿道贯通 居民点赞',
    headlineSource: 'printed',
    bylines: [],
    topics: [],
    lines: [],
    doubts: [],
    exceptions: [],
    name: `${date}/${id}`,
    file: `content/articles/${date}/${id}.mdx`,
    blocks: [{ kind: 'paragraph', text: '本报讯 绿道贯通。', line: 12 }],
    ...given,
  };
}
