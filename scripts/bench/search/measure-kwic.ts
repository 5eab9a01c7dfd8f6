import type { Browser } from 'playwright-core';
import type { Sort } from '../../../src/search/request.ts';
import { countRequests, isOfSearch, sumBytes } from './count-requests.ts';
import type { Question } from './draw-questions.ts';
import { waitUntilAnswered } from './wait-until-answered.ts';

/** The phrase that has nearest to five thousand hits, every hit in its context. */
export interface KwicMeasured {
  hits: number;
  /** The newest hits first, as the page shows them by itself: a page of lines needs its own texts only. */
  newest: Shown;
  /** Sorted by what stands left of a hit, which needs the text around every hit. */
  sorted: Shown;
}

/** What it took until the lines stood there, for somebody who was never there. */
export interface Shown {
  requests: number;
  bytes: number;
  /** From the question to the lines. */
  ms: number;
  /** Processor time in ms of the longest task of the page's own thread: so long it answered nothing else. */
  longestTask: number;
}

const HITS = 5000;

/**
 * Asks the search page for every hit in its context.
 *
 * @throws where it counts otherwise than plain search
 */
export async function measureKwic(
  browser: Browser,
  url: string,
  questions: readonly Question[],
): Promise<KwicMeasured> {
  const total = ({ counts }: Question) => [...counts.values()].reduce((a, b) => a + b, 0);
  const wanted = questions
    .filter(({ phrase }) => phrase.length > 1)
    .sort((a, b) => Math.abs(total(a) - HITS) - Math.abs(total(b) - HITS))[0]!;
  const show = async (sort: Sort) => {
    const { hits, ...shown } = await showContexts(browser, url, wanted.phrase, sort);
    if (hits !== total(wanted))
      throw new Error(`逐处对齐：“${wanted.phrase}”应 ${total(wanted)} 处，得 ${hits} 处`);
    return shown;
  };
  return { hits: total(wanted), newest: await show('date'), sorted: await show('left') };
}

async function showContexts(
  browser: Browser,
  url: string,
  phrase: string,
  sort: Sort,
): Promise<Shown & { hits: number }> {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const count = countRequests(context);
  const page = await context.newPage();
  await page.goto(`${url}search/`, { waitUntil: 'networkidle' });
  await browser.startTracing(page, { categories: ['toplevel', 'disabled-by-default-devtools.timeline'] });
  const askedAt = await page.evaluate(
    (search) => {
      const now = performance.timeOrigin + performance.now();
      history.pushState(null, '', search);
      dispatchEvent(new PopStateEvent('popstate'));
      return now;
    },
    `?${new URLSearchParams({ q: phrase, view: 'kwic', sort })}`,
  );
  const answeredAt = await waitUntilAnswered(page);
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
  const longestTask = findLongestTask(await browser.stopTracing());
  const hits = Number(await page.locator('[data-search-kwic]').getAttribute('data-search-kwic'));
  const loaded = (await count()).filter((one) => isOfSearch(one) && one.at <= answeredAt);
  await context.close();
  return { hits, requests: loaded.length, bytes: sumBytes(loaded), ms: answeredAt - askedAt, longestTask };
}

function findLongestTask(trace: Buffer): number {
  interface TraceEvent {
    name: string;
    pid: number;
    tid: number;
    tdur?: number;
    args: { name?: string };
  }
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] };
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
  const pages = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(threadOf),
  );
  const tasks = traceEvents.filter((event) => event.tdur !== undefined && pages.has(threadOf(event)));
  if (tasks.length === 0) throw new Error('Chromium gave no tasks of the page');
  return tasks.reduce((longest, { tdur }) => Math.max(longest, tdur! / 1000), 0);
}
