import { endsSentence } from '../characters.ts';
import type { Run } from './cut-runs.ts';
import { UNWRAPPED } from './find-measures.ts';
import { DATELINE, PARAGRAPH_OPENER, SPEAKER } from './openers.ts';
import type { Row } from './row.ts';
import { INDENT } from './weigh-row.ts';

/** A row narrower than this (em) is no row of a column. */
const NARROWEST = 10;
/** A lone row narrower than this may be a heading. */
const NARROWEST_ALONE = 15;
/** Full rows of one measure differ so much: marks and digits give way. */
const APART = 1.2;
/** A heading has up to so many rows, and none of these marks. */
const HEADING_ROWS = 3;
const SENTENCE = /[，。；]/u;

/** Rows between two blank lines. */
export interface ColumnRun extends Run {
  readonly measure: number;
  /** It ends inside a sentence with a full row. */
  readonly brokenEnd: boolean;
  /** It looks as if it began inside one; it does not look as if it began a report or a paragraph. */
  readonly brokenStart: boolean;
  readonly mayGoOn: boolean;
  /** It looks like a heading. */
  readonly heading: boolean;
}

const JUMP = /[（(](?:上接|下转|紧接|转)[^）)]{0,8}版\s*[）)]/u;

function measureOf(rows: readonly Row[]): number {
  const widths = rows.filter((row) => !endsSentence(row.ending)).map((row) => row.width);
  if (widths.length < 2) return Math.max(0, ...rows.map((row) => row.width));
  widths.sort((a, b) => a - b);
  return widths[Math.floor(widths.length * 0.7)] as number;
}

function readRun(rows: readonly Row[], { from, to }: Run): ColumnRun {
  const own = rows.slice(from, to);
  const first = own[0] as Row;
  const last = own[own.length - 1] as Row;
  const measure = measureOf(own);
  const above = rows[from - 1]?.strand.text ?? '';
  const below = rows[to]?.strand.text ?? '';
  const text = first.strand.text;
  const sentence = own.some(({ strand }) => SENTENCE.test(strand.text));
  const column = measure <= UNWRAPPED && sentence;
  // The first row of a paragraph is two em short, and may be the last of its column.
  const beforeLast = own[own.length - 2];
  const fullWidth = beforeLast && endsSentence(beforeLast.ending) ? measure - INDENT : measure;
  const brokenEnd =
    column &&
    measure >= NARROWEST &&
    (own.length > 1 || measure >= NARROWEST_ALONE) &&
    !endsSentence(last.ending) &&
    last.width >= fullWidth - APART &&
    !/[：”）]$/u.test(last.strand.text) &&
    !JUMP.test(last.strand.text) &&
    !JUMP.test(below);
  const opens =
    DATELINE.test(text) ||
    PARAGRAPH_OPENER.test(text) ||
    SPEAKER.test(text) ||
    /^(?:编者按|记者|通讯员|文\/|——)/u.test(text);
  const full = first.width >= measure - 0.8;
  const brokenStart =
    column &&
    (measure >= NARROWEST || own.length === 1) &&
    !opens &&
    (endsSentence(first.ending) || (full && own.length > 1)) &&
    !JUMP.test(above) &&
    !first.indented;
  return {
    from,
    to,
    measure,
    brokenEnd,
    brokenStart,
    mayGoOn: !opens && !JUMP.test(above),
    heading: own.length <= HEADING_ROWS && !sentence,
  };
}

/** Which of the runs of a page end or begin inside a sentence. */
export function findColumnRuns(rows: readonly Row[], cut: readonly Run[]): ColumnRun[] {
  const runs = cut.map((run) => readRun(rows, run));
  // A heading may be as wide as a column, but seldom is: a lone row is broken where it has the measure of others.
  const measures = runs.filter(({ from, to }) => to - from >= 4).map(({ measure }) => measure);
  return runs.map((run) =>
    run.brokenEnd &&
    run.to - run.from < 2 &&
    !measures.some(
      (measure) => Math.abs(measure - run.measure) < 0.6 || Math.abs(measure - run.measure - INDENT) < 0.6,
    )
      ? { ...run, brokenEnd: false }
      : run,
  );
}
