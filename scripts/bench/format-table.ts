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
 * What changed between two runs: processor time, memory, files and bytes of each row that both have, and which rows only
 * one has.
 *
 * @param before rows of an earlier run
 * @param now rows of this one
 */
export function compareRuns(before: readonly BenchRow[], now: readonly BenchRow[]): string {
  const old = new Map(before.map((row) => [nameOf(row), row]));
  const names = new Set(now.map(nameOf));
  const lines = now.flatMap((row) => {
    const was = old.get(nameOf(row));
    if (!was) return [];
    const cells = [
      row.part,
      row.what,
      row.articles,
      was.processor.toFixed(1),
      row.processor.toFixed(1),
      ratio(was.processor, row.processor),
      ratio(was.memory, row.memory),
      ratio(was.files, row.files),
      ratio(was.bytes, row.bytes),
    ];
    return [`| ${cells.join(' | ')} |`];
  });
  const tell = (label: string, rows: readonly BenchRow[]) =>
    rows.length === 0 ? [] : ['', `${label}: ${rows.map(nameOf).join('; ')}.`];
  return [
    '| part | what | articles | before s | now s | ratio | of memory | of files | of bytes |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...lines,
    ...tell(
      'Not before',
      now.filter((row) => !old.has(nameOf(row))),
    ),
    ...tell(
      'Not now',
      before.filter((row) => !names.has(nameOf(row)) && now.some(({ part }) => part === row.part)),
    ),
  ].join('\n');
}

const nameOf = ({ part, what, articles }: BenchRow): string => `${part}, ${what}, ${articles}`;

const ratio = (before: number | undefined, now: number | undefined): string =>
  before === undefined || now === undefined || before === 0 ? '' : (now / before).toFixed(2);
