import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/search/engine/answer-search.ts';
import type { Trend } from '../../src/search/engine/count-trend.ts';
import type { ContextPage } from '../../src/search/engine/list-contexts.ts';
import type { Question, Reply } from '../../src/search/engine/serve-search.ts';
import { CHOICES } from '../../src/search/request.ts';
import { sharePage } from './frame/open-page.ts';

/** What the page has at hand in these tests: all that it asked, each with the worker that it asked. */
interface Asking {
  asked: (Question & { worker: EventTarget })[];
}

const visit = sharePage({ viewport: { width: 1280, height: 800 } });

/** A search page whose questions a test answers when it likes, in place of the worker. */
async function openHeldSearch(): Promise<{
  page: Page;
  complaints: string[];
  /** Goes to the address of a search; the page asks for it. */
  show: (search: string) => Promise<void>;
  /** Answers the question of this number among those of a method, the last by default. */
  reply: (method: Question['method'], reply: Omit<Reply, 'id'>, which?: number) => Promise<void>;
  countAsked: (method: Question['method']) => Promise<number>;
}> {
  const { page, complaints } = await visit('search/');
  await page.waitForLoadState('load');
  await page.evaluate(() => {
    const asked: Asking['asked'] = [];
    class HeldWorker extends EventTarget {
      postMessage(question: Question): void {
        asked.push({ ...question, worker: this });
      }
      terminate(): void {}
    }
    Object.assign(window, { asked, Worker: HeldWorker });
  });
  const countAsked = (method: string) =>
    page.evaluate(
      (method) => (window as unknown as Asking).asked.filter((one) => one.method === method).length,
      method,
    );
  return {
    page,
    complaints,
    countAsked,
    show: (search) =>
      page.evaluate((search) => {
        history.pushState(null, '', `?${search}`);
        dispatchEvent(new PopStateEvent('popstate'));
      }, search),
    async reply(method, reply, which = -1) {
      await expect.poll(() => countAsked(method)).toBeGreaterThan(Math.max(which, 0));
      await page.evaluate(
        ([method, reply, which]) => {
          const own = (window as unknown as Asking).asked.filter((one) => one.method === method);
          const { id, worker } = own.at(which)!;
          worker.dispatchEvent(new MessageEvent('message', { data: { ...reply, id } }));
        },
        [method, reply, which] as const,
      );
    },
  };
}

const plain = (text: string) => [{ text, marked: false }];
const answer = (headline: string, more: Partial<Answer> = {}): Answer => ({
  total: 1,
  hits: 1,
  pages: 1,
  complete: true,
  since: '2023-04-14',
  results: [
    {
      name: '2023-04-14/p02-009',
      date: '2023-04-14',
      dateSource: 'printed',
      page: '02',
      pageSource: 'printed',
      headline: plain(headline),
      snippet: [],
      reporters: [],
      hits: 1,
    },
  ],
  ...more,
});
const contexts = (key: string): ContextPage => ({
  hits: 1,
  articles: 1,
  pages: 1,
  page: 1,
  lines: [{ left: '左', key, right: '右', date: '2023-04-14', name: '2023-04-14/p02-009', number: 1 }],
});
const trend = (phrase: string): Trend => ({
  phrases: [phrase],
  periods: [{ period: '2023', characters: 10_000, hits: [3] }],
});
const facets = (section: string) => ({
  ...Object.fromEntries(CHOICES.map((choice) => [choice, []])),
  section: [
    { value: section, count: 2 },
    { value: '其他', count: 1 },
  ],
});
const noLetters = { result: { total: 0, hits: 0 } };

describe('what a reader asked last is what the page shows, whatever of an older question arrives late', () => {
  test('results, lines, bars, facets and failures', async () => {
    const { page, complaints, show, reply } = await openHeldSearch();
    const results = page.locator('[data-search-results]');
    const tally = page.locator('[data-search-tally]');
    await show('q=甲');
    await show('q=乙');
    await reply('search', { partial: answer('甲') }, 0);
    await reply('search', { result: answer('甲') }, 0);
    expect(await results.textContent()).toBe('');
    expect(await tally.textContent()).toBe('正在检索……');
    await reply('search', { partial: answer('乙', { complete: false, total: 0, hits: 0, results: [] }) });
    // Nothing so far is not nothing at all.
    expect(await tally.textContent()).toBe('已查到 2023-04-14 为止：0 篇，更早的还在查……');
    expect(await results.locator('.none').count()).toBe(0);
    await reply('search', { result: answer('乙') });
    expect(await results.locator('h2').textContent()).toBe('乙');

    await reply('countLetters', noLetters);
    await reply('countFacets', { result: facets('乙') });
    expect(await page.locator('[data-search-facet="section"]').textContent()).toContain('乙');
    await show('q=丙');
    await reply('search', { result: answer('丙') });
    await reply('countLetters', noLetters);
    await expect.poll(() => results.locator('h2').textContent()).toBe('丙');
    await show('q=丁&view=kwic');
    await reply('countFacets', { result: facets('丙') });
    expect(await page.locator('[data-search-facet="section"]').textContent()).not.toContain('丙');

    await reply('listContexts', { partial: { read: 1, bundles: 4 } });
    expect(await tally.textContent()).toBe('正在读取正文：1 / 4……');
    await show('q=戊&view=trend');
    await reply('listContexts', { partial: { read: 2, bundles: 4 } });
    await reply('listContexts', { result: contexts('丁') });
    expect(await tally.textContent()).toBe('正在检索……');
    await show('q=己&view=trend');
    await reply('countTrend', { result: trend('戊') }, 0);
    expect(await results.locator('svg').count()).toBe(0);
    await reply('countTrend', { result: trend('己') });
    expect(await results.locator('.trend-key').textContent()).toBe('己');

    await show('q=庚');
    await show('q=辛');
    await reply('search', { failure: { kind: 'error', message: '' } }, 3);
    await reply('search', { result: answer('辛') });
    expect(await results.locator('h2').textContent()).toBe('辛');
    expect(complaints).toEqual([]);
  });
});

test('a fault of the search is told as a fault, not as a broken line; trying again asks anew', async () => {
  const { page, show, reply, countAsked } = await openHeldSearch();
  await show('q=甲');
  await reply('search', { failure: { kind: 'error', message: 'RangeError' } });
  const trouble = page.locator('.trouble');
  await trouble.waitFor();
  expect(await trouble.textContent()).toContain('检索出了差错');
  await page.getByRole('button', { name: '再试一次' }).click();
  await expect.poll(() => countAsked('search')).toBe(2);
  await reply('search', { result: answer('甲') });
  await page.locator('[data-search-state="done"]').waitFor({ state: 'attached' });
  expect(await trouble.count()).toBe(0);
});

test('lines that cannot be read to the end are neither copied nor kept, and the buttons say so', async () => {
  const { page, show, reply } = await openHeldSearch();
  await show('q=甲&view=kwic');
  await reply('listContexts', { result: contexts('甲') });
  const failure = { kind: 'offline' as const, message: '' };
  const [copy, save] = [page.locator('[data-kwic-copy]'), page.locator('[data-kwic-save]')];
  await copy.click();
  await reply('writeContexts', { failure });
  await expect.poll(() => copy.textContent()).toBe('没有复制成');
  await save.click();
  await reply('writeContexts', { failure }, 1);
  await expect.poll(() => save.textContent()).toBe('没有存成');
});

test('nothing found within a narrowed search: the page points at what narrows it', async () => {
  const { page, show, reply } = await openHeldSearch();
  const none = page.locator('[data-search-results] .none');
  await show('q=甲&from=2024-01-01&view=kwic');
  await reply('listContexts', { result: { hits: 0, articles: 0, pages: 1, page: 1, lines: [] } });
  await expect.poll(() => none.textContent()).toBe('没有找到。可以去掉上面的筛选再查。');
  // A link with Ctrl is for another tab; this one stays where it is.
  const address = page.url();
  const opened = page.context().waitForEvent('page');
  await page
    .locator('[data-search-chosen] a')
    .first()
    .click({ modifiers: ['Control'] });
  expect(new URL((await opened).url()).search).not.toContain('from');
  expect(page.url()).toBe(address);
  // A question taken back is no question: the address is that of the empty page again.
  await show('');
  await page.locator('#search-q').press('Enter');
  expect(new URL(page.url()).search).toBe('');
});

test('趋势: years without an issue are shown as that, and no label runs over the edge', async () => {
  const { page, show, reply } = await openHeldSearch();
  const results = page.locator('[data-search-results]');
  await show('from=2020-01-01&view=trend');
  await reply('countTrend', { result: { phrases: [], periods: [] } });
  await results.locator('.trend-tools').waitFor();
  expect(await results.locator('svg').count()).toBe(0);
  await show('q=甲&view=trend');
  const periods = ['2020', '2021', '2022'].map((period, at) => ({
    period,
    characters: at === 1 ? 0 : 10_000,
    hits: [at === 1 ? 0 : 2],
  }));
  await reply('countTrend', { result: { phrases: ['甲'], periods } });
  await results.locator('.trend-key').waitFor();
  expect(await results.locator('.trend-key').textContent()).toBe('甲未收');
  expect(await results.locator('.trend rect.none').count()).toBe(1);
  await results.locator('.trend-figures summary').click();
  expect(await results.locator('tbody tr').nth(1).textContent()).toBe('2021–未收');
  await show('q=甲&view=trend&unit=month');
  const months = Array.from({ length: 240 }, (_, at) => ({
    period: `${2000 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
    characters: 1000,
    hits: [1],
  }));
  await reply('countTrend', { result: { phrases: ['甲'], periods: months } });
  const over = () =>
    results.locator('.trend svg').evaluate((svg) => {
      const { left, right } = svg.getBoundingClientRect();
      const labels = [...svg.querySelectorAll('text')].map((label) => label.getBoundingClientRect());
      return {
        labels: labels.length,
        over: labels.filter((one) => one.left < left - 1 || one.right > right + 1).length,
      };
    });
  await expect.poll(over).toMatchObject({ over: 0 });
  expect((await over()).labels).toBeGreaterThan(10);
});
