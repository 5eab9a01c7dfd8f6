import { gzipSync } from 'node:zlib';
import type { Response } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { checkAxe } from './frame/check-axe.ts';
import { findClipped } from './frame/find-clipped.ts';
import { findSmallTargets } from './frame/find-small-targets.ts';
import { listKinds, listPages } from './frame/list-pages.ts';
import { openPage, sharePage } from './frame/open-page.ts';

/** Icons and the service worker are not part of the page. */
const UNCOUNTED = /icon|\.webmanifest$|service-worker/u;
const PHONE = { width: 360, height: 740 };
const TEXT_SPACING = `
  * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
  p { margin-block-end: 2em !important }`;
const kinds = await listKinds(inject('site').folder);
const article = (await listPages(inject('site').folder)).find(({ kind }) => kind === 'article')!;

/** Opens a page as a reader who has switched something on before. */
async function openWith(path: string, kept: Record<string, string>, options = {}) {
  const opened = await openPage('404.html', { viewport: PHONE, ...options });
  await opened.page.evaluate((entries) => {
    for (const [key, value] of Object.entries(entries)) localStorage.setItem(key, value);
  }, kept);
  await opened.page.goto(new URL(path, inject('site').url).href);
  await opened.page.waitForFunction(
    (names) => names.every((name) => document.documentElement.dataset[name]),
    Object.keys(kept),
  );
  return opened;
}

const visitElder = sharePage({ viewport: PHONE, bypassCSP: true, kept: { mode: 'elder' } });
const visit = sharePage({ viewport: PHONE, bypassCSP: true });

describe.each(kinds)('$kind ($path)', ({ path, file, kind }) => {
  const address = kind === '404' ? file : path;

  test('in 长辈版: no accessibility violation, targets of 60 pixels, nothing cut off at 320 pixels or 200 % text', async () => {
    const { page } = await visitElder(address);
    await page.locator('html[data-mode="elder"]').waitFor();
    expect(await checkAxe(page)).toEqual([]);
    expect(await findClipped(page)).toEqual([]);
    expect(await findSmallTargets(page, 60)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await checkAxe(page)).toEqual([]);
    const doubled = await page.addStyleTag({ content: 'html { font-size: 200% }' });
    expect(await findClipped(page)).toEqual([]);
    await doubled.evaluate((style) => (style as Element).remove());
    await page.setViewportSize({ width: 320, height: 640 });
    await page.evaluate(() => {
      document.documentElement.dataset.size = '3';
    });
    expect(await findClipped(page)).toEqual([]);
  }, 180_000);

  test('has targets of 44 pixels; loses nothing at 320 pixels, with text spacing of WCAG 1.4.12, at 200 % text', async () => {
    const { page } = await visit(address);
    expect(await findSmallTargets(page, 44)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await findClipped(page)).toEqual([]);
    await page.setViewportSize(PHONE);
    const spacing = await page.addStyleTag({ content: TEXT_SPACING });
    expect(await findClipped(page)).toEqual([]);
    await spacing.evaluate((style) => (style as Element).remove());
    await page.setViewportSize({ width: 640, height: 740 });
    await page.addStyleTag({ content: 'html { font-size: 200% }' });
    expect(await findClipped(page)).toEqual([]);
  }, 180_000);
});

test('the browser’s own bar takes the colour of the page that a reader has chosen, and the device’s again', async () => {
  const { page } = await openPage('', { viewport: { width: 1280, height: 800 }, colorScheme: 'light' });
  const bars = () =>
    page
      .locator('meta[name="theme-color"]')
      .evaluateAll((all) => all.map((meta) => meta.getAttribute('media')));
  const device = ['(prefers-color-scheme: light)', '(prefers-color-scheme: dark)'];
  expect(await bars()).toEqual(device);
  await page.locator('[data-night-toggle]:visible').first().click();
  expect(await bars()).toEqual(['not all', 'all']);
  await page.reload();
  await expect.poll(bars).toEqual(['not all', 'all']);
  await page.locator('[data-night-toggle]:visible').first().click();
  expect(await bars()).toEqual(device);
});

test('长辈版 is one switch, remembered on the next page, and text can be 30 pixels', async () => {
  const { page } = await openPage(article.path, { viewport: PHONE });
  const sizeOfText = () =>
    page.locator('[data-block="p1"]').evaluate((node) => Number.parseFloat(getComputedStyle(node).fontSize));
  expect(await sizeOfText()).toBe(18);
  await page.locator('[data-elder-toggle]').click();
  expect(await page.locator('[data-elder-toggle]').getAttribute('aria-pressed')).toBe('true');
  expect(await sizeOfText()).toBe(24);
  await page.locator('[data-size-toggle]').click();
  await page.locator('[data-size-toggle]').click();
  expect(await sizeOfText()).toBe(30);
  await page.goto(inject('site').url);
  expect(await page.locator('html').getAttribute('data-mode')).toBe('elder');
  expect(await page.locator('[data-elder-toggle]').getAttribute('aria-pressed')).toBe('true');
  expect(
    await page
      .locator('.prose p')
      .evaluateAll((all) => all.some((p) => getComputedStyle(p).textAlign === 'justify')),
  ).toBe(false);
});

test('night follows the device until the reader says otherwise', async () => {
  const { page } = await openPage('', { colorScheme: 'dark' });
  const night = page.locator('.nav [data-night-toggle]');
  const paper = () => page.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor);
  expect(await night.getAttribute('aria-pressed')).toBe('true');
  const dark = await paper();
  await night.click();
  expect(await paper()).not.toBe(dark);
  expect(await page.evaluate(() => localStorage.getItem('theme'))).toBe('light');
  await night.click();
  expect(await paper()).toBe(dark);
  expect(await page.evaluate(() => localStorage.getItem('theme'))).toBeNull();
});

test('the first stop of the keyboard is the skip link; every stop is seen', async () => {
  const { page } = await openPage(article.path);
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('跳到正文');
  expect(await page.locator('.skip').evaluate((node) => node.getBoundingClientRect().left >= 0)).toBe(true);
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
  await page.goto(new URL(article.path, inject('site').url).href);
  const stops: string[] = [];
  for (let i = 0; i < 12; i += 1) {
    await page.keyboard.press('Tab');
    stops.push(
      await page.evaluate(() => {
        const node = document.activeElement!;
        const outline = getComputedStyle(node).outlineStyle;
        return outline === 'none' ? `unseen ${node.outerHTML.slice(0, 60)}` : (node.textContent ?? '').trim();
      }),
    );
  }
  expect(stops.filter((stop) => stop.startsWith('unseen'))).toEqual([]);
  expect(stops.indexOf('头版')).toBeLessThan(stops.indexOf('长辈版'));
});

test('an article takes at most 6 requests, 60 KB and 6 KB of script before the reader acts, none of it blocking', async () => {
  // Nothing is in the browser's cache yet.
  const { page } = await openPage('about:blank');
  const responses: Response[] = [];
  page.on('response', (response) => responses.push(response));
  // The longest article of the five pages.
  await page.goto(new URL('2025-02-28/p00-001/', inject('site').url).href, { waitUntil: 'load' });
  const counted = responses.filter((response) => !UNCOUNTED.test(response.url()));
  const sizes = await Promise.all(
    counted.map(async (response) => ({
      url: response.url(),
      script: response.request().resourceType() === 'script',
      bytes: gzipSync(await response.body()).length,
    })),
  );
  const sum = (list: typeof sizes) => list.reduce((total, { bytes }) => total + bytes, 0);
  expect(sizes.length, JSON.stringify(sizes)).toBeLessThanOrEqual(6);
  expect(sum(sizes)).toBeLessThanOrEqual(60 * 1024);
  expect(sum(sizes.filter(({ script }) => script))).toBeLessThanOrEqual(6 * 1024);
  expect(await page.locator('script[src]:not([async]):not([defer]):not([type=module])').count()).toBe(0);
});

test('print has the text, its source line and its address, and no navigation', async () => {
  const { page } = await openWith(article.path, { mode: 'elder', theme: 'dark' });
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('nav:visible, .desk:visible, button:visible, form:visible').count()).toBe(0);
  const source = (await page.locator('.print-source').textContent()) ?? '';
  expect(source).toContain('丰台报');
  expect(source).toContain(article.path);
  expect(await page.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor)).toBe(
    'rgb(255, 255, 255)',
  );
});

test('copied text is the printed text: no place to break a line, no number, no mark gets into it', async () => {
  const { page } = await openPage('2026-03-13/p02-091/');
  const copied = await page.evaluate(() => {
    getSelection()!.selectAllChildren(document.querySelector('article h1')!);
    const headline = getSelection()!.toString();
    getSelection()!.selectAllChildren(document.querySelector('.prose')!);
    return { headline, text: getSelection()!.toString() };
  });
  expect(copied.headline.trim()).toBe('丰台锚定“协同先行区”融入首都都市圈建设');
  expect(copied.text).not.toMatch(/[\u200b\u00ad\u2060]/u);
  expect(copied.text).toContain('“腾笼换鸟”重塑“功能区” 700余家科创企业聚集南中轴');
});

test('a switch in one tab of the archive is a switch in all of them', async () => {
  const { page } = await openPage(article.path, {
    viewport: { width: 1280, height: 800 },
    colorScheme: 'light',
  });
  const other = await page.context().newPage();
  await other.goto(page.url());
  const modes = () =>
    page.locator('html').evaluate(({ dataset: { mode, theme, size } }) => ({ mode, theme, size }));
  await other.locator('[data-elder-toggle]:visible').first().click();
  await expect.poll(modes).toEqual({ mode: 'elder' });
  await other.locator('[data-night-toggle]:visible').first().click();
  await other.locator('[data-size-toggle]:visible').first().click();
  await expect.poll(modes).toEqual({ mode: 'elder', theme: 'dark', size: '2' });
  expect(await page.locator('[data-elder-toggle]').first().getAttribute('aria-pressed')).toBe('true');
  // What else is kept on the device has nothing to do with how the page looks.
  await other.evaluate(() => localStorage.setItem('recent-searches', '["协同"]'));
  for (const toggle of [
    '[data-elder-toggle]',
    '[data-night-toggle]',
    '[data-size-toggle]',
    '[data-size-toggle]',
  ])
    await other.locator(`${toggle}:visible`).first().click();
  await expect.poll(modes).toEqual({});
  expect(await page.locator('[data-size-name]').first().textContent()).toBe('标准');
});

test('a size that no switch sets, left on the device by whatever, is told as the usual one, and the switch goes on', async () => {
  const { page } = await openPage(article.path, { viewport: PHONE });
  await page.evaluate(() => localStorage.setItem('size', '9'));
  await page.reload();
  await expect.poll(() => page.locator('[data-size-name]').first().textContent()).toBe('标准');
});

test('a browser without service worker, caches or idle time (no https, an old one) shows every page all the same', async () => {
  const { page, complaints } = await openPage('offline/', {
    before: (page) =>
      page.addInitScript(() => {
        Reflect.deleteProperty(Navigator.prototype, 'serviceWorker');
        Reflect.deleteProperty(window, 'caches');
        Reflect.deleteProperty(Intl, 'Segmenter');
      }),
  });
  await expect.poll(() => page.locator('[data-none]').isVisible()).toBe(true);
  expect(await page.locator('[data-kept]').isVisible()).toBe(false);
  // Headlines of results break anywhere, but they are there.
  await page.goto(new URL('search/?q=丰台', inject('site').url).href);
  await page.locator('[data-search-result]').first().waitFor();
  expect(await page.locator('[data-search-result] .headline wbr').count()).toBe(0);
  expect(complaints).toEqual([]);
});

test('Safari tells no idle time: what was read is kept for reading offline all the same', async () => {
  const { page } = await openPage('', {
    before: (page) => page.addInitScript(() => Reflect.deleteProperty(window, 'requestIdleCallback')),
  });
  const count = () => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
  await expect.poll(count).toBe(1);
});
