import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { EMPTY_REQUEST, type SearchRequest } from '../../../src/search/request.ts';
import type { SearchSource } from '../../build/search/write-search.ts';
import type { Question } from './draw-questions.ts';
import { measureOrder, type OrderMeasured } from './measure-order.ts';

/** Whether everything is found and nothing else, with its hits; and in which order. */
export interface ExactnessMeasured {
  asked: number;
  /** Questions whose articles, and hits in each, are those of plain search. */
  exact: number;
  recall: number;
  precision: number;
  /** A fifth of the questions once more, after all of them, with dates and a facet. */
  again: { asked: number; exact: number };
  order: OrderMeasured;
}

/**
 * Asks the worker of the published site every question, one after the other in one visit.
 *
 * @param site folder of the published site
 */
export async function measureExactness(
  browser: Browser,
  url: string,
  site: string,
  source: SearchSource,
  questions: readonly Question[],
  say: (line: string) => void,
): Promise<ExactnessMeasured> {
  const page = await openWorker(browser, url, site);
  let [exact, hit, given, right] = [0, 0, 0, 0];
  const answers: { question: Question; names: string[] }[] = [];
  for (const question of questions) {
    const { phrase, counts } = question;
    const answer = await listFound(page, { ...EMPTY_REQUEST, q: `"${phrase}"` });
    const names = answer.map(([name]) => name);
    const common = new Set(names.filter((name) => counts.has(name))).size;
    hit += common;
    given += names.length;
    right += counts.size;
    const same =
      common === counts.size &&
      common === names.length &&
      answer.every(([name, n]) => counts.get(name) === n);
    if (same) exact++;
    else say(`  不合：${phrase} 应 ${counts.size} 篇，得 ${names.length} 篇`);
    answers.push({ question, names });
  }
  const again = await askAgain(page, source, questions);
  await page.context().close();
  return {
    asked: questions.length,
    exact,
    recall: hit / right,
    precision: hit / given,
    again,
    order: measureOrder(answers),
  };
}

async function askAgain(page: Page, source: SearchSource, questions: readonly Question[]) {
  const facts = new Map(source.articles.map((article) => [`${article.date}/${article.id}`, article]));
  const dates = [...new Set(source.articles.map(({ date }) => date))];
  const from = dates[Math.floor(dates.length / 3)]!;
  const to = dates[Math.floor((dates.length * 2) / 3)]!;
  let exact = 0;
  const some = questions.filter((_, at) => at % 5 === 0);
  for (const { phrase, counts } of some) {
    const request = { ...EMPTY_REQUEST, q: `"${phrase}"` };
    const narrowed = await listFound(page, { ...request, from, to, chosen: { status: ['proofread'] } });
    const expected = [...counts.keys()].filter((name) => {
      const { date, facets } = facts.get(name)!;
      return date >= from && date <= to && facets.status![0] === 'proofread';
    });
    const plain = await listFound(page, request);
    const found = narrowed.map(([name]) => name);
    if (found.toSorted().join() === expected.toSorted().join() && plain.length === counts.size) exact++;
  }
  return { asked: some.length, exact };
}

type Ask = (method: string, argument: unknown) => Promise<unknown>;

const listFound = (page: Page, request: SearchRequest) =>
  page.evaluate(
    (argument) => (globalThis as unknown as { ask: Ask }).ask('listFound', argument),
    request,
  ) as Promise<[string, number][]>;

/** A page with the search's worker, as the site starts it. */
async function openWorker(browser: Browser, url: string, site: string): Promise<Page> {
  const scripts = await readdir(join(site, '_astro'));
  const worker = scripts.find((name) => name.startsWith('search-worker'));
  if (!worker) throw new Error(`${site}/_astro 里没有检索的 worker`);
  const page = await (await browser.newContext({ serviceWorkers: 'block' })).newPage();
  await page.goto(`${url}search/`);
  await page.evaluate((script) => {
    const worker = new Worker(script, { type: 'module' });
    const waiting = new Map<number, { resolve(result: unknown): void; reject(error: Error): void }>();
    worker.addEventListener('message', ({ data }) => {
      if ('partial' in data) return;
      const one = waiting.get(data.id)!;
      waiting.delete(data.id);
      if (data.failure) one.reject(new Error(data.failure.message));
      else one.resolve(data.result);
    });
    let id = 0;
    Object.assign(globalThis, {
      ask: (method: string, argument: unknown) =>
        new Promise((resolve, reject) => {
          waiting.set(++id, { resolve, reject });
          worker.postMessage({ id, base: '/', method, argument });
        }),
    });
  }, `/_astro/${worker}`);
  return page;
}
