import type { Browser } from 'playwright-core';
import { countRequests, isOfSearch, sumBytes } from './count-requests.ts';
import { median } from './statistics.ts';
import { waitUntilAnswered } from './wait-until-answered.ts';

/** What somebody's first search loads, medians: until the first ten results are there and the count is complete. */
export interface ColdMeasured {
  /** Parts of the index. */
  indexBytes: number;
  /** Worker, engine, index, tables, texts of the results. */
  allBytes: number;
  /** All that and the page of the search itself: HTML, style sheets, scripts. */
  withPageBytes: number;
  requests: number;
}

/** Opens the search page at a search, each time as somebody who was never there. */
export async function measureCold(
  browser: Browser,
  url: string,
  phrases: readonly string[],
): Promise<ColdMeasured> {
  const measured: ColdMeasured[] = [];
  for (const phrase of phrases) {
    // Without the copy that the archive keeps on a reader's device: it loads pages ahead.
    const context = await browser.newContext({ serviceWorkers: 'block' });
    const count = countRequests(context);
    const page = await context.newPage();
    await page.goto(`${url}search/?q=${encodeURIComponent(phrase)}`, { waitUntil: 'commit' });
    const answeredAt = await waitUntilAnswered(page);
    const loaded = (await count()).filter(({ at }) => at <= answeredAt);
    const ofSearch = loaded.filter(isOfSearch);
    measured.push({
      indexBytes: sumBytes(ofSearch.filter(({ path }) => path.endsWith('.pf_index'))),
      allBytes: sumBytes(ofSearch),
      withPageBytes: sumBytes(loaded),
      requests: ofSearch.length,
    });
    await context.close();
  }
  const medianOf = (name: keyof ColdMeasured) => median(measured.map((one) => one[name]));
  return {
    indexBytes: medianOf('indexBytes'),
    allBytes: medianOf('allBytes'),
    withPageBytes: medianOf('withPageBytes'),
    requests: medianOf('requests'),
  };
}
