import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Browser, chromium, type Page } from 'playwright-core';
import { EMPTY_REQUEST, type SearchRequest } from '../../../src/search/request.ts';
import { findChromium } from '../../../tests/browser/frame/find-chromium.ts';
import type { SearchSource } from '../../build/search/write-search.ts';
import { makeRandom } from '../make-random.ts';
import { serveBench } from './serve-bench.ts';

/** What a real browser measured. */
export interface Measured {
  asked: number;
  exact: number;
  recall: number;
  precision: number;
  again: { asked: number; exact: number };
  coldIndexBytes: number;
  coldAllBytes: number;
  coldRequests: number;
  /** Median, 90th percentile, longest. */
  warmMs: number[];
  ndcg: number;
  indexBytes: number;
  kwic: { hits: number; requests: number; bytes: number; ms: number; longestTask: number };
  floor: { bytes: number; ms: number };
  /** What was asked, with the right answer, for those who are measured beside. */
  queries: Asked[];
}

/** A phrase and how often each article holds it. */
export interface Asked {
  phrase: string;
  counts: Map<string, number>;
}

interface Measuring {
  root: string;
  dist: string;
  source: SearchSource;
  say: (line: string) => void;
}

const COLD = 31;
const TERMS =
  '京津冀 经济 社会主义 改革 发展 北京 丰台 企业 工业 社区 服务 老百姓 文化 历史 科学 教育 学校 医院 人民 政府 组织 制度 问题 工作 会议 建设 环境 国家 地区 中国 公司 市场 技术 生产 管理 研究 安全 法律 军队 战争 艺术 音乐 体育 比赛 火车 飞机 交通 农业 粮食 水果 天气 健康 家庭 孩子 母亲 朋友 生活 城市 农村 世界'.split(
    ' ',
  );

/**
 * Measures the built search in Chromium.
 *
 * @throws where the browser finds too much or too little
 */
export async function measureInBrowser({ root, dist, source, say }: Measuring): Promise<Measured> {
  const found = await findChromium(root);
  const { url, server } = await serveBench(root, dist);
  const browser = await chromium.launch({ executablePath: found.executablePath, args: found.args });
  try {
    const queries = askPlainly(source, [...drawPhrases(source, 500), ...TERMS]);
    say(`  ${queries.length} 个问题，答案已备`);
    const cold = await measureCold(browser, url, source);
    say(`  冷查：索引 ${cold.index}，全部 ${cold.all}`);
    const page = await openEngine(browser, url);
    let exact = 0;
    let hit = 0;
    let given = 0;
    let right = 0;
    const gains: number[] = [];
    for (const { phrase, counts } of queries) {
      const answer = await list(page, { ...EMPTY_REQUEST, q: `"${phrase}"` });
      const names = new Map(answer);
      const common = [...counts.keys()].filter((name) => names.has(name)).length;
      hit += common;
      given += names.size;
      right += counts.size;
      const same =
        common === counts.size &&
        common === names.size &&
        answer.every(([name, n]) => counts.get(name) === n);
      if (same) exact++;
      else say(`  不合：${phrase} 应 ${counts.size} 篇，得 ${names.size} 篇`);
      if (counts.size > 10)
        gains.push(
          ndcg(
            answer.map(([name]) => counts.get(name) ?? 0),
            [...counts.values()],
          ),
        );
    }
    say(`  ${exact}/${queries.length} 完全相符`);
    const again = await askAgain(page, queries, source);
    const warm = await measureWarm(browser, url, queries);
    say(`  热查 ${warm.map((ms) => ms.toFixed(1)).join(' / ')} ms`);
    const kwic = await measureKwic(browser, url, queries);
    return {
      asked: queries.length,
      exact,
      recall: hit / right,
      precision: hit / given,
      again,
      coldIndexBytes: cold.index,
      coldAllBytes: cold.all,
      coldRequests: cold.requests,
      warmMs: warm,
      ndcg: gains.reduce((sum, gain) => sum + gain, 0) / gains.length,
      indexBytes: await sizeOf(join(dist, 'pagefind')),
      kwic,
      floor: measureFloor(source, queries),
      queries,
    };
  } finally {
    await browser.close();
    server.close();
  }
}

/** Random substrings of single blocks and headlines, 1 to 10 characters, no punctuation. */
function drawPhrases(source: SearchSource, count: number): string[] {
  const random = makeRandom(count);
  const phrases: string[] = [];
  while (phrases.length < count) {
    const article = source.articles[Math.floor(random() * source.articles.length)]!;
    const texts = [article.headline, ...article.blocks];
    const text = texts[Math.floor(random() * texts.length)]!;
    const length = 1 + Math.floor(random() * 10);
    const from = Math.floor(random() * (text.length - length + 1));
    const phrase = text.slice(from, from + length);
    if (phrase.length === length && /^\p{L}+$/u.test(phrase)) phrases.push(phrase);
  }
  return phrases;
}

/** The truth: plain substring search, block by block. */
function askPlainly(source: SearchSource, phrases: readonly string[]): Asked[] {
  const stretches = source.articles.map(({ date, id, headline, blocks }) => ({
    name: `${date}/${id}`,
    text: [headline, ...blocks].join('\n'),
  }));
  return phrases.map((phrase) => {
    const counts = new Map<string, number>();
    for (const { name, text } of stretches) {
      let count = 0;
      for (let at = text.indexOf(phrase); at !== -1; at = text.indexOf(phrase, at + 1)) count++;
      if (count > 0) counts.set(name, count);
    }
    return { phrase, counts };
  });
}

/** A page with the search's worker, as the site starts it. */
async function openEngine(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(url);
  await page.evaluate(() => {
    const worker = new Worker('/src/client/search/search-worker.ts', { type: 'module' });
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
  });
  return page;
}

type Ask = (method: string, argument: unknown) => Promise<unknown>;

const list = (page: Page, request: SearchRequest) =>
  page.evaluate(
    (argument) => (globalThis as unknown as { ask: Ask }).ask('listFound', argument),
    request,
  ) as Promise<[string, number][]>;

async function measureCold(browser: Browser, url: string, source: SearchSource) {
  const random = makeRandom(4);
  const phrases: string[] = [];
  while (phrases.length < COLD) {
    const article = source.articles[Math.floor(random() * source.articles.length)]!;
    const text = article.blocks[Math.floor(random() * article.blocks.length)]!;
    const from = Math.floor(random() * (text.length - 4));
    const phrase = text.slice(from, from + 4);
    if (/^\p{L}{4}$/u.test(phrase)) phrases.push(phrase);
  }
  const index: number[] = [];
  const all: number[] = [];
  const requests: number[] = [];
  for (const phrase of phrases) {
    const context = await browser.newContext();
    const counted = await countBytes(context);
    const page = await openIn(context, url);
    await page.evaluate((argument) => (globalThis as unknown as { ask: Ask }).ask('search', argument), {
      ...EMPTY_REQUEST,
      q: phrase,
    });
    const seen = await counted();
    index.push(sum(seen.filter(({ path }) => path.endsWith('.pf_index'))));
    all.push(sum(seen));
    requests.push(seen.length);
    await context.close();
  }
  return { index: median(index), all: median(all), requests: median(requests) };
}

async function openIn(context: Awaited<ReturnType<Browser['newContext']>>, url: string): Promise<Page> {
  const proxy = { newContext: async () => context } as unknown as Browser;
  return openEngine(proxy, url);
}

type Seen = { path: string; bytes: number };
const sum = (seen: readonly Seen[]) => seen.reduce((total, { bytes }) => total + bytes, 0);

/** Bodies as they went over the line. The page itself is not the search's. */
async function countBytes(
  context: Awaited<ReturnType<Browser['newContext']>>,
): Promise<() => Promise<Seen[]>> {
  const waiting: Promise<Seen>[] = [];
  context.on('requestfinished', (request) => {
    const path = new URL(request.url()).pathname;
    if (path === '/') return;
    waiting.push(request.sizes().then(({ responseBodySize }) => ({ path, bytes: responseBodySize })));
  });
  return async () => {
    await new Promise((resolve) => setTimeout(resolve, 50));
    return Promise.all(waiting);
  };
}

/**
 * Processor time of a whole search, engine warm, chunks loaded, nothing of the answer kept. The search runs on
 * the page's own thread here, because only that thread's processor time can be read; what else the machine does
 * is not counted.
 */
async function measureWarm(browser: Browser, url: string, queries: readonly Asked[]): Promise<number[]> {
  const phrases = queries.filter(({ phrase }) => phrase.length > 1).map(({ phrase }) => phrase);
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(url);
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
  times.sort((a, b) => a - b);
  return [median(times), times[Math.floor(times.length * 0.9)]!, times.at(-1)!];
}

async function askAgain(page: Page, queries: readonly Asked[], source: SearchSource) {
  const facts = new Map(source.articles.map((article) => [`${article.date}/${article.id}`, article]));
  const dates = [...new Set(source.articles.map(({ date }) => date))];
  const from = dates[Math.floor(dates.length / 3)]!;
  const to = dates[Math.floor((dates.length * 2) / 3)]!;
  let exact = 0;
  let asked = 0;
  for (const [at, { phrase, counts }] of queries.entries()) {
    if (at % 5 > 0) continue;
    asked++;
    const request: SearchRequest = {
      ...EMPTY_REQUEST,
      q: `"${phrase}"`,
      from,
      to,
      chosen: { status: ['proofread'] },
    };
    const names = (await list(page, request)).map(([name]) => name);
    const expected = [...counts.keys()].filter((name) => {
      const { date, facets } = facts.get(name)!;
      return date >= from && date <= to && facets.status![0] === 'proofread';
    });
    const plain = (await list(page, { ...EMPTY_REQUEST, q: `"${phrase}"` })).length;
    if (names.toSorted().join() === expected.toSorted().join() && plain === counts.size) exact++;
  }
  return { asked, exact };
}

async function measureKwic(browser: Browser, url: string, queries: readonly Asked[]) {
  const total = ({ counts }: Asked) => [...counts.values()].reduce((a, b) => a + b, 0);
  const wanted = [...queries]
    .filter(({ phrase }) => phrase.length > 1)
    .sort((a, b) => Math.abs(total(a) - 5000) - Math.abs(total(b) - 5000))[0]!;
  const context = await browser.newContext();
  const counted = await countBytes(context);
  const page = await openIn(context, url);
  await browser.startTracing(page, { categories: ['toplevel', 'disabled-by-default-devtools.timeline'] });
  const { ms, hits } = await page.evaluate(
    async (argument) => {
      const { ask } = globalThis as unknown as { ask: Ask };
      const { renderKwic } = (await import('/src/client/search/render-kwic.ts' as string)) as {
        renderKwic(contexts: unknown, request: unknown, address: () => string): Element[];
      };
      const start = performance.now();
      const contexts = (await ask('listContexts', argument)) as { hits: number };
      document.body.replaceChildren(...renderKwic(contexts, argument, () => '#'));
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      return { ms: performance.now() - start, hits: contexts.hits };
    },
    { ...EMPTY_REQUEST, q: wanted.phrase, view: 'kwic' },
  );
  const longestTask = findLongestTask(await browser.stopTracing());
  const seen = (await counted()).filter(({ path }) => !path.startsWith('/src/client/search/render-'));
  await context.close();
  if (hits !== total(wanted))
    throw new Error(`逐处对齐：“${wanted.phrase}”应 ${total(wanted)} 处，得 ${hits} 处`);
  return {
    hits,
    // The search's own modules are one file on the site.
    requests: seen.filter(({ path }) => !path.startsWith('/src/')).length,
    bytes: sum(seen),
    ms,
    longestTask,
  };
}

/** Processor time in ms of the longest task of a page's own thread: so long it answered nothing else. */
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

/** The whole text, gzipped, searched with `indexOf`: exact, and everything has to be read first. */
function measureFloor(source: SearchSource, queries: readonly Asked[]) {
  const text = source.articles.map(({ headline, blocks }) => [headline, ...blocks].join('\n')).join('\n\n');
  const times = queries.slice(0, 60).map(({ phrase }) => {
    const start = performance.now();
    for (let at = text.indexOf(phrase); at !== -1; at = text.indexOf(phrase, at + 1));
    return performance.now() - start;
  });
  return { bytes: gzipSync(text).length, ms: median(times) };
}

/** Normalised discounted cumulative gain of the first ten. */
export function ndcg(gains: readonly number[], all: readonly number[]): number {
  const dcg = (list: readonly number[]) =>
    list.slice(0, 10).reduce((total, gain, at) => total + gain / Math.log2(at + 2), 0);
  return dcg(gains) / dcg([...all].sort((a, b) => b - a));
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

export async function sizeOf(folder: string): Promise<number> {
  let total = 0;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) total += (await stat(join(entry.parentPath, entry.name))).size;
  }
  return total;
}
