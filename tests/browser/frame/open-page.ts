import {
  type Browser,
  type BrowserContextOptions,
  chromium,
  type Page,
  type ViewportSize,
} from 'playwright-core';
import { afterAll, beforeAll, inject, onTestFailed, onTestFinished } from 'vitest';
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

/** Of the browser context: `viewport`, `javaScriptEnabled`, `colorScheme`, …; and on which of the two sites. */
type WindowOptions = BrowserContextOptions & { under?: 'site' | 'siteUnderBase' };

/**
 * Opens a page of the built site in a context of its own, which is closed when the test ends.
 *
 * @param path path under the base, without a slash at its beginning: `topics/military/`; a whole address too
 */
export async function openPage(
  path: string,
  options: WindowOptions & {
    /** Done before the page goes to its address: scripts that every document begins with, and the like. */
    before?: (page: Page) => Promise<unknown>;
  } = {},
): Promise<WatchedPage> {
  const { before, ...windowOptions } = options;
  const { page, complaints, close } = await openWindow(windowOptions);
  onTestFinished(close);
  await before?.(page);
  await page.goto(addressOf(path, options));
  return { page, complaints };
}

/**
 * One window for the tests of a file that look at one page after the other: a window of its own costs Chromium as
 * much as three pages. Every visit begins with the window as it was opened; what a page keeps on the device stays,
 * and pages have no service worker, for which each would be the next page of the same reader. After a failure the
 * next visit has a new window.
 *
 * @param options of the window; `kept`, what the reader's device has kept before (`{ mode: 'elder' }`)
 * @returns what visits a path and gives the page, whose complaints are those of this visit
 */
export function sharePage({
  kept = {},
  ...options
}: WindowOptions & { viewport: ViewportSize; kept?: Record<string, string> }): (
  path: string,
) => Promise<WatchedPage> {
  let open: ReturnType<typeof openWindow> | undefined;
  const close = async () => {
    const last = open;
    open = undefined;
    await (await last)?.close();
  };
  beforeAll(() => close);
  return async (path) => {
    const isNew = open === undefined;
    open ??= openWindow({ serviceWorkers: 'block', ...options });
    const { page, complaints } = await open;
    onTestFailed(close);
    if (isNew && Object.keys(kept).length > 0) {
      await page.goto(addressOf('404.html', options));
      await page.evaluate((entries) => {
        for (const [key, value] of Object.entries(entries)) localStorage.setItem(key, value);
      }, kept);
    }
    await page.setViewportSize(options.viewport);
    await page.emulateMedia({ colorScheme: options.colorScheme ?? 'light' });
    complaints.length = 0;
    await page.goto(addressOf(path, options));
    return { page, complaints };
  };
}

const addressOf = (path: string, { under = 'site' }: WindowOptions) => new URL(path, inject(under).url).href;

/** A new context with one page, which goes nowhere yet. */
async function openWindow({
  under = 'site',
  ...contextOptions
}: WindowOptions): Promise<WatchedPage & { close: () => Promise<void> }> {
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
  const close = async () => {
    await keepCoverage();
    await context.close();
  };
  return { page, complaints, close };
}
