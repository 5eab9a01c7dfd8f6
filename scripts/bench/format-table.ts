import type { BenchRow } from './bench-part.ts';

const MB = 1e6;

/**
 * The rows as a table of Markdown. `growth` is the time per article against the smallest size of the same row.
 */
export function formatTable(rows: readonly BenchRow[]): string {
  const head = [
    'part',
    'what',
    'articles',
    'articles/s',
    'processor s',
    'peak MB',
    'files',
    'pages',
    'MB',
    'rewritten',
    'growth',
  ];
  const body = rows.map((row) => [
    row.part,
    row.what,
    String(row.articles),
    (row.articles / row.processor).toFixed(0),
    row.processor.toFixed(1),
    row.memory === undefined ? '' : (row.memory / MB).toFixed(0),
    row.files === undefined ? '' : String(row.files),
    row.pages === undefined ? '' : String(row.pages),
    row.bytes === undefined ? '' : (row.bytes / MB).toFixed(1),
    row.rewritten === undefined ? '' : String(row.rewritten),
    growthOf(row, rows),
  ]);
  return [head, head.map(() => '---'), ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function growthOf(row: BenchRow, rows: readonly BenchRow[]): string {
  const same = rows.filter(({ part, what }) => part === row.part && what === row.what);
  const smallest = same.reduce((least, each) => (each.articles < least.articles ? each : least));
  if (smallest === row) return '';
  return (row.processor / row.articles / (smallest.processor / smallest.articles)).toFixed(2);
}

/**
 * What changed between two runs: processor time of each row that both have.
 *
 * @param before rows of an earlier run
 * @param now rows of this one
 */
export function compareRuns(before: readonly BenchRow[], now: readonly BenchRow[]): string {
  const lines = now.flatMap((row) => {
    const old = before.find(
      ({ part, what, articles }) => part === row.part && what === row.what && articles === row.articles,
    );
    if (!old) return [];
    const ratio = row.processor / old.processor;
    return [
      `| ${row.part} | ${row.what} | ${row.articles} | ${old.processor.toFixed(1)} | ${row.processor.toFixed(1)} | ${ratio.toFixed(2)} |`,
    ];
  });
  return [
    '| part | what | articles | before s | now s | ratio |',
    '| --- | --- | --- | --- | --- | --- |',
    ...lines,
  ].join('\n');
}
