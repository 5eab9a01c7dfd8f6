import type { Browser } from 'playwright-core';
import { countRequests, isOfSearch, sumBytes } from './count-requests.ts';
import type { Question } from './draw-questions.ts';
import { waitUntilAnswered } from './wait-until-answered.ts';

/** The phrase that has nearest to five thousand hits, every hit in its context. */
export interface KwicMeasured {
  hits: number;
  requests: number;
  bytes: number;
  /** From the question to the lines. */
  ms: number;
  /** Processor time in ms of the longest task of the page's own thread: so long it answered nothing else. */
  longestTask: number;
}

const HITS = 5000;

/**
 * Asks the search page for every hit in its context, as somebody who was never there.
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
    `?${new URLSearchParams({ q: wanted.phrase, view: 'kwic' })}`,
  );
  const answeredAt = await waitUntilAnswered(page);
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
  const longestTask = findLongestTask(await browser.stopTracing());
  const hits = Number(await page.locator('[data-search-kwic]').getAttribute('data-search-kwic'));
  const loaded = (await count()).filter((one) => isOfSearch(one) && one.at <= answeredAt);
  await context.close();
  if (hits !== total(wanted))
    throw new Error(`逐处对齐：“${wanted.phrase}”应 ${total(wanted)} 处，得 ${hits} 处`);
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
