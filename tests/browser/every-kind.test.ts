import { describe, expect, inject, test } from 'vitest';
import { checkAxe } from './frame/check-axe.ts';
import { listKinds } from './frame/list-pages.ts';
import { openPage } from './frame/open-page.ts';

const kinds = await listKinds(inject('site').folder);

describe.each(kinds)('$kind ($path)', ({ path, file, kind }) => {
  // The 404 page is a file of its own on static hosts; it is opened by its name.
  const address = kind === '404' ? file : path;

  test('on a phone: no accessibility violation by day or night, no complaint in the console, no sideways scrolling at 320 pixels', async () => {
    const { page, complaints } = await openPage(address, { viewport: { width: 360, height: 740 } });
    expect(await checkAxe(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await checkAxe(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect(complaints).toEqual([]);
  });

  test('on a tablet and on a desk: no accessibility violation, no sideways scrolling', async () => {
    const { page } = await openPage(address, { viewport: { width: 768, height: 1024 } });
    for (const width of [768, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await checkAxe(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  });

  test('shows the same text with scripts off', async () => {
    const { page } = await openPage(address, { javaScriptEnabled: false });
    expect((await page.locator('h1').allInnerTexts()).filter((text) => text.trim() !== '')).toHaveLength(1);
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
  });

  test('works under a base path', async () => {
    const { page, complaints } = await openPage(address, { under: 'siteUnderBase' });
    const { base } = inject('siteUnderBase');
    const addresses = await page
      .locator('a[href], link[href], script[src], img[src]')
      .evaluateAll((nodes) =>
        nodes.map((node) => node.getAttribute('href') ?? node.getAttribute('src') ?? ''),
      );
    expect(addresses.filter((url) => url.startsWith('/') && !url.startsWith(base))).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
