import type { Browser } from 'playwright-core';
import type { Question } from './draw-questions.ts';
import { spread } from './statistics.ts';

/**
 * Processor time of a whole search, engine warm, chunks loaded, nothing of the answer kept. The search runs on
 * the page's own thread here, from its source, because only that thread's processor time can be read; what else
 * the machine does is not counted.
 *
 * @returns milliseconds: median, 90th percentile, longest
 */
export async function measureWarm(
  browser: Browser,
  url: string,
  questions: readonly Question[],
): Promise<number[]> {
  const phrases = questions.filter(({ phrase }) => phrase.length > 1).map(({ phrase }) => phrase);
  const context = await browser.newContext({ serviceWorkers: 'block', bypassCSP: true });
  const page = await context.newPage();
  await page.goto(`${url}search/`);
  await page.evaluate(async () => {
    const { makeSearchService } = (await import('/src/search/engine/serve-search.ts' as string)) as {
      makeSearchService(base: string): unknown;
    };
    Object.assign(globalThis, { service: makeSearchService('/') });
  });
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const spent = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')!.value * 1000;
  };
  const ask = (phrase: string) =>
    page.evaluate(
      (one) =>
        (
          globalThis as unknown as { service: { timeHits(phrase: string): Promise<number> } }
        ).service.timeHits(one),
      phrase,
    );
  const times: number[] = [];
  // The first round loads the chunks; so many tokens lie between a question and its repetition that none is kept.
  for (const phrase of phrases) await ask(phrase);
  for (const phrase of phrases) {
    const before = await spent();
    await ask(phrase);
    times.push((await spent()) - before);
  }
  await context.close();
  return spread(times);
}
