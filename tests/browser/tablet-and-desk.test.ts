import type { Locator } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { listPages } from './frame/list-pages.ts';
import { openPage, sharePage } from './frame/open-page.ts';
import { openSearchPage } from './frame/search-page.ts';

const pages = await listPages(inject('site').folder);
const article = pages.find(({ kind }) => kind === 'article')!.path;
const TABLET = { width: 768, height: 1024 };
const DESK = { width: 1280, height: 800 };
const visit = sharePage({ viewport: TABLET });
const visitElder = sharePage({ viewport: DESK, kept: { mode: 'elder' } });

/** Where a box begins and ends in a line. */
async function edgesOf(box: Locator): Promise<[from: number, to: number]> {
  const { x, width } = (await box.boundingBox())!;
  return [Math.round(x), Math.round(x + width)];
}

test('a tablet has room for 夜间 in the bar, and for the search beside the name', async () => {
  const { page } = await visit(article);
  expect(await page.locator('.nav [data-night-toggle]').isVisible()).toBe(true);
  expect(await page.locator('.masthead input[name="q"]').isVisible()).toBe(true);
});

test('the reading tools are as wide as the text below them', async () => {
  const { page } = await visit(article);
  expect(await edgesOf(page.locator('.reading > .tools'))).toEqual(
    await edgesOf(page.locator('.reading .prose')),
  );
});

test('in 长辈版 the front page is one column from the lead to the last of the briefs', async () => {
  const { page } = await visitElder('');
  expect(await edgesOf(page.locator('.briefs'))).toEqual(await edgesOf(page.locator('.front')));
});

test('in 长辈版 no line of an introduction is longer than a line of text', async () => {
  const { page } = await visitElder('topics/military/');
  const [from, to] = await edgesOf(page.locator('.intro'));
  expect(to - from).toBe(36 * 24);
});

test('the views of the search stay where they are when one of them is chosen', async () => {
  for (const viewport of [TABLET, DESK]) {
    const { page, ask } = await openSearchPage({ viewport });
    const places: [number, number][] = [];
    for (const view of ['list', 'kwic', 'trend']) {
      await ask({ q: '丰台', view });
      places.push(await edgesOf(page.locator('.views')));
    }
    expect(new Set(places.map(String)), String(viewport.width)).toHaveLength(1);
  }
});

test('a name in a list is broken between words', async () => {
  const { page } = await visit('names/all/organisations/');
  const name = page.getByRole('link', { name: '丰台区党建工作协调委员会', exact: true });
  expect(await name.evaluate((link) => link.innerHTML)).toContain('工作<wbr>协调');
  expect((await name.boundingBox())!.height).toBeGreaterThanOrEqual(44);
});

test('on a tablet two charts stand beside each other', async () => {
  const { page } = await visit('data/overview/');
  const [first, second] = await page.locator('.overview > section').all();
  expect((await first!.boundingBox())!.y).toBe((await second!.boundingBox())!.y);
  expect((await edgesOf(second!))[1]).toBe(TABLET.width - 32);
});

test('the lines of a vertical headline stand beside each other in its account', async () => {
  const { page } = await openPage('2025-02-14/p02-002/provenance/', { viewport: TABLET });
  const lines = page.locator('#kicker .lines li:not(.far)');
  expect(await lines.count()).toBe(22);
  const lefts = await lines.evaluateAll((all) => all.map((line) => line.getBoundingClientRect().left));
  expect(new Set(lefts.map(Math.round)).size).toBeGreaterThan(2);
});

test('lines of a scan stand as close as text where a mouse points at them, and as far apart as fingers need', async () => {
  const rowsOf = async (path: string, options: Parameters<typeof openPage>[1]) => {
    const { page } = await openPage(path, options);
    const numbers = await page.locator('.lines:not(.upright) a.n').evaluateAll((all) =>
      all.map((number) => {
        const { width, height } = number.getBoundingClientRect();
        return [width, height] as const;
      }),
    );
    expect(numbers.length, path).toBeGreaterThan(30);
    const [least, narrowest] = [
      Math.min(...numbers.map(([, height]) => height)),
      Math.min(...numbers.map(([width]) => width)),
    ];
    return { page, least, narrowest, tall: await page.evaluate(() => document.body.scrollHeight) };
  };
  for (const path of ['2025-02-14/p02/scan/', '2025-02-28/p00-001/provenance/']) {
    const mouse = await rowsOf(path, { viewport: DESK });
    expect(mouse.least).toBeGreaterThanOrEqual(24);
    expect(mouse.least).toBeLessThan(32);
    expect(mouse.narrowest).toBeGreaterThanOrEqual(24);
    const finger = await rowsOf(path, { viewport: DESK, hasTouch: true, isMobile: true });
    expect(finger.least).toBeGreaterThanOrEqual(44);
    expect(finger.narrowest).toBeGreaterThanOrEqual(44);
    expect(mouse.tall).toBeLessThan(finger.tall * 0.95);
    // 长辈版 asks for room whatever points at it.
    await mouse.page.evaluate(() => Object.assign(document.documentElement.dataset, { mode: 'elder' }));
    const elder = await mouse.page
      .locator('.lines:not(.upright) a.n')
      .evaluateAll((all) => Math.min(...all.map((number) => number.getBoundingClientRect().height)));
    expect(elder).toBeGreaterThanOrEqual(60);
  }
});
