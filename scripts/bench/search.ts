import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeSearch } from '../build/search/write-search.ts';
import { drawQuestions } from './search/draw-questions.ts';
import { makeArchive } from './search/make-archive.ts';
import { type Measured, measureInBrowser } from './search/measure-in-browser.ts';
import type { Shown } from './search/measure-kwic.ts';
import { measurePagefind, type PagefindMeasured } from './search/measure-pagefind.ts';
import { watchMemory } from './search/watch-memory.ts';

/** What the bench of the search is told. */
export interface SearchBenchOptions {
  /** Articles of the made-up archive. */
  articles: number;
  /** Measures an index that an earlier run made. */
  reuse?: boolean;
  /** Leaves Pagefind's default indexing out: at 20,000 articles it needs 8 GB. */
  withoutDefault?: boolean;
  say: (line: string) => void;
}

interface Built {
  seconds: number;
  peakBytes?: number;
  shards: number;
}

/** All that was measured, to be printed. */
export interface SearchBench {
  articles: number;
  characters: number;
  pairs: number;
  built: Built;
  measured: Measured;
  pagefind?: PagefindMeasured;
}

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Makes an archive with a realistic vocabulary, builds the index, and measures it in a real browser against
 * plain substring search in the same text; Pagefind's default indexing and the whole text with `indexOf` beside.
 *
 * @throws when a hit is missing or false: speed is nothing without that
 */
export async function benchSearch({
  articles,
  reuse = false,
  withoutDefault = false,
  say,
}: SearchBenchOptions): Promise<SearchBench> {
  const folder = join(root, '.cache', 'bench', `search-${articles}`);
  const report = join(folder, 'built.json');
  await mkdir(folder, { recursive: true });
  say(`造 ${articles} 篇 …`);
  const source = makeArchive(articles);
  let built: Built;
  if (reuse && existsSync(report)) built = JSON.parse(await readFile(report, 'utf8')) as Built;
  else {
    say('建立索引 …');
    const stop = watchMemory();
    const start = performance.now();
    const { shards } = await writeSearch(source, join(folder, 'dist'));
    const peakBytes = stop();
    built = {
      seconds: (performance.now() - start) / 1000,
      ...(peakBytes === undefined ? {} : { peakBytes }),
      shards: shards.length,
    };
    await writeFile(report, JSON.stringify(built));
  }
  say(`  ${JSON.stringify(built)}`);
  const { characters, pairs } = countPairs(source.articles);
  say(`  ${characters} 字，不同的相邻两字 ${pairs} 对`);
  say('在浏览器里测量 …');
  const questions = drawQuestions(source);
  const site = join(root, '.cache', 'bench', 'site');
  const dist = join(folder, 'dist');
  const measured = await measureInBrowser({ root, site, dist, source, questions, say });
  const bench: SearchBench = { articles, characters, pairs, built, measured };
  await writeFile(join(folder, 'measured.json'), JSON.stringify(bench, null, 2));
  if (!withoutDefault) {
    say('对照：Pagefind 默认的索引 …');
    bench.pagefind = await measurePagefind({ root, folder, source, questions, reuse, say });
    await writeFile(join(folder, 'measured.json'), JSON.stringify(bench, null, 2));
  }
  return bench;
}

function countPairs(articles: readonly { headline: string; blocks: readonly string[] }[]) {
  const pairs = new Set<number>();
  let characters = 0;
  for (const { headline, blocks } of articles) {
    for (const text of [headline, ...blocks]) {
      characters += text.length;
      for (let at = 0; at + 1 < text.length; at++)
        pairs.add(text.charCodeAt(at) * 65_536 + text.charCodeAt(at + 1));
    }
  }
  return { characters, pairs: pairs.size };
}

const shown = ({ requests, bytes, ms, longestTask }: Shown) =>
  `${requests} 次请求，${kb(bytes)}，${(ms / 1000).toFixed(1)} 秒，页面最长一次停顿 ${longestTask.toFixed(0)} ms`;
const kb = (bytes: number) => `${(bytes / 1024).toFixed(0)} KB`;

/** The table, a line a row: ours, Pagefind's default, the whole text with `indexOf`. */
export function tabulate({ articles, pairs, built, measured: m, pagefind: p }: SearchBench): string[] {
  const row = (label: string, ours: string, others = '–', floor = '–') =>
    `| ${label} | ${ours} | ${others} | ${floor} |`;
  const { exactness, cold } = m;
  const order = (ndcg: number) => ndcg.toFixed(3);
  return [
    `| ${articles} 篇，${pairs} 对 | 本档 | Pagefind 默认 | indexOf |`,
    '|---|---|---|---|',
    row(
      '召回 / 准确',
      `${exactness.recall.toFixed(3)} / ${exactness.precision.toFixed(3)}（${exactness.exact}/${exactness.asked}）`,
      p && `${p.recall.toFixed(3)} / ${p.precision.toFixed(3)}（${p.exact}/${p.asked}）`,
      '1.000 / 1.000',
    ),
    row(
      '再问一遍，加筛选与日期',
      `${exactness.again.exact}/${exactness.again.asked}`,
      p && `${p.changed} 个变了`,
    ),
    row('冷查四字：索引，中位', kb(cold.indexBytes), p && kb(p.coldIndexBytes)),
    row(
      '到前十条：全部，中位',
      `${kb(cold.allBytes)}（${cold.requests} 次请求）`,
      p && kb(p.coldAllBytes),
      kb(m.floor.bytes),
    ),
    row('连同检索页本身', kb(cold.withPageBytes)),
    row(
      '热查处理器时间 p50 / p90 / 最长',
      `${m.warmMs.map((ms) => ms.toFixed(1)).join(' / ')} ms`,
      p?.warmMs.map((ms) => ms.toFixed(1)).join(' / '),
      `${m.floor.ms.toFixed(1)} ms`,
    ),
    row('建立索引：秒', built.seconds.toFixed(0), p?.built?.seconds.toFixed(0)),
    row(
      '建立索引：内存最高',
      built.peakBytes ? `${(built.peakBytes / 2 ** 20).toFixed(0)} MB` : '–',
      p?.built?.peakBytes ? `${(p.built.peakBytes / 2 ** 20).toFixed(0)} MB` : '–',
    ),
    row(
      '索引大小',
      `${(m.indexBytes / 2 ** 20).toFixed(1)} MB`,
      p && `${(p.indexBytes / 2 ** 20).toFixed(1)} MB`,
    ),
    row('相关次序 NDCG@10，对词频', order(exactness.order.byFrequency), p && order(p.order.byFrequency)),
    row('其中六十个词', order(exactness.order.termsByFrequency), p && order(p.order.termsByFrequency)),
    row('其中十篇以上', order(exactness.order.manyByFrequency), p && order(p.order.manyByFrequency)),
    row(
      '相关次序 NDCG@10，对标题与词频',
      order(exactness.order.byHeadlineAndFrequency),
      p && order(p.order.byHeadlineAndFrequency),
    ),
    row(`逐处对齐，${m.kwic.hits} 处：新的在前，头一百处`, shown(m.kwic.newest)),
    row('逐处对齐，按左文排列', shown(m.kwic.sorted)),
  ];
}
