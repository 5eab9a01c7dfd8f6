import { expect, inject, test } from 'vitest';
import { checkAxe } from './frame/check-axe.ts';
import { listPages } from './frame/list-pages.ts';
import { sharePage } from './frame/open-page.ts';

const pages = await listPages(inject('site').folder);
const article = pages.find(({ kind }) => kind === 'article')!.path;
/** Keys are switched off by the last of these tests only, and on again. */
const visit = sharePage({ viewport: { width: 1280, height: 720 } });

test('the help panel tells the keys, and closes with Escape', async () => {
  const { page, complaints } = await visit(article);
  await page.waitForLoadState('load');
  await page.keyboard.press('?');
  const panel = page.getByRole('dialog', { name: '快捷键' });
  await panel.waitFor();
  expect(await panel.locator('kbd').allTextContents()).toEqual(['/', 'j', 'k', '?', 'Esc']);
  expect(await checkAxe(page)).toEqual([]);
  await page.keyboard.press('Escape');
  expect(await panel.isVisible()).toBe(false);
  expect(complaints).toEqual([]);
});

test('the panel opens from the foot of the page too', async () => {
  const { page } = await visit(article);
  await page.waitForLoadState('load');
  await page.locator('[data-keys]').click();
  await page.getByRole('dialog', { name: '快捷键' }).waitFor();
});

test('/ goes to the search field, and is a plain letter there', async () => {
  const { page } = await visit(article);
  await page.waitForLoadState('load');
  await page.keyboard.press('/');
  const field = page.locator('input[type="search"]').first();
  expect(await field.evaluate((node) => node === document.activeElement)).toBe(true);
  await page.keyboard.type('/j?k');
  expect(await field.inputValue()).toBe('/j?k');
  expect(await page.getByRole('dialog').count()).toBe(0);
});

test('Ctrl-K goes to the search field, from wherever one types', async () => {
  const { page } = await visit(article);
  await page.waitForLoadState('load');
  const field = page.locator('search-box input[name="q"]').first();
  const isThere = () => field.evaluate((node) => node === document.activeElement);
  // Keys that the browser or the reader has for something else.
  for (const other of [{ shiftKey: true }, { altKey: true }, { ctrlKey: false }]) {
    await page.locator('body').dispatchEvent('keydown', { key: 'k', ctrlKey: true, bubbles: true, ...other });
    expect(await isThere(), JSON.stringify(other)).toBe(false);
  }
  await page.keyboard.press('Control+k');
  expect(await isThere()).toBe(true);
  await field.fill('京津冀');
  await page.locator('[data-article] a').first().focus();
  await page.keyboard.press('Control+k');
  expect(
    await field.evaluate((node: HTMLInputElement) =>
      node.value.slice(node.selectionStart!, node.selectionEnd!),
    ),
  ).toBe('京津冀');
});

test('j and k go from article to article', async () => {
  const { page } = await visit(article);
  await page.waitForLoadState('load');
  const next = await page.locator('a[rel="next"]').first().getAttribute('href');
  await page.keyboard.press('j');
  await expect.poll(() => new URL(page.url()).pathname).toBe(next);
  await page.waitForLoadState('load');
  await page.keyboard.press('k');
  await expect.poll(() => new URL(page.url()).pathname).toBe(`/${article}`);
});

test('in a list j and k go from headline to headline', async () => {
  const { page } = await visit(pages.find(({ kind }) => kind === 'issue')!.path);
  await page.waitForLoadState('load');
  const focused = () => page.evaluate(() => (document.activeElement as HTMLAnchorElement).href);
  await page.keyboard.press('j');
  const first = await focused();
  await page.keyboard.press('j');
  expect(await focused()).not.toBe(first);
  await page.keyboard.press('k');
  expect(await focused()).toBe(first);
  // Before the first there is none; a reader who begins with k begins at the end.
  await page.keyboard.press('k');
  expect(await focused()).toBe(first);
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await page.keyboard.press('k');
  const last = await page.locator('main :is(h2, h3) a[href]:visible').last().getAttribute('href');
  expect(new URL(await focused()).pathname).toBe(last);
});

test('keys that are switched off stay off, but the panel still opens with a click', async () => {
  const { page } = await visit(article);
  await page.waitForLoadState('load');
  await page.keyboard.press('?');
  await page.getByLabel('使用快捷键').uncheck();
  await page.reload();
  await page.waitForLoadState('load');
  await page.keyboard.press('j');
  await page.keyboard.press('?');
  // A reader who speaks to the device types what is heard: a slash must not carry the page away either.
  await page.keyboard.press('/');
  expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('INPUT');
  expect(await page.getByRole('dialog').count()).toBe(0);
  expect(new URL(page.url()).pathname).toBe(`/${article}`);
  await page.locator('[data-keys]').click();
  await page.getByLabel('使用快捷键').check();
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  expect(await page.getByRole('dialog').isVisible()).toBe(true);
});
