import { describe, expect, test } from 'vitest';
import { makeArticle } from '../archive/make-article.ts';
import { article, articlePage, check, listed, page } from './made-up-site.ts';

const ISSUE = '2023-04-14/index.html';
const TOPIC = 'topics/doubling/index.html';
const YEAR = 'topics/doubling/2023/index.html';
const NAMES = ['2023-04-14/p02-009', '2023-04-14/p02-020'] as const;
const [OWN, OTHER] = NAMES;

const first = { ...article, topics: ['doubling' as const] };
const second = makeArticle({ ...article, name: OTHER, id: 'p02-020', headline: '甲&乙', topics: [] });
const LISTED = [listed(OWN), listed(OTHER, '<span>甲</span>&amp;乙')] as const;
const listing = (title: string, ...items: string[]) =>
  page({ title, body: `<h1>目录</h1>${items.join('')}<p><a href="/base/${OTHER}/">别的</a></p>` });

/** What is wrong with these pages, of all that may be wrong with the site. */
const told = async (files: Record<string, string>) =>
  (
    await check(
      {
        [`${OTHER}/index.html`]: articlePage().replaceAll(OWN, OTHER),
        [ISSUE]: listing('期', ...LISTED),
        [TOPIC]: listing('专题', LISTED[0]),
        ...files,
      },
      [first, second],
    )
  )
    .split('\n')
    .filter((line) => /^(?:2023-04-14\/(?:p\d\d\/)?|topics\/.*)index\.html/u.test(line));

test('an issue and a topic with their own articles', async () => {
  expect(await told({})).toEqual([]);
});

test('a topic lists a year whole on a page of its own', async () => {
  expect(await told({ [TOPIC]: listing('专题'), [YEAR]: listing('2023', LISTED[0]) })).toEqual([]);
  expect(await told({ [YEAR]: listing('2023') })).toEqual([`${YEAR}  这个专题里没有 ${OWN}`]);
});

describe('is found', () => {
  test.each<[string, string, string, string]>([
    ['an article that its topic lacks', TOPIC, listing('专题'), `这个专题里没有 ${OWN}`],
    ['an article of no topic', TOPIC, listing('专题', ...LISTED), `这个专题里有不该有的 ${OTHER}`],
    ['an article that its issue lacks', ISSUE, listing('期', LISTED[0]), `这一期的目录里没有 ${OTHER}`],
    [
      'an article of another page',
      '2023-04-14/p03/index.html',
      listing('三版', LISTED[0]),
      `这一版的目录里有不该有的 ${OWN}`,
    ],
    [
      'another headline',
      ISSUE,
      listing('期', LISTED[0], listed(OTHER, '甲&amp;丙')),
      `${OTHER} 的标题是“甲&amp;乙”，目录里是“甲&amp;丙”`,
    ],
  ])('%s', async (_, file, html, fault) => {
    expect(await told({ [file]: html })).toContain(`${file}  ${fault}`);
  });

  test('another headline on the front page', async () => {
    const home = page({ title: '首页', body: `<h1>首页</h1>${listed(OWN, '别的标题')}` });
    expect(await check({ 'index.html': home })).toContain(
      `index.html  ${OWN} 的标题是“我区召开会议”，目录里是“别的标题”`,
    );
  });
});
