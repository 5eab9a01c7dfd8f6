import { expect, inject, test } from 'vitest';
import { listKinds } from './frame/list-pages.ts';
import { openPage } from './frame/open-page.ts';

// The 404 page is a file of its own on static hosts; it is opened by its name.
const addresses = (await listKinds(inject('site').folder)).map(({ path, file, kind }) =>
  kind === '404' ? file : path,
);

test('with scripts off each kind of page has its headline and its language', async () => {
  const { page } = await openPage('', { javaScriptEnabled: false });
  for (const address of addresses) {
    await page.goto(new URL(address, inject('site').url).href);
    const headlines = (await page.locator('h1').allInnerTexts()).filter((text) => text.trim() !== '');
    expect(headlines, address).toHaveLength(1);
    expect(await page.locator('html').getAttribute('lang'), address).toBe('zh-CN');
  }
});

test('under a base path each kind of page asks for nothing outside it, and nothing that is not there', async () => {
  const { page, complaints } = await openPage('', { under: 'siteUnderBase' });
  const { base, url } = inject('siteUnderBase');
  for (const address of addresses) {
    await page.goto(new URL(address, url).href);
    const asked = await page
      .locator('a[href], link[href], script[src], img[src]')
      .evaluateAll((nodes) =>
        nodes.map((node) => node.getAttribute('href') ?? node.getAttribute('src') ?? ''),
      );
    expect(
      asked.filter((target) => target.startsWith('/') && !target.startsWith(base)),
      address,
    ).toEqual([]);
  }
  expect(complaints).toEqual([]);
});
