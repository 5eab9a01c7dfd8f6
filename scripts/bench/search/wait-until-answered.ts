import type { Page } from 'playwright-core';

/**
 * Waits until the search page has answered completely.
 *
 * @returns when that was, in milliseconds since 1970
 * @throws where it answers that it failed
 */
export async function waitUntilAnswered(page: Page): Promise<number> {
  const [state, at] = await page.evaluate(async () => {
    for (;;) {
      const state = document.querySelector<HTMLElement>('[data-search-state]')?.dataset.searchState;
      if (state === 'done' || state === 'error')
        return [state, performance.timeOrigin + performance.now()] as const;
      await new Promise<void>((resolve) => {
        const observer = new MutationObserver(() => {
          observer.disconnect();
          resolve();
        });
        observer.observe(document, { attributes: true, childList: true, subtree: true });
      });
    }
  });
  if (state === 'error') throw new Error(`${page.url()}：检索没有完成`);
  return at;
}
