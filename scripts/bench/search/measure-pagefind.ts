import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as pagefind from 'pagefind';
import { type Browser, chromium, type Page } from 'playwright-core';
import { findChromium } from '../../../tests/browser/frame/find-chromium.ts';
import type { SearchSource } from '../../build/search/write-search.ts';
import { countRequests, sumBytes } from './count-requests.ts';
import { drawColdPhrases, type Question } from './draw-questions.ts';
import { makeArchive } from './make-archive.ts';
import { measureOrder, type OrderMeasured } from './measure-order.ts';
import { serveBench } from './serve-bench.ts';
import { sizeOfFolder } from './size-of-folder.ts';
import { median, spread } from './statistics.ts';
import { watchMemory } from './watch-memory.ts';

/** What Pagefind's own way of indexing gives, asked in the same words. */
export interface PagefindMeasured {
  asked: number;
  exact: number;
  recall: number;
  precision: number;
  /** Questions that had another count when they were asked again in the same visit. */
  changed: number;
  coldIndexBytes: number;
  coldAllBytes: number;
  warmMs: number[];
  order: OrderMeasured;
  indexBytes: number;
  built?: { seconds: number; peakBytes?: number };
}

interface Measuring {
  root: string;
  folder: string;
  source: SearchSource;
  questions: readonly Question[];
  reuse: boolean;
  say: (line: string) => void;
}

/** Indexes the same articles as Pagefind does by itself, a record an article, and asks without quotation marks. */
export async function measurePagefind({
  root,
  folder,
  source,
  questions,
  reuse,
  say,
}: Measuring): Promise<PagefindMeasured> {
  const dist = join(folder, 'default');
  const report = join(folder, 'default.json');
  if (!reuse || !existsSync(report)) {
    const stop = watchMemory();
    const start = performance.now();
    const child = fork(fileURLToPath(import.meta.url), [String(source.articles.length), dist]);
    const [code] = (await once(child, 'exit')) as [number];
    const peakBytes = stop();
    if (code !== 0) throw new Error('Pagefind 默认的索引没有建成');
    const seconds = (performance.now() - start) / 1000;
    await writeFile(report, JSON.stringify({ seconds, peakBytes }));
  }
  const built = JSON.parse(await readFile(report, 'utf8')) as NonNullable<PagefindMeasured['built']>;
  say(`  ${JSON.stringify(built)}`);
  const found = await findChromium(root);
  const { url, server } = await serveBench({ root, dist });
  const browser = await chromium.launch({ executablePath: found.executablePath, args: found.args });
  try {
    const page = await (await browser.newContext()).newPage();
    await page.goto(url);
    let [exact, hit, given, right, changed] = [0, 0, 0, 0, 0];
    const answers: { question: Question; names: string[] }[] = [];
    const times: number[] = [];
    const first = new Map<string, number>();
    for (const question of questions) {
      const { phrase, counts } = question;
      const { names } = await ask(page, phrase);
      first.set(phrase, names.length);
      const common = names.filter((name) => counts.has(name)).length;
      hit += common;
      given += names.length;
      right += counts.size;
      if (common === counts.size && common === names.length) exact++;
      answers.push({ question, names });
    }
    for (const { phrase } of questions) {
      const { names, ms } = await ask(page, phrase);
      if (names.length !== first.get(phrase)) changed++;
      times.push(ms);
    }
    const cold = await measureCold(browser, url, drawColdPhrases(source));
    return {
      asked: questions.length,
      exact,
      recall: hit / right,
      precision: hit / given,
      changed,
      coldIndexBytes: median(cold.map(({ index }) => index)),
      coldAllBytes: median(cold.map(({ all }) => all)),
      warmMs: spread(times),
      order: measureOrder(answers),
      indexBytes: await sizeOfFolder(join(dist, 'pagefind', 'index')),
      built,
    };
  } finally {
    await browser.close();
    server.close();
  }
}

interface Engine {
  search(term: string): Promise<{ results: { id: string; data(): Promise<{ url: string }> }[] }>;
}

/** Names stand in the addresses of the fragments; to read them all would be another measurement. */
async function ask(page: Page, phrase: string): Promise<{ names: string[]; ms: number }> {
  const { ids, ms } = await page.evaluate(async (term) => {
    const engine = (await import('/pagefind/pagefind.js' as string)) as Engine;
    const start = performance.now();
    const { results } = await engine.search(term);
    return { ids: results.map(({ id }) => id), ms: performance.now() - start };
  }, phrase);
  const names = await namesOf(page);
  return { names: ids.map((id) => names[id]!), ms };
}

let names: Promise<Record<string, string>> | undefined;
function namesOf(page: Page): Promise<Record<string, string>> {
  names ??= page.evaluate(async () => (await (await fetch('/names.json')).json()) as Record<string, string>);
  return names;
}

async function measureCold(
  browser: Browser,
  url: string,
  phrases: readonly string[],
): Promise<{ index: number; all: number }[]> {
  const measured: { index: number; all: number }[] = [];
  for (const phrase of phrases) {
    const context = await browser.newContext();
    const count = countRequests(context);
    const page = await context.newPage();
    await page.goto(url);
    await page.evaluate(async (term) => {
      const engine = (await import('/pagefind/pagefind.js' as string)) as Engine;
      const { results } = await engine.search(term);
      await Promise.all(results.slice(0, 10).map((result) => result.data()));
    }, phrase);
    const loaded = (await count()).filter(({ path }) => path !== '/');
    const index = sumBytes(loaded.filter(({ path }) => path.endsWith('.pf_index')));
    measured.push({ index, all: sumBytes(loaded) });
    await context.close();
  }
  return measured;
}

/** In a process of its own: indexes the archive of so many articles as Pagefind does by itself. */
async function indexByDefault(count: number, dist: string): Promise<void> {
  const { index } = await pagefind.createIndex();
  for (const { date, id, headline, blocks } of makeArchive(count).articles) {
    await index!.addCustomRecord({
      url: `/${date}/${id}/`,
      language: 'zh-cn',
      content: [headline, ...blocks].join('\n'),
      meta: { title: headline },
    });
  }
  await index!.writeFiles({ outputPath: join(dist, 'pagefind') });
  const { readdir } = await import('node:fs/promises');
  const { gunzipSync } = await import('node:zlib');
  const known: Record<string, string> = {};
  const folder = join(dist, 'pagefind', 'fragment');
  for (const name of await readdir(folder)) {
    const text = gunzipSync(await readFile(join(folder, name))).toString();
    known[name.replace('.pf_fragment', '')] = /"url":"\/?([^"]+)\/"/u.exec(text)![1]!;
  }
  await writeFile(join(dist, 'names.json'), JSON.stringify(known));
  await pagefind.close();
}

if (process.send && process.argv[1] === fileURLToPath(import.meta.url)) {
  await indexByDefault(Number(process.argv[2]), process.argv[3]!);
  process.exit(0);
}
