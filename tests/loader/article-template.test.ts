import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parseArticle } from '../../src/loader/parse-article.ts';
import { ArticleFrontMatter, BlockKind } from '../../src/model.ts';

const text = readFileSync(
  fileURLToPath(new URL('../../content/article-template.mdx', import.meta.url)),
  'utf8',
);

test('the template of an article is one, and shows every field in its order and every kind of block', () => {
  const { article, problems } = parseArticle(text, 'content/articles/2023-04-14/p02-041.mdx');
  expect(problems).toEqual([]);
  expect(new Set(article!.blocks.map(({ kind }) => kind))).toEqual(new Set(BlockKind.options));
  const [, front = ''] = text.split('---\n');
  const shown = [...front.matchAll(/^(?:# .*：)?(\w+):/gmu)].map(([, name]) => name);
  expect(shown).toEqual(Object.keys(ArticleFrontMatter.shape));
  // Every field has a word of explanation above it.
  expect((front.match(/^# /gmu) ?? []).length).toBeGreaterThanOrEqual(shown.length);
});
