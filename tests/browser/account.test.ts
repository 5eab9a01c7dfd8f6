import { expect, inject, test } from 'vitest';
import { openPage } from './frame/open-page.ts';

test('of many lines that were joined the account says how many; they are folded away, and found all the same', async () => {
  const path = '2025-02-28/p00-001/provenance/';
  const { page, complaints } = await openPage(path, { javaScriptEnabled: false });
  const joined = page.locator('#changes dl > div').first();
  const count = Number(/(\d+) 处/u.exec((await joined.locator('dt').textContent())!)![1]);
  expect(count).toBeGreaterThan(50);
  const folded = joined.locator('details');
  const links = folded.locator('.places a');
  const summary = (await folded.locator('summary').textContent())!;
  expect(summary).toContain(`${await links.count()} 行`);
  expect(await links.first().isVisible()).toBe(false);
  const height = (await page.locator('#changes').boundingBox())!.height;
  expect(height).toBeLessThan(700);
  // A few are not folded.
  expect(await page.locator('#changes .places').last().isVisible()).toBe(true);
  // Without scripts it opens, and each still leads to its line.
  await folded.locator('summary').click();
  await links.last().click();
  const [, last] = /—(\d+)行/u.exec(summary)!;
  expect(new URL(page.url()).hash).toBe(`#n${last}`);
  // The browser looks for words in what is folded, too.
  await page.goto('about:blank');
  await page.goto(`${inject('site').url}${path}#:~:text=${encodeURIComponent('125行')}`);
  await expect.poll(() => folded.evaluate((details: HTMLDetailsElement) => details.open)).toBe(true);
  expect(complaints).toEqual([]);
});
