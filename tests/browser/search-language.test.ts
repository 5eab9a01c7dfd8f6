import { expect, test } from 'vitest';
import { archive, countIn, holds, namesWhere, type PlainArticle } from './frame/plain-search.ts';
import { openSearchPage } from './frame/search-page.ts';

const inHead = (article: PlainArticle, text: string) => article.heads.some((head) => head.includes(text));
const signedBy = (article: PlainArticle, name: string) =>
  article.reporters.some((reporter) => reporter.includes(name));

/** Each line of the query language: what is typed, and which articles plain means find for it. */
const LINES: [what: string, typed: string, fits: (article: PlainArticle) => boolean][] = [
  ['a phrase, exactly as typed', '京津冀协同', (one) => holds(one, '京津冀协同')],
  ['punctuation counts as typed', '“两个计划”', (one) => holds(one, '“两个计划”')],
  ['a single character', '蒙', (one) => holds(one, '蒙')],
  ['spaces: all terms', '丰台 首都', (one) => holds(one, '丰台') && holds(one, '首都')],
  ['-词 excludes', '协同 -论坛', (one) => holds(one, '协同') && !holds(one, '论坛')],
  ['a bar: either', '产业链 | 创新链', (one) => holds(one, '产业链') || holds(one, '创新链')],
  ['quotation marks keep spaces', '"都市圈 让产业"', (one) => holds(one, '都市圈 让产业')],
  ['标题:', '标题:丰台', (one) => inHead(one, '丰台')],
  ['作者:', '作者:王蕾蕾', (one) => signedBy(one, '王蕾蕾')],
  ['作者: narrows another term', '协同 作者：付善元', (one) => holds(one, '协同') && signedBy(one, '付善元')],
  ['版:', '协同 版:02', (one) => holds(one, '协同') && one.page === '02'],
  ['版: by name', '版:综合', (one) => one.facets.section?.includes('综合') ?? false],
  ['版: of a page that nobody knows', '丰台 版:不详', (one) => holds(one, '丰台') && one.page === '00'],
  ['traditional characters fold', '豐臺區', (one) => holds(one, '丰台区')],
  ['quotation marks of traditional type fold', '「三站一樓」', (one) => holds(one, '“三站一楼”')],
  ['quotation marks of vertical type fold', '﹃三站一楼﹄', (one) => holds(one, '“三站一楼”')],
  ['full width and case fold', 'ｔｏｄ', (one) => holds(one, 'TOD')],
];

test('each line of the query language finds what plain means find, under a base path too', async () => {
  const { all, complaints } = await openSearchPage({ under: 'siteUnderBase' });
  for (const [what, typed, fits] of LINES) {
    const expected = namesWhere(fits);
    expect(expected.length, `${what}: nothing in the archive fits ${typed}`).toBeGreaterThan(0);
    expect((await all({ q: typed })).toSorted(), `${what}: ${typed}`).toEqual(expected);
  }
  expect(complaints).toEqual([]);
});

test('忽略标点 is offered with what it would find, and only where that is more', async () => {
  const { page, ask, all } = await openSearchPage();
  const letters = (text: string) => text.replaceAll(/[\p{P}\p{S}\p{Z}]/gu, '');
  const typed = '京津冀协同发展的桥头堡';
  const held = (one: PlainArticle) => one.texts.some((text) => letters(text).includes(typed));
  const quoted = '丰台的京津冀协同发展';
  for (const wanted of [typed, quoted]) {
    await ask({ q: wanted });
    const exact = archive.reduce((sum, one) => sum + countIn(one, wanted), 0);
    const more = archive.reduce(
      (sum, one) => sum + one.texts.reduce((own, text) => own + letters(text).split(wanted).length - 1, 0),
      0,
    );
    const offer = page.locator('[data-search-offer]');
    if (more > exact) await expect.poll(() => offer.textContent()).toContain(`${more} 处`);
  }
  // “开门红” stands between quotation marks.
  const broken = '丰台园实现开门红';
  expect(namesWhere((one) => holds(one, broken))).toEqual([]);
  await ask({ q: broken });
  const offer = page.locator('[data-search-offer]');
  await expect.poll(() => offer.count()).toBe(1);
  expect(await offer.getAttribute('data-search-offer')).toBe('1');
  await offer.locator('a').click();
  await expect.poll(() => page.locator('[data-search-result]').count()).toBe(1);
  expect(new URL(page.url()).searchParams.get('mode')).toBe('letters');
  expect(await page.locator('[data-search-result] .headline mark').textContent()).toBe('丰台园实现“开门红');
  // Typed as printed it finds nothing more: no offer.
  await ask({ q: '丰台园实现“开门红”' });
  await page.locator('[data-search-facet]').first().waitFor({ state: 'attached' });
  expect(await offer.count()).toBe(0);
  expect(await all({ q: typed, mode: 'letters' })).toEqual(namesWhere(held));
});

test('no match: near results stand under a heading that says so, and are no results', async () => {
  const { page, ask } = await openSearchPage();
  await ask({ q: '京津冀龘协同发展' });
  const near = page.locator('[data-search-near]');
  await near.waitFor();
  expect(await page.locator('[data-search-result]').count()).toBe(0);
  expect(await page.locator('[data-search-tally]').textContent()).toBe('0 篇');
  expect(await near.locator('h2').textContent()).toContain('只含一部分字');
  for (const item of await near.locator('li').all()) {
    const name = await item.getAttribute('data-search-near-result');
    const said = (await item.locator('.meta').last().textContent())!;
    const parts = [...said.matchAll(/“([^”]+)”/gu)].map(([, part]) => part!);
    const article = archive.find((one) => one.name === name)!;
    expect(parts.length).toBeGreaterThan(0);
    for (const part of parts) expect(holds(article, part), `${name} ${part}`).toBe(true);
  }
});

test('the help stands open on an empty page, shows every line of the language, and its examples find something', async () => {
  const { page } = await openSearchPage();
  await page.locator('.search-help[open]').waitFor();
  const examples = await page.locator('.search-help dt a').allTextContents();
  expect(examples.length).toBeGreaterThanOrEqual(9);
  for (const example of examples) {
    const typed = example.trim();
    // The first search closes what the empty page opened; what a reader opens stays.
    if ((await page.locator('.search-help[open]').count()) === 0)
      await page.locator('.search-help summary').click();
    await page.locator('.search-help dt a', { hasText: typed }).first().click();
    await expect.poll(() => page.locator('#search-q').inputValue()).toBe(typed);
    await expect
      .poll(() => page.locator('[data-search-result]').count(), { message: typed })
      .toBeGreaterThan(0);
  }
});
