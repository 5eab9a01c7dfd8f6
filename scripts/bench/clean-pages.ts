import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** A page with its truth, as far as the bench needs it. */
const GoldPage = z.object({
  articles: z.array(
    z.object({
      headline: z.string().nullish(),
      acceptableHeadlines: z.array(z.string()).default([]),
      topics: z.array(z.string()).default([]),
      blocks: z.array(
        z.object({ kind: z.string(), text: z.string(), alternatives: z.array(z.string()).default([]) }),
      ),
    }),
  ),
});
export type GoldPage = z.infer<typeof GoldPage>;

/** A page of the fixtures: its text and its truth. */
export interface BenchPage {
  readonly scan: string;
  readonly text: string;
  readonly gold: GoldPage;
}

/**
 * The pages of the fixtures that have a truth: three real ones, twelve typeset ones, and eleven of invented papers on which
 * the cleaner did worst (`hard-pages`), among them some of each way a page is read.
 */
export function readBenchPages(root: string): { gold: string; pages: BenchPage[] }[] {
  const sets = [
    { gold: 'tests/fixtures/gold', scans: 'tests/fixtures/scans' },
    { gold: 'tests/fixtures/gold-pages', scans: 'tests/fixtures/gold-pages' },
    { gold: 'tests/fixtures/hard-pages', scans: 'tests/fixtures/hard-pages' },
  ];
  return sets.map(({ gold, scans }) => ({
    gold: join(root, gold),
    pages: readdirSync(join(root, gold))
      .filter((file) => file.endsWith('.gold.json'))
      .sort()
      .map((file) => {
        const scan = file.replace('.gold.json', '.txt');
        return {
          scan,
          text: readFileSync(join(root, scans, scan), 'utf8'),
          gold: GoldPage.parse(JSON.parse(readFileSync(join(root, gold, file), 'utf8'))),
        };
      }),
  }));
}
