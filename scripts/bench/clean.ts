import { spawnSync } from 'node:child_process';
import { basename, join, relative } from 'node:path';
import { cleanText, passNames } from '../pipeline/index.ts';
import { readTopics } from '../pipeline/read-topics.ts';
import type { BenchPart, BenchRow } from './bench-part.ts';
import { type BenchPage, readBenchPages } from './clean-pages.ts';
import { type DoubtFigures, measureDoubts } from './measure-doubts.ts';

/** Figures of the scorer that the table shows. */
const FIGURES = ['articles', 'paragraphs', 'headlines', 'kickerDecks', 'bylines', 'topics', 'cer'] as const;
type Figures = Record<(typeof FIGURES)[number], number>;

const percent = (value: number): string => value.toFixed(3);

function score(
  root: string,
  gold: string,
  pages: readonly BenchPage[],
  without: ReadonlySet<string>,
): Figures {
  const topics = readTopics(join(root, 'content/topics'));
  const cleaned = pages.map(({ scan, text }) => JSON.stringify(cleanText(text, { scan, topics, without })));
  const scorer = spawnSync(
    process.execPath,
    [join(root, 'tests/fixtures/score-cleaning.mjs'), gold, '--json'],
    {
      input: cleaned.join('\n'),
      maxBuffer: 1e9,
    },
  );
  const rows = JSON.parse(scorer.stdout.toString()) as Figures[];
  return rows.at(-1) as Figures;
}

/** What each pass and each sign contributes: the scores with it left out, against all of them. */
function tabulateContributions(root: string, say: (line: string) => void): void {
  for (const { gold, pages } of readBenchPages(root)) {
    const all = score(root, gold, pages, new Set());
    say(
      `\n${pages.length} pages of ${relative(root, gold)}; a line: what is left out, and the scores without it`,
    );
    say(
      `${'(nothing)'.padEnd(26)}${FIGURES.map((figure) => `${figure} ${percent(all[figure])}`).join('  ')}`,
    );
    for (const { name, needed } of passNames) {
      if (needed) continue;
      const off = score(root, gold, pages, new Set([name]));
      const changes = FIGURES.filter((figure) => Math.abs(off[figure] - all[figure]) >= 0.0005).map(
        (figure) => {
          const change = off[figure] - all[figure];
          return `${figure} ${percent(off[figure])} (${change > 0 ? '+' : ''}${percent(change)})`;
        },
      );
      say(`${name.padEnd(26)}${changes.join('  ') || 'no change on these pages'}`);
    }
  }
}

function measureAllDoubts(root: string, say: (line: string) => void): void {
  const topics = readTopics(join(root, 'content/topics'));
  for (const { gold, pages } of readBenchPages(root)) {
    const figures: DoubtFigures = { articles: 0, wrong: 0, wrongDoubted: 0, doubts: 0, worthALook: 0 };
    for (const page of pages)
      measureDoubts(figures, cleanText(page.text, { scan: page.scan, topics }), page.gold);
    say(
      `doubts on ${relative(root, gold)}: ${figures.wrong} of ${figures.articles} articles have a fault, ${figures.wrongDoubted} of these carry a doubt; ${figures.worthALook} of ${figures.doubts} doubts point to a fault`,
    );
  }
}

/** Times that a text is cleaned to learn its cost: what else the machine did, or a collection of garbage, is not its cost. */
const TIMES = 3;

/** Processor time of cleaning a text, in seconds: the least of some times. */
function timeOf(text: string): { processor: number; elapsed: number } {
  let least = { processor: Number.POSITIVE_INFINITY, elapsed: 0 };
  for (let time = 0; time < TIMES; time++) {
    const start = performance.now();
    const before = process.cpuUsage();
    cleanText(text, { scan: 'bench' });
    const { user, system } = process.cpuUsage(before);
    const processor = (user + system) / 1e6;
    if (processor < least.processor) least = { processor, elapsed: (performance.now() - start) / 1000 };
  }
  return least;
}

/** Inputs that once made cleaners slow, at a size and at twice the size: the cost must no more than double. */
const HARD: readonly (readonly [what: string, make: (size: number) => string])[] = [
  ['one line', (size) => '丰台区召开会议，部署工作。'.repeat(size / 13)],
  ['blank lines', (size) => `丰台${'\n'.repeat(size)}区委`],
  ['one character', (size) => '丰'.repeat(size)],
  ['opening quotes', (size) => '“'.repeat(size)],
  ['wrapped lines', (size) => '会议指出，今年是关键之年，各部门要\n压实责任、狠抓落实。\n'.repeat(size / 30)],
  [
    'steps',
    (size) =>
      `${'区情领暖导军走访营慰问鱼驻水区深部队同心共筑双拥城'.split('').join('\n')}\n\n`.repeat(size / 50),
  ],
  ['headings', (size) => '压实责任补短板 真抓实干促发展\n\n'.repeat(size / 17)],
];
const SIZE = 400_000;

/** Cleans pages: speed, cost against size, what each pass contributes, how well doubts point to faults. */
export const part: BenchPart = async ({ root, articles, say }) => {
  // The hard pages are no usual ones: they say how well a page is cleaned, not how fast.
  const usual = readBenchPages(root).filter(({ gold }) => basename(gold) !== 'hard-pages');
  const pages = usual.flatMap((set) => set.pages);
  const count = Math.max(pages.length, Math.ceil(articles / 6));
  for (const page of pages) cleanText(page.text, { scan: page.scan });
  const start = performance.now();
  const before = process.cpuUsage();
  for (let i = 0; i < count; i++) {
    const page = pages[i % pages.length] as BenchPage;
    cleanText(page.text, { scan: page.scan });
  }
  const used = process.cpuUsage(before);
  const processor = (used.user + used.system) / 1e6;
  say(`${count} pages: ${(count / processor).toFixed(0)} pages a second of processor time`);
  const rows: BenchRow[] = [
    {
      part: 'clean',
      what: 'pages',
      articles,
      processor,
      elapsed: (performance.now() - start) / 1000,
      memory: process.memoryUsage().rss,
      files: count,
    },
  ];
  for (const [what, make] of HARD) {
    const once = timeOf(make(SIZE));
    const twice = timeOf(make(SIZE * 2));
    const ratio = twice.processor / once.processor;
    say(
      `${what}: ${SIZE / 1000} KB ${once.processor.toFixed(2)} s, twice that ${twice.processor.toFixed(2)} s: × ${ratio.toFixed(2)}`,
    );
    rows.push({
      part: 'clean',
      what: `${what}, ${SIZE * 2} characters`,
      articles,
      ...twice,
      bytes: SIZE * 2,
    });
  }
  measureAllDoubts(root, say);
  tabulateContributions(root, say);
  return rows;
};
