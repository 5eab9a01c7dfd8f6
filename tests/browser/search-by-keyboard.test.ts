import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openPage } from './frame/open-page.ts';
import { answered, openSearchPage } from './frame/search-page.ts';

const DESK = { viewport: { width: 1280, height: 800 } };
/** Name and value of the field with the focus, or what the link says. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement!;
    return element instanceof HTMLInputElement ? `${element.name}=${element.value}` : element.textContent;
  });

test('whoever ticks a filter by keyboard stays at it, and unticks it with the same key', async () => {
  const { page, ask } = await openSearchPage(DESK);
  await ask({ q: '丰台' });
  const facets = page.locator('[data-search-facet="year"]');
  await facets.locator('input[value="2025"]').focus();
  for (const years of [['2025'], []]) {
    await page.locator('[data-search-facets]').evaluate((place) => {
      place.firstElementChild!.id = 'old';
    });
    await page.keyboard.press('Space');
    await page.locator('#old').waitFor({ state: 'detached' });
    await answered(page);
    expect(new URL(page.url()).searchParams.getAll('year')).toEqual(years);
    expect(await focused(page)).toBe('year=2025');
  }
});

test('filters that a reader has unfolded stay so when one of them is chosen', async () => {
  const { page, ask } = await openSearchPage(DESK);
  await ask({ q: '丰台' });
  const people = page.locator('[data-search-facet="person"]');
  await people.locator('summary').press('Enter');
  const one = await people.locator('details input').first().getAttribute('value');
  await people.locator('details input').first().press('Space');
  await expect.poll(() => new URL(page.url()).searchParams.get('person')).toBe(one);
  await page.locator('.chosen').waitFor();
  await answered(page);
  await expect
    .poll(() =>
      people.locator('details').evaluateAll((all) => all.map((rest) => (rest as HTMLDetailsElement).open)),
    )
    .not.toContain(false);
  expect(await focused(page)).toBe(`person=${one}`);
});

test('past the filters of a desk a link leads to the results, and what cannot fold them is no stop', async () => {
  const { page, ask } = await openSearchPage(DESK);
  await ask({ q: '丰台' });
  await page.locator('.search-help summary').focus();
  await page.keyboard.press('Tab');
  expect(await focused(page)).toBe('跳过筛选，到结果');
  const address = page.url();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await focused(page)).toBe('view=list');
  expect(page.url()).toBe(address);
  await page.locator('.skip[href="#results"]').focus();
  await page.keyboard.press('Tab');
  expect(await focused(page)).toBe('from=');
  // On a phone they are folded, and open by the same key as everything else.
  await page.setViewportSize({ width: 360, height: 740 });
  await expect.poll(() => page.locator('.narrow').getAttribute('open')).toBe(null);
  await page.locator('.skip[href="#results"]').focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.locator('.narrow[open]').waitFor();
});

test('whoever comes back from an article is where they were among the results, by keyboard on the same one', async () => {
  for (const view of ['list', 'kwic']) {
    const { page } = await openPage(`search/?q=丰台&view=${view}`, {
      viewport: { width: 360, height: 740 },
      serviceWorkers: 'block',
    });
    await answered(page);
    const link = page.locator('[data-search-results] :is(h2 a, td a)').nth(7);
    await link.focus();
    await link.evaluate((one) => one.scrollIntoView({ block: 'center' }));
    const [place, said] = [await page.evaluate(() => scrollY), await link.textContent()];
    expect(place).toBeGreaterThan(300);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/p\d\d-\d+\//u);
    await page.goBack();
    await answered(page);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeCloseTo(place, -1);
    expect(await focused(page)).toBe(said);

    // By finger: the place, and no ring around anything.
    await page.evaluate(() => scrollTo(0, 900));
    const other = page.locator('[data-search-results] :is(h2 a, td a):visible').nth(9);
    await other.scrollIntoViewIfNeeded();
    const second = await page.evaluate(() => scrollY);
    await other.click();
    await page.waitForURL(/\/p\d\d-\d+\//u);
    await page.goBack();
    await answered(page);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeCloseTo(second, -1);
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);

    // A new question begins at its beginning.
    await page.locator('#search-q').fill('京津冀');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.url()).not.toContain(encodeURIComponent('丰台'));
    await answered(page);
    expect(await page.evaluate(() => scrollY)).toBeLessThan(300);
  }
});
