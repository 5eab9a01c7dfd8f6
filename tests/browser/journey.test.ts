import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { EMPTY_REQUEST, type SearchRequest, writeRequest } from '../../src/search/request.ts';
import { listKinds, listPages } from './frame/list-pages.ts';
import { openPage } from './frame/open-page.ts';

/** Every way to ask and to look at what is found, with something of the page that shows that it came to this. */
const STATES: readonly (readonly [request: Partial<SearchRequest>, shown: string])[] = [
  [{ q: '京津冀' }, '[data-search-result]'],
  [{ q: '丰台 军民' }, '[data-search-result]'],
  [{ q: '龘龘龘' }, '.none'],
  [{ q: '丰台 -丰台' }, '.none'],
  [{ q: '北京市相关会议的精神' }, '[data-search-near]'],
  [{ q: '会议，精神', mode: 'letters' }, '[data-search-state="done"]'],
  [{ q: '的' }, '[data-search-result]'],
  [{ q: '的', page: 2 }, '[data-search-result]'],
  [{ q: '丰台', order: 'newest', grouped: true }, '[data-search-result]'],
  [{ q: '丰台', chosen: { year: ['2023'] } }, '[data-search-result]'],
  [{ q: '丰台', from: '1990-01-01', to: '1990-12-31' }, '.none'],
  [{ q: '', chosen: { topic: ['military'] } }, '[data-search-state="done"]'],
  [{ q: '豐臺' }, '[data-search-result]'],
  [{ q: '"><img src=x onerror=alert(1)>' }, '.none'],
  [{ q: '丰台', view: 'kwic', sort: 'left', width: 40 }, '[data-search-state="done"]'],
  [{ q: '丰台', view: 'trend', phrases: ['会议'], unit: 'month' }, 'svg'],
];

test('a journey through every kind of page and every state of the search violates no policy', {
  timeout: 180_000,
}, async () => {
  const { url, folder } = inject('site');
  const { page, complaints } = await openPage('');
  const violations: string[] = [];
  await page.exposeFunction('tellViolation', (text: string) => violations.push(text));
  // A violation is an event too: what a console message would say in another browser's words.
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      (window as unknown as { tellViolation: (text: string) => void }).tellViolation(
        `policy: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`,
      );
    });
  });
  for (const { path, file, kind } of await listKinds(folder)) {
    await page.goto(new URL(kind === '404' ? file : path, url).href);
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
  }
  const state = page.locator('[data-search-state]');
  for (const [request, shown] of STATES) {
    await page.goto(new URL(`search/?${writeRequest({ ...EMPTY_REQUEST, ...request })}`, url).href);
    await expect
      .poll(() => state.getAttribute('data-search-state'), {
        timeout: 30_000,
        message: JSON.stringify(request),
      })
      .toBe('done');
    await page.locator(shown).first().waitFor();
  }
  await page.goto(new URL(`2023-04-14/p02-009/?hl=${encodeURIComponent('丰台')}`, url).href);
  await page.locator('mark').first().waitFor();
  expect(complaints).toEqual([]);
  // Where the index cannot be had.
  await page.route('**/search/data/**', (route) => route.abort());
  await page.goto(new URL('search/?q=%E5%8C%BA', url).href);
  await page.locator('.trouble').waitFor();
  expect(violations).toEqual([]);
  // That a violation would have been seen.
  await page.evaluate(() => {
    document.head.append(Object.assign(document.createElement('script'), { textContent: '1' }));
  });
  await expect.poll(() => violations.join()).toContain('script-src');
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
