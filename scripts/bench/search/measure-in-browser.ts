import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { buildSite } from '../../../tests/browser/frame/build-site.ts';
import { findChromium } from '../../../tests/browser/frame/find-chromium.ts';
import type { SearchSource } from '../../build/search/write-search.ts';
import { drawColdPhrases, type Question } from './draw-questions.ts';
import { type ColdMeasured, measureCold } from './measure-cold.ts';
import { type ExactnessMeasured, measureExactness } from './measure-exactness.ts';
import { type KwicMeasured, measureKwic } from './measure-kwic.ts';
import { measureWarm } from './measure-warm.ts';
import { serveBench } from './serve-bench.ts';
import { sizeOfFolder } from './size-of-folder.ts';
import { median } from './statistics.ts';

/** What a real browser measured. */
export interface Measured {
  exactness: ExactnessMeasured;
  cold: ColdMeasured;
  /** Milliseconds of processor: median, 90th percentile, longest. */
  warmMs: number[];
  kwic: KwicMeasured;
  indexBytes: number;
  /** The whole text, gzipped, searched with `indexOf`: exact, and everything has to be read first. */
  floor: { bytes: number; ms: number };
}

interface Measuring {
  root: string;
  /** Folder for the site whose search page and worker are measured. */
  site: string;
  dist: string;
  source: SearchSource;
  questions: readonly Question[];
  say: (line: string) => void;
}

/**
 * Measures the built search in Chromium, with the page and the scripts that the archive publishes.
 *
 * @throws where the browser finds too much or too little
 */
export async function measureInBrowser({
  root,
  site,
  dist,
  source,
  questions,
  say,
}: Measuring): Promise<Measured> {
  await buildSite(site, '/');
  const found = await findChromium(root);
  const { url, server } = await serveBench({ root, site, dist });
  const browser = await chromium.launch({ executablePath: found.executablePath, args: found.args });
  const json = (what: unknown) => say(`  ${JSON.stringify(what)}`);
  try {
    const cold = await measureCold(browser, url, drawColdPhrases(source));
    json(cold);
    const exactness = await measureExactness(browser, url, site, source, questions, say);
    json(exactness);
    const warmMs = await measureWarm(browser, url, questions);
    json(warmMs);
    const kwic = await measureKwic(browser, url, questions);
    json(kwic);
    const indexBytes = await sizeOfFolder(join(dist, 'pagefind'));
    return { exactness, cold, warmMs, kwic, indexBytes, floor: measureFloor(source, questions) };
  } finally {
    await browser.close();
    server.close();
  }
}

function measureFloor(source: SearchSource, questions: readonly Question[]) {
  const text = source.articles.map(({ headline, blocks }) => [headline, ...blocks].join('\n')).join('\n\n');
  const times = questions.slice(0, 60).map(({ phrase }) => {
    const start = performance.now();
    for (let at = text.indexOf(phrase); at !== -1; at = text.indexOf(phrase, at + 1));
    return performance.now() - start;
  });
  return { bytes: gzipSync(text).length, ms: median(times) };
}
