import type { BenchRow } from './bench-part.ts';
import { BUILD_ROWS } from './build.ts';
import { LOAD_ROWS } from './load.ts';
import { PAGE_ROWS } from './page.ts';

/** A figure that the archive wants to reach, from rows of one size or of all sizes. */
interface Target {
  what: string;
  /** Highest that is good; where `atLeast`, lowest. */
  limit: number;
  atLeast?: true;
  /** Undefined where a row is not there. */
  measure: (row: (what: string) => BenchRow | undefined, rows: readonly BenchRow[]) => number | undefined;
}

const ratio = (above: string, below: string): Target['measure'] => {
  return (row) => {
    const [a, b] = [row(above), row(below)];
    return a && b && a.processor / b.processor;
  };
};

const TARGETS: readonly Target[] = [
  {
    what: 'rendering alone / glob() + MDX',
    limit: 0.25,
    measure: ratio(BUILD_ROWS.render, BUILD_ROWS.glob),
  },
  {
    what: 'rendering alone / Eleventy',
    limit: 1.5,
    measure: ratio(BUILD_ROWS.render, BUILD_ROWS.eleventy),
  },
  {
    what: 'everything / rendering alone',
    limit: 4,
    measure: ratio(BUILD_ROWS.everything, BUILD_ROWS.render),
  },
  {
    // Asked for by nobody, this and those that follow: what the pages of provenance and scans add, and what as many
    // pages of Astro need that have nothing on them but their number.
    what: 'rendering with provenance and scans / glob() + MDX',
    limit: 0.25,
    measure: ratio(BUILD_ROWS.whole, BUILD_ROWS.glob),
  },
  {
    what: 'rendering with provenance and scans / Eleventy',
    limit: 1.5,
    measure: ratio(BUILD_ROWS.whole, BUILD_ROWS.eleventy),
  },
  {
    what: 'rendering alone / as many empty pages of Astro',
    limit: 1,
    measure: ratio(BUILD_ROWS.render, BUILD_ROWS.bare),
  },
  {
    what: 'rendering with provenance and scans / as many empty pages of Astro',
    limit: 1,
    measure: ratio(BUILD_ROWS.whole, BUILD_ROWS.bareWhole),
  },
  {
    what: 'after one changed article / everything',
    limit: 0.4,
    measure: ratio(BUILD_ROWS.again, BUILD_ROWS.everything),
  },
  {
    what: 'after another changed article / everything',
    limit: 0.4,
    measure: ratio(BUILD_ROWS.daily, BUILD_ROWS.everything),
  },
  {
    what: 'unrelated files rewritten after one changed article',
    limit: 0,
    measure: (row) => row(BUILD_ROWS.again)?.unrelated,
  },
  {
    what: 'unrelated files rewritten after another changed article',
    limit: 0,
    measure: (row) => row(BUILD_ROWS.daily)?.unrelated,
  },
  {
    what: 'time per article of everything, against the smallest archive of the run',
    limit: 1.15,
    measure: (row, rows) => {
      const same = rows.filter(({ what }) => what === BUILD_ROWS.everything);
      const least = same.toSorted((a, b) => a.articles - b.articles)[0];
      const now = row(BUILD_ROWS.everything);
      if (!now || !least || least === now) return undefined;
      return now.processor / now.articles / (least.processor / least.articles);
    },
  },
  {
    what: 'peak memory of the whole build, GB',
    limit: 2,
    measure: (row) => {
      const memory = row(BUILD_ROWS.everything)?.memory;
      return memory && memory / 1e9;
    },
  },
  {
    what: 'cleaning on one core, pages a second',
    limit: 150,
    atLeast: true,
    measure: (row) => {
      const pages = row('pages');
      return pages?.files && pages.files / pages.processor;
    },
  },
  {
    what: 'npm run check / reading and parsing the same files',
    limit: 3,
    measure: ratio(LOAD_ROWS.check, LOAD_ROWS.parse),
  },
  {
    // Asked for by nobody: our own reader does without the parsers wherever it can.
    what: 'npm run check / reading them with our own reader',
    limit: 3,
    measure: ratio(LOAD_ROWS.check, LOAD_ROWS.read),
  },
  {
    what: 'from an edit to the page that shows it, seconds',
    limit: 2,
    measure: (row) => row(PAGE_ROWS.seen)?.elapsed,
  },
  {
    what: 'the same, against a cold build',
    limit: 0.1,
    measure: (row) => {
      const [seen, cold] = [row(PAGE_ROWS.seen), row(PAGE_ROWS.cold)];
      return seen && cold && seen.elapsed / cold.elapsed;
    },
  },
];

/**
 * What is to be reached, and what was, as a table of Markdown; nothing where no row speaks of it.
 *
 * @param rows of one run
 */
export function tabulateTargets(rows: readonly BenchRow[]): string {
  const sizes = [...new Set(rows.map(({ articles }) => articles))].sort((a, b) => a - b);
  const lines = TARGETS.flatMap(({ what, limit, atLeast, measure }) => {
    const values = sizes.map((size) =>
      measure((wanted) => rows.find((row) => row.articles === size && row.what === wanted), rows),
    );
    if (values.every((value) => value === undefined)) return [];
    const cells = values.map((value) => {
      if (value === undefined) return '';
      const good = atLeast ? value >= limit : value <= limit;
      return `${value.toFixed(atLeast ? 0 : 2)}${good ? '' : ' ✗'}`;
    });
    return [`| ${[what, `${atLeast ? '≥' : '≤'} ${limit}`, ...cells].join(' | ')} |`];
  });
  if (lines.length === 0) return '';
  const head = ['figure', 'to reach', ...sizes.map((size) => `${size} articles`)];
  return [`| ${head.join(' | ')} |`, `|${' --- |'.repeat(head.length)}`, ...lines].join('\n');
}
