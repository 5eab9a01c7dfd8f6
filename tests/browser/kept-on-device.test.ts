import { expect, inject, test } from 'vitest';
import { listPages } from './frame/list-pages.ts';
import { openPage } from './frame/open-page.ts';

const article = (await listPages(inject('site').folder)).find(({ kind }) => kind === 'article')!.path;

test('all that is kept on a reader’s device is told on the about page', async () => {
  const { page } = await openPage(article);
  await page.waitForLoadState('load');
  for (const name of ['data-elder-toggle', 'data-night-toggle', 'data-size-toggle'])
    await page.locator(`[${name}]:visible`).first().click();
  await page.locator('[data-keys]').click();
  await page.getByLabel('使用快捷键').uncheck();
  await page.goto(`${inject('site').url}search/?q=${encodeURIComponent('卢沟桥')}`);
  await page.waitForLoadState('load');
  const kept = await page.evaluate(() => ({ ...localStorage, ...sessionStorage }));
  await page.goto(`${inject('site').url}about/`);
  const told = await page.locator('code').allTextContents();
  expect(Object.keys(kept).length).toBeGreaterThan(3);
  expect(Object.keys(kept).filter((key) => !told.includes(key))).toEqual([]);
  expect(JSON.stringify(kept)).not.toContain('卢沟桥');
  expect(await page.context().cookies()).toEqual([]);
});
