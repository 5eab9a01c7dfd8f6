import { describe, expect, test } from 'vitest';
import { escapeMdx } from '../../scripts/pipeline/4-mdx/escape-mdx.ts';
import { checkPageBody } from '../../src/loader/guard-page.ts';
import { parseArticle } from '../../src/loader/parse-article.ts';
import { parseBody } from '../../src/loader/parse-body.ts';
import { BlockKind } from '../../src/model.ts';
import { ARTICLE_BODIES, CHARACTERS, FRONT_MATTER_VALUES, PAGE_BODIES, PLACES, TEXTS } from './attacks.ts';
import { articleText, FILE } from './sample-article.ts';

const PAGE = 'content/pages/about.mdx';
/** Lines of the sample's front matter, and the blank line after it. */
const BODY_LINE = 15;

describe('an article with this does not get into the build:', () => {
  test.each(Object.entries(ARTICLE_BODIES))('%s', (_, body) => {
    const { article, problems } = parseArticle(articleText(body), FILE);
    expect(article).toBeUndefined();
    expect(problems.length).toBeGreaterThan(0);
    for (const { file, line } of problems) {
      expect(file).toBe(FILE);
      expect(line).toBeGreaterThanOrEqual(BODY_LINE);
      expect(line).toBeLessThan(BODY_LINE + body.split('\n').length + 1);
    }
  });

  test.each(Object.entries(CHARACTERS))('the character %s', (_, body) => {
    const { article, problems } = parseArticle(articleText(body), FILE);
    expect(article).toBeUndefined();
    expect(problems[0]).toMatchObject({ file: FILE, line: BODY_LINE });
    expect(problems[0]!.found).toMatch(/U\+[0-9A-F]{4}/u);
  });

  test.each(Object.entries(FRONT_MATTER_VALUES))('front matter: %s', (_, value) => {
    const { article, problems } = parseArticle(articleText(undefined, { deck: `deck: ${value}` }), FILE);
    expect(article).toBeUndefined();
    expect(problems.length).toBeGreaterThan(0);
    expect(({} as Record<string, unknown>).status).toBeUndefined();
  });

  test.each(Object.entries(PLACES))('another place: %s', (_, change) => {
    expect(parseArticle(articleText(undefined, change), FILE).article).toBeUndefined();
  });
});

describe('a topic, about or handbook page with this does not get into the build:', () => {
  test.each(Object.entries(PAGE_BODIES))('%s', (_, body) => {
    const problems = checkPageBody(body, { file: PAGE, linesBefore: 5 });
    expect(problems.length).toBeGreaterThan(0);
    expect(problems[0]!.file).toBe(PAGE);
    expect(problems[0]!.line).toBeGreaterThan(5);
  });

  test.each(Object.entries(CHARACTERS))('the character %s', (_, body) => {
    expect(checkPageBody(body, { file: PAGE, linesBefore: 5 })[0]?.found).toMatch(/U\+[0-9A-F]{4}/u);
  });
});

test.each([
  '见[按日期浏览](../browse/)。',
  '<table><tbody><tr><th scope="row">一</th><td>二</td></tr></tbody></table>',
  '{/* 编者自记 */}',
  '[邮件](mailto:a@example.org)、[网页](https://example.org/a?b=c)、[本页](#notes)',
])('a page may hold %s', (body) => {
  expect(checkPageBody(body, { file: PAGE, linesBefore: 0 })).toEqual([]);
});

describe.each(BlockKind.options)('hostile text in a %s', (kind) => {
  test.each(TEXTS)('stays the text it is: %s', (text) => {
    const { blocks, problems } = parseBody(escapeMdx(kind, text), { file: FILE, firstLine: 1 });
    expect(problems).toEqual([]);
    expect(blocks).toEqual([{ kind, text, line: 1 }]);
  });
});
