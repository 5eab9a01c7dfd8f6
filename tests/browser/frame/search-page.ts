import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import { openPage } from './open-page.ts';

/** The search page, asked as its address asks it. */
export interface SearchPage {
  page: Page;
  complaints: string[];
  /** Shows a search and waits until it is answered. */
  ask(query: Record<string, string | string[]>): Promise<void>;
  /** Names of the articles on the present page of results, in order. */
  results(): Promise<string[]>;
  /** Names of all articles found, page after page. */
  all(query: Record<string, string | string[]>): Promise<string[]>;
}

const write = (query: Record<string, string | string[]>) =>
  new URLSearchParams(
    Object.entries(query).flatMap(([name, values]) => [values].flat().map((value) => [name, value])),
  ).toString();

/** Opens the search page in a context of its own. */
export async function openSearchPage(
  options: BrowserContextOptions & { under?: 'site' | 'siteUnderBase' } = {},
): Promise<SearchPage> {
  const { page, complaints } = await openPage('search/', options);
  const ask: SearchPage['ask'] = async (query) => {
    await page.evaluate((search) => {
      document.querySelector<HTMLElement>('[data-search-state]')!.dataset.searchState = 'idle';
      history.pushState(null, '', `?${search}`);
      dispatchEvent(new PopStateEvent('popstate'));
    }, write(query));
    await answered(page);
  };
  const results = () =>
    page
      .locator('[data-search-result]')
      .evaluateAll((nodes) => nodes.map((node) => (node as HTMLElement).dataset.searchResult!));
  return {
    page,
    complaints,
    ask,
    results,
    async all(query) {
      const found: string[] = [];
      for (let number = 1; ; number++) {
        await ask({ ...query, p: String(number) });
        found.push(...(await results()));
        const total = Number(await page.locator('[data-search-state]').getAttribute('data-search-total'));
        if (number * 10 < total) continue;
        expect(found).toHaveLength(total);
        return found;
      }
    },
  };
}

/** Waits until the search of a page is answered. */
export async function answered(page: Page): Promise<void> {
  await page.locator('[data-search-state="done"]').waitFor({ state: 'attached' });
}
