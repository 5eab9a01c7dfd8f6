import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { listKinds, listPages } from './frame/list-pages.ts';
import { openPage } from './frame/open-page.ts';

test('a journey through every kind of page and every state of the search violates no policy', {
  timeout: 180_000,
}, async () => {
  const { url, folder } = inject('site');
  const { page, complaints } = await openPage('');
  // A violation is an event too: what a console message would say in another browser's words.
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`);
    });
  });
  for (const { path, file, kind } of await listKinds(folder)) {
    await page.goto(new URL(kind === '404' ? file : path, url).href);
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
  }
  const state = page.locator('[data-search-state]');
  const results = page.locator('[data-search-result]');
  for (const [query, found] of [
    ['京津冀', true],
    ['丰台 军民', true],
    ['龘龘龘', false],
    ['的', true],
  ] as const) {
    await page.goto(new URL(`search/?q=${encodeURIComponent(query)}`, url).href);
    await expect.poll(() => state.getAttribute('data-search-state'), { timeout: 30_000 }).toBe('done');
    expect((await results.count()) > 0, query).toBe(found);
  }
  expect(complaints).toEqual([]);
});

test('every page that searches may run WebAssembly, and no other', async () => {
  const { folder } = inject('site');
  for (const { file, kind } of await listPages(folder)) {
    const policy = /http-equiv="content-security-policy" content="([^"]*)"/u.exec(
      await readFile(join(folder, file), 'utf8'),
    )?.[1];
    expect(policy === undefined ? kind : policy.includes('wasm-unsafe-eval'), file).toBe(
      policy === undefined ? kind : kind === 'search',
    );
  }
});
