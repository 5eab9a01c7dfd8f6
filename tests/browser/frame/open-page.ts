import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, inject, onTestFinished } from 'vitest';
import { watchCoverage } from './watch-coverage.ts';

let shared: Promise<Browser> | undefined;

/** The Chromium of the test run. One connection for each test file. */
export function openBrowser(): Promise<Browser> {
  shared ??= chromium.connect(inject('browser'));
  return shared;
}

afterAll(async () => {
  await (await shared)?.close();
  shared = undefined;
});

/** A page with all that went wrong in it: errors, failed requests, requests to other hosts, CSP violations. */
export interface WatchedPage {
  page: Page;
  /** Empty where nothing went wrong. */
  complaints: string[];
}

/**
 * Opens a page of the built site in a context of its own, which is closed when the test ends.
 *
 * @param path path under the base, without a slash at its beginning: `topics/military/`; a whole address too
 * @param options of the browser context: `viewport`, `javaScriptEnabled`, `colorScheme`, …
 */
export async function openPage(
  path: string,
  options: BrowserContextOptions & {
    under?: 'site' | 'siteUnderBase';
    /** Done before the page goes to its address: scripts that every document begins with, and the like. */
    before?: (page: Page) => Promise<unknown>;
  } = {},
): Promise<WatchedPage> {
  const { under = 'site', before, ...contextOptions } = options;
  const home = inject(under).url;
  const browser = await openBrowser();
  const context = await browser.newContext({ locale: 'zh-CN', ...contextOptions });
  const page = await context.newPage();
  const keepCoverage = await watchCoverage(page, contextOptions.javaScriptEnabled !== false);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()} ${message.location().url}`);
  });
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    // What the reader leaves behind by going on is no failure.
    if (reason !== 'net::ERR_ABORTED') complaints.push(`request: ${request.url()} ${reason}`);
  });
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(home) && !/^(?:data|blob):/u.test(url)) complaints.push(`elsewhere: ${url}`);
  });
  onTestFinished(async () => {
    await keepCoverage();
    await context.close();
  });
  await before?.(page);
  await page.goto(new URL(path, home).href);
  return { page, complaints };
}
