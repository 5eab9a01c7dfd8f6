import { expect, inject, test } from 'vitest';
import { openPage } from './frame/open-page.ts';
import { archive, countIn, holds, namesWhere, type PlainArticle } from './frame/plain-search.ts';
import { answered, openSearchPage } from './frame/search-page.ts';

/** What plain counting gives for each facet. */
const VALUES: Record<string, (article: PlainArticle) => readonly string[]> = {
  year: ({ date }) => [date.slice(0, 4)],
  topic: ({ facets }) => facets.topic ?? [],
  page: ({ facets }) => facets.page ?? [],
  section: ({ facets }) => facets.section ?? [],
  reporter: ({ facets }) => facets.reporter ?? [],
  person: ({ facets }) => facets.person ?? [],
  place: ({ facets }) => facets.place ?? [],
  organisation: ({ facets }) => facets.organisation ?? [],
  status: ({ facets }) => facets.status ?? [],
};

test('facets count what plain counting counts, also when one is chosen, and choosing narrows', async () => {
  const { page, ask, all } = await openSearchPage({ under: 'siteUnderBase' });
  const counts = async () => {
    await page.locator('[data-search-facet="year"]').waitFor({ state: 'attached' });
    return page
      .locator('[data-search-facet]')
      .evaluateAll((facets) =>
        Object.fromEntries(
          facets.map((facet) => [
            (facet as HTMLElement).dataset.searchFacet!,
            Object.fromEntries(
              [...facet.querySelectorAll('label')].map((label) => [
                label.querySelector('input')!.value,
                Number((label.querySelector('[data-search-count]') as HTMLElement).dataset.searchCount),
              ]),
            ),
          ]),
        ),
      );
  };
  const expected = (fits: (article: PlainArticle, facet: string) => boolean) => {
    const wanted: Record<string, Record<string, number>> = {};
    for (const [facet, values] of Object.entries(VALUES)) {
      const own: Record<string, number> = {};
      for (const article of archive.filter((one) => fits(one, facet)))
        for (const value of values(article)) own[value] = (own[value] ?? 0) + 1;
      wanted[facet] = own;
    }
    return wanted;
  };
  for (const [query, fits] of [
    [{ q: '丰台' }, (one: PlainArticle) => holds(one, '丰台')],
    [
      { q: '丰台', year: '2025' },
      (one: PlainArticle, facet: string) =>
        holds(one, '丰台') && (facet === 'year' || one.date.startsWith('2025')),
    ],
    [
      { q: '协同', person: '王少峰', from: '2024' },
      (one: PlainArticle, facet: string) =>
        holds(one, '协同') &&
        one.date >= '2024-01-01' &&
        (facet === 'person' || (one.facets.person?.includes('王少峰') ?? false)),
    ],
  ] as const) {
    await ask(query as unknown as Record<string, string>);
    const wanted = expected(fits);
    // A facet of one value tells nothing and is not shown.
    await expect
      .poll(async () => (await counts()).year, { message: JSON.stringify(query) })
      .toEqual(wanted.year);
    for (const [facet, own] of Object.entries(await counts()))
      if (facet !== 'month') expect(own, `${JSON.stringify(query)} ${facet}`).toEqual(wanted[facet]);
  }
  expect((await all({ q: '丰台', topic: 'doubling', year: ['2023', '2025'] })).toSorted()).toEqual(
    namesWhere(
      (one) =>
        holds(one, '丰台') && (one.facets.topic ?? []).includes('doubling') && /^202[35]/u.test(one.date),
    ),
  );
});

test('order: headline first and then frequency; newest; oldest; grouped by issue', async () => {
  const { page, all, ask } = await openSearchPage();
  const found = namesWhere((one) => holds(one, '丰台'));
  const rank = (name: string) => {
    const article = archive.find((one) => one.name === name)!;
    return Number(article.heads.some((head) => head.includes('丰台'))) * 1000 + countIn(article, '丰台');
  };
  const relevant = await all({ q: '丰台' });
  expect(relevant.map(rank)).toEqual(found.map(rank).sort((a, b) => b - a));
  const oldest = await all({ q: '丰台', order: 'oldest' });
  expect(oldest).toEqual(found);
  // The newest issue first, its articles in the order of its pages.
  expect(await all({ q: '丰台', order: 'newest' })).toEqual(
    found.toSorted((a, b) => b.slice(0, 10).localeCompare(a.slice(0, 10))),
  );
  await ask({ q: '丰台', group: 'issue' });
  const groups = await page
    .locator('.hits-issue')
    .evaluateAll((issues) =>
      issues.map((issue) => [
        issue.querySelector('h2')!.textContent,
        ...[...issue.querySelectorAll('time')].map((time) => time.dateTime),
      ]),
    );
  expect(groups.length).toBeGreaterThan(1);
  for (const [heading, ...dates] of groups) {
    expect(new Set(dates).size).toBe(1);
    expect(heading!.replaceAll(/\D+/gu, '-')).toBe(dates[0]!.replaceAll('-0', '-').concat('-'));
  }
});

test('dates as readers write them; what is no date is refused and the results stay', async () => {
  const { page, ask, results } = await openSearchPage();
  await ask({ q: '丰台' });
  const field = (name: string) => page.locator(`.dates input[name="${name}"]`);
  const enter = async (name: string, typed: string) => {
    if (!(await field(name).isVisible())) await page.locator('details.narrow summary').first().click();
    await field(name).fill(typed);
    await field(name).blur();
  };
  await enter('from', '2025年2月14日');
  await expect.poll(() => new URL(page.url()).searchParams.get('from')).toBe('2025-02-14');
  await enter('to', '2025');
  await expect.poll(() => new URL(page.url()).searchParams.get('to')).toBe('2025-12-31');
  await answered(page);
  const within = namesWhere((one) => holds(one, '丰台') && one.date.startsWith('2025'));
  await expect.poll(async () => (await results()).toSorted()).toEqual(within);
  const before = page.url();
  await enter('to', '2025-13-45');
  await expect.poll(() => field('to').getAttribute('aria-invalid')).toBe('true');
  expect(page.url()).toBe(before);
});

test('what a search is narrowed to stands above its results, each with a way to take it away', async () => {
  const { page, ask, results } = await openSearchPage({ viewport: { width: 360, height: 740 } });
  await ask({ q: '丰台', year: '2025', topic: 'doubling', from: '2025-01-01' });
  const chosen = page.locator('[data-search-chosen] a');
  expect(await chosen.allTextContents()).toEqual(['从 2025-01-01 ×', '2025年 ×', '倍增计划 ×', '全部去掉']);
  await chosen.nth(2).click();
  const held = namesWhere((one) => holds(one, '丰台') && one.date.startsWith('2025'));
  await expect.poll(async () => (await results()).toSorted()).toEqual(held);
  expect(new URL(page.url()).searchParams.getAll('year')).toEqual(['2025']);
  await page.locator('[data-search-chosen]').getByText('全部去掉').click();
  await expect.poll(() => chosen.count()).toBe(0);
  expect([...new URL(page.url()).searchParams.keys()]).toEqual(['q']);
  await answered(page);
});

test('the whole search lives in the address: reload, back, sharing, the page number in the title', async () => {
  const { page, ask, results } = await openSearchPage({ under: 'siteUnderBase' });
  await ask({ q: '丰台' });
  expect(await page.title()).toContain('第1页');
  const first = await results();
  expect(first).toHaveLength(10);
  await page.locator('.paging a[rel="next"]').click();
  await expect.poll(() => page.title()).toContain('第2页');
  await expect.poll(results).not.toEqual(first);
  const second = await results();
  await page.reload();
  await answered(page);
  expect(await results()).toEqual(second);
  expect(await page.locator('#search-q').inputValue()).toBe('丰台');
  await page.goBack();
  await expect.poll(results).toEqual(first);
  await page.goForward();
  await expect.poll(results).toEqual(second);
  // A reader without anything of this visit.
  const shared = await openPage(page.url());
  await answered(shared.page);
  expect(
    await shared.page
      .locator('[data-search-result]')
      .evaluateAll((nodes) => nodes.map((node) => (node as HTMLElement).dataset.searchResult)),
  ).toEqual(second);
});

test('a result says all about its article, and opening it jumps to the first hit, from hit to hit, marks off', async () => {
  const { page, ask, complaints } = await openSearchPage({ under: 'siteUnderBase' });
  await ask({ q: '京津冀' });
  const item = page.locator('[data-search-result]').first();
  const name = (await item.getAttribute('data-search-result'))!;
  const article = archive.find((one) => one.name === name)!;
  const hits = countIn(article, '京津冀');
  expect(await item.locator('[data-search-hits]').textContent()).toBe(`${hits} 处`);
  expect(await item.locator('.headline').textContent()).toBe(article.headline);
  expect(await item.locator('time').getAttribute('datetime')).toBe(article.date);
  for (const mark of await item.locator('[data-search-snippet] mark').allTextContents())
    expect(mark).toBe('京津冀');
  const snippet = (await item.locator('[data-search-snippet]').textContent())!;
  expect(snippet).toMatch(/(?:[。！？；]”?|……)$/u);
  await item.locator('.headline a').click();
  await page.locator('mark.hit').first().waitFor();
  expect(await page.locator('mark.hit').count()).toBe(hits);
  const status = page.locator('[data-hit-status]');
  await expect.poll(() => status.textContent()).toBe(`第 1 处，共 ${hits} 处`);
  const seen = () =>
    page.evaluate(() => {
      const { top, bottom } = document.querySelector('mark[aria-current]')!.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    });
  await expect.poll(seen).toBe(true);
  await page.getByRole('button', { name: '下一处' }).click();
  await expect.poll(() => status.textContent()).toBe(`第 2 处，共 ${hits} 处`);
  await expect.poll(seen).toBe(true);
  await page.getByRole('button', { name: '上一处' }).click();
  await page.getByRole('button', { name: '上一处' }).click();
  await expect.poll(() => status.textContent()).toBe(`第 ${hits} 处，共 ${hits} 处`);
  const text = () => page.locator('article .prose').first().textContent();
  const marked = await text();
  await page.locator('[data-hit-toggle]').click();
  await expect.poll(() => page.locator('mark.hit').count()).toBe(0);
  expect(await text()).toBe(marked);
  await page.locator('[data-hit-toggle]').click();
  await expect.poll(() => page.locator('mark.hit').count()).toBe(hits);
  expect(complaints).toEqual([]);
});

test('an article that a reader came to by a search marks what was looked for, as it was looked for', async () => {
  const found = archive.find(({ headline }) => headline.includes('丰台'))!;
  const { page, complaints } = await openPage(`${found.name}/?hl=${encodeURIComponent('标题:丰台')}`);
  const status = page.locator('[data-hit-status]');
  const inHeads = found.heads.reduce((sum, head) => sum + head.split('丰台').length - 1, 0);
  await expect.poll(() => status.textContent()).toBe(`第 1 处，共 ${inHeads} 处`);
  expect(await page.locator('[data-block] mark.hit').count()).toBe(0);

  const at = (query: Record<string, string>) =>
    page.goto(new URL(`${found.name}/?${new URLSearchParams(query)}`, inject('site').url).href);
  // Typed with the quotation marks of traditional type: marked as it is printed.
  const quoted = archive.find((one) => countIn(one, '“三站一楼”') > 0)!;
  await page.goto(
    new URL(`${quoted.name}/?hl=${encodeURIComponent('「三站一樓」')}`, inject('site').url).href,
  );
  const quotations = countIn(quoted, '“三站一楼”');
  await expect.poll(() => status.textContent()).toBe(`第 1 处，共 ${quotations} 处`);
  expect(await page.locator('mark.hit').first().textContent()).toBe('“三站一楼”');
  // 忽略标点 finds it across a mark that the paper did not print.
  await at({ hl: '丰、台', mode: 'letters' });
  await expect.poll(() => status.textContent()).toMatch(/^第 1 处，共 \d+ 处$/u);
  await at({ hl: '丰、台' });
  await expect.poll(() => status.textContent()).toBe('本篇没有标出之处');
  expect(await page.getByRole('button', { name: '下一处' }).isDisabled()).toBe(true);
  const toggle = page.locator('[data-hit-toggle]');
  await toggle.click();
  await toggle.click();
  expect(await toggle.getAttribute('aria-pressed')).toBe('true');
  await at({ hl: ' ' });
  await page.waitForLoadState('networkidle');
  expect(await page.locator('.hit-bar').count()).toBe(0);
  expect(complaints).toEqual([]);
});
