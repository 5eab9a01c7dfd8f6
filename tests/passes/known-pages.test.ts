import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readBenchPages } from '../../scripts/bench/clean-pages.ts';
import { cleanText } from '../../scripts/pipeline/index.ts';
import { readTopics } from '../../scripts/pipeline/read-topics.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const topics = readTopics(join(root, 'content/topics'));

/** Faults of each page that are known, in the words of the scorer. A page that is not named has none. */
const known: Record<string, string[]> = JSON.parse(
  readFileSync(new URL('known-pages.json', import.meta.url), 'utf8'),
);

/** Faults of a set of pages against their truth, by page. */
function findFaults({ gold, pages }: ReturnType<typeof readBenchPages>[number]): [string, string[]][] {
  const cleaned = pages.map(({ scan, text }) => JSON.stringify(cleanText(text, { scan, topics })));
  const scorer = spawnSync(
    process.execPath,
    [join(root, 'tests/fixtures/score-cleaning.mjs'), gold, '--json'],
    { input: cleaned.join('\n'), maxBuffer: 1e9, encoding: 'utf8' },
  );
  const rows = JSON.parse(scorer.stdout) as { scan: string; notes?: string[] }[];
  return rows.filter(({ scan }) => scan !== 'ALL').map(({ scan, notes }) => [scan, notes ?? []]);
}

describe.each(readBenchPages(root).map((set) => ({ name: set.gold.slice(root.length), set })))(
  'pages of $name',
  ({ set }) => {
    const faults = findFaults(set);

    test.each(faults)('%s: no fault but the known ones', (page, found) => {
      expect(found.filter((fault) => !known[page]?.includes(fault))).toEqual([]);
    });

    test.each(faults.filter(([page]) => known[page]))('%s: known failures still fail', (page, found) => {
      const mended = known[page]?.filter((fault) => !found.includes(fault));
      expect(mended, 'these are right now: take them out of known-pages.json').toEqual([]);
    });
  },
);
