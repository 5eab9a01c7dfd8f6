import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Served, serveFolder } from '../../scripts/serve/serve-folder.ts';
import { buildSite } from '../browser/frame/build-site.ts';
import { checkAxe } from '../browser/frame/check-axe.ts';
import { findChromium } from '../browser/frame/find-chromium.ts';
import { type BuiltPage, listKinds } from '../browser/frame/list-pages.ts';

// `npm test` looks at each kind of page in each mode at one width. Here: every width in every mode, and print.
const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = join(root, '.cache', 'tests', 'site');
const SIZES = [
  { width: 320, height: 640 },
  { width: 360, height: 740 },
  { width: 768, height: 1024 },
  { width: 1280, height: 800 },
];
const MODES = [{}, { mode: 'elder' }, { mode: 'elder', size: '3' }];

let served: Served;
let browser: Browser;
let kinds: BuiltPage[];

beforeAll(async () => {
  if (!existsSync(folder)) await buildSite(folder, '/');
  const found = await findChromium(root);
  served = await serveFolder({ folder, port: 0 });
  browser = await chromium.launch({ executablePath: found.executablePath, args: found.args });
  kinds = await listKinds(folder);
});

afterAll(async () => {
  await browser?.close();
  await served?.stop();
});

/** What a reader would trip over on the page as it stands, with where. */
async function lookAt(page: Page, where: string): Promise<string[]> {
  const wider = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  const found = await checkAxe(page);
  if (wider > 0) found.push(`${wider} 像素在屏幕以外`);
  return found.map((line) => `${where}: ${line}`);
}

test('every kind of page, at every width, by day and by night, in 长辈版 and with its largest text', async () => {
  const found: string[] = [];
  expect(kinds.length).toBeGreaterThan(15);
  for (const { path, file, kind } of kinds) {
    const context = await browser.newContext({ serviceWorkers: 'block' });
    const page = await context.newPage();
    await page.goto(new URL(kind === '404' ? file : path, served.url).href);
    for (const mode of MODES) {
      await page.evaluate((set) => {
        for (const name of ['mode', 'size']) delete document.documentElement.dataset[name];
        Object.assign(document.documentElement.dataset, set);
      }, mode);
      for (const size of SIZES) {
        await page.setViewportSize(size);
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          const name = [kind, size.width, colorScheme, ...Object.values(mode)].join(' ');
          found.push(...(await lookAt(page, name)));
        }
      }
    }
    await context.close();
  }
  expect(found).toEqual([]);
});

test('printed, a page has its text and its source, and nothing to press', async () => {
  for (const { path, file, kind } of kinds) {
    const context = await browser.newContext({ serviceWorkers: 'block' });
    const page = await context.newPage();
    await page.goto(new URL(kind === '404' ? file : path, served.url).href);
    await page.emulateMedia({ media: 'print' });
    const pressable = await page
      .locator('button, nav')
      .evaluateAll((all) =>
        all.filter((node) => (node as HTMLElement).offsetParent).map((node) => node.outerHTML),
      );
    expect(pressable, kind).toEqual([]);
    const shown = await page.evaluate(() => document.querySelector('main')!.offsetHeight);
    // A search that was not made has nothing to print.
    if (kind !== 'search') expect(shown, kind).toBeGreaterThan(50);
    if (kind === 'article') {
      await expect(page.locator('.print-source').isVisible()).resolves.toBe(true);
      expect(await page.locator('.print-source').textContent()).toContain('丰台报');
    }
    await context.close();
  }
});
