import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { listPages } from './frame/list-pages.ts';
import { openPage } from './frame/open-page.ts';

const articles = (await listPages(inject('site').folder)).filter(({ kind }) => kind === 'article');
const [read, unread] = [articles[0]!.path, articles[1]!.path];

/** Paths under the base of all that the service worker keeps. */
async function listKept(page: Page, which: 'pages' | 'parts'): Promise<string[]> {
  return page.evaluate(async (which) => {
    const kept: string[] = [];
    for (const name of await caches.keys()) {
      if (!name.includes(` ${which} `)) continue;
      for (const { url } of await (await caches.open(name)).keys()) kept.push(new URL(url).pathname);
    }
    return kept;
  }, which);
}

async function waitUntilKept(page: Page, path: string): Promise<void> {
  await expect.poll(() => listKept(page, 'pages'), { timeout: 20_000 }).toContain(path);
}

for (const under of ['site', 'siteUnderBase'] as const) {
  test(`an article that was read is there without a network, one that was not is said to be missing (${under})`, async () => {
    const { page } = await openPage(read, { under });
    const { url, base } = inject(under);
    const headline = await page.locator('h1').textContent();
    await waitUntilKept(page, base + read);
    await page.context().setOffline(true);

    await page.goto(url + unread);
    expect(await page.locator('h1:visible').textContent()).toBe('没有网络，这一页打不开');
    await page.setViewportSize({ width: 360, height: 740 });
    // Each phrase is on one line, and the second below the first.
    const tops = await page.locator('h1 > *').evaluateAll((phrases) =>
      phrases.map((phrase) => {
        const { top, height } = phrase.getBoundingClientRect();
        const line = Number.parseFloat(getComputedStyle(phrase).lineHeight);
        return height < 1.5 * line ? Math.round(top) : Number.NaN;
      }),
    );
    expect(tops[1]).toBeGreaterThan(tops[0]!);
    expect(await page.locator('h1 > :first-child').textContent()).toBe('没有网络，');
    // The page that says so is set like every other one.
    expect(await page.evaluate(() => getComputedStyle(document.querySelector('.skip')!).position)).not.toBe(
      'static',
    );
    await page.locator('kept-pages ul a').click();

    await expect.poll(() => page.url()).toBe(url + read);
    expect(await page.locator('h1').textContent()).toBe(headline);
    expect(await page.locator('[data-article]').getAttribute('data-article')).toBe(read.slice(0, -1));

    await page.context().setOffline(false);
    await page.goto(url + unread);
    expect(await page.locator('[data-article]').getAttribute('data-article')).toBe(unread.slice(0, -1));
  });
}

test('a reader can see what is kept, and have it forgotten', async () => {
  const { page } = await openPage(read);
  const headline = await page.locator('h1').textContent();
  await waitUntilKept(page, `/${read}`);
  await page.goto(`${inject('site').url}offline/`);
  expect(await page.locator('h1:visible').textContent()).toBe('没有网络也能读');
  await expect.poll(() => page.locator('kept-pages li').count()).toBe(1);
  // Its headline breaks between words, as on its own page.
  expect(await page.locator('kept-pages li a').textContent()).toBe(headline);
  expect(await page.locator('kept-pages li :is(wbr, .half, .keep)').count()).toBeGreaterThan(0);
  await page.getByRole('button', { name: '全部清除' }).click();
  await expect.poll(() => page.locator('[data-none]').isVisible()).toBe(true);
  expect(await listKept(page, 'pages')).toEqual([]);
});

test('what is kept does not grow without end, and holds neither the search index nor what was searched', async () => {
  const { page } = await openPage(read);
  const home = inject('site').url;
  await waitUntilKept(page, `/${read}`);
  await page.evaluate(async () => {
    const name = (await caches.keys()).find((key) => key.includes(' pages '))!;
    const cache = await caches.open(name);
    for (let i = 0; i < 320; i += 1) await cache.put(`/filler-${i}/`, new Response(''));
  });
  await page.goto(`${home}search/?q=${encodeURIComponent('卢沟桥')}`);
  await page.goto(`${home}${unread}?utm=1`);
  await waitUntilKept(page, `/${unread}`);
  await expect.poll(async () => (await listKept(page, 'pages')).length).toBeLessThanOrEqual(300);
  const kept = [...(await listKept(page, 'pages')), ...(await listKept(page, 'parts'))];
  expect(kept.filter((path) => /\/(?:pagefind|search|og|data)\/|\.xml$|\.json$/u.test(path))).toEqual([]);
});

test('a page that was corrected reaches its reader: the network comes before what is kept', async () => {
  const { page } = await openPage(read);
  await waitUntilKept(page, `/${read}`);
  await page.evaluate(async (path) => {
    const name = (await caches.keys()).find((key) => key.includes(' pages '))!;
    const old = new Response('<title>旧</title><h1>旧文</h1>', { headers: { 'Content-Type': 'text/html' } });
    await (await caches.open(name)).put(path, old);
  }, `/${read}`);
  await page.reload();
  expect(await page.locator('h1').textContent()).not.toBe('旧文');
});

test('from page to page the browser fades, also where both come by way of the service worker', async () => {
  const { page, complaints } = await openPage('', {
    before: (page) =>
      page.addInitScript(() => {
        addEventListener('pagereveal', ({ viewTransition }) => {
          document.documentElement.dataset.fades = String(viewTransition !== null);
        });
      }),
  });
  await page.evaluate(() => navigator.serviceWorker.ready);
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  for (const place of ['日历', '专题', '检索', '头版']) {
    await page.getByRole('navigation', { name: '主要栏目' }).getByRole('link', { name: place }).click();
    await page.locator('.nav a[aria-current]', { hasText: place }).waitFor();
    await expect.poll(() => page.locator('html').getAttribute('data-fades'), { message: place }).toBe('true');
  }
  expect(complaints).toEqual([]);
});
