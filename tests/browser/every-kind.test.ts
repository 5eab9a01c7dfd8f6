import { describe, expect, inject, test } from 'vitest';
import { checkAxe } from './frame/check-axe.ts';
import { listKinds } from './frame/list-pages.ts';
import { sharePage } from './frame/open-page.ts';

const kinds = await listKinds(inject('site').folder);
/** A phone by day, a desk by night. What 长辈版 and larger text do to a page is tested beside. */
const LOOKS = [
  { width: 360, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
] as const;
const visit = sharePage({ viewport: { width: 320, height: 640 } });

describe.each(kinds)('$kind ($path)', ({ path, file, kind }) => {
  // The 404 page is a file of its own on static hosts; it is opened by its name.
  const address = kind === '404' ? file : path;

  test('on a phone by day and a desk by night: no accessibility violation, no sideways scrolling, no complaint in the console', async () => {
    const { page, complaints } = await visit(address);
    const widthOfPage = () => page.evaluate(() => document.documentElement.scrollWidth);
    expect(await widthOfPage()).toBeLessThanOrEqual(320);
    await page.setViewportSize({ width: 768, height: 1024 });
    expect(await widthOfPage()).toBeLessThanOrEqual(768);
    for (const { width, colorScheme } of LOOKS) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      expect(await checkAxe(page), `${width} ${colorScheme}`).toEqual([]);
      expect(await widthOfPage()).toBeLessThanOrEqual(width);
    }
    expect(complaints).toEqual([]);
  });
});
