import { meaningOf } from '../word-meanings.ts';
import type { ColumnRun } from './column-runs.ts';
import type { Row } from './row.ts';

/** So many rows tell what a block is about. */
const ABOUT = 8;
/** So many rows are looked through for a quotation that is open, and so many characters for a bracket. */
const QUOTATION_ROWS = 10;
const BRACKET_CHARACTERS = 60;
const OPEN_BRACKET = /[（(《][^（）()《》]*$/u;

/** How a column that breaks off ends. */
export interface ColumnEnd {
  readonly run: ColumnRun;
  readonly last: Row;
  /** What its last rows are about. */
  readonly about: Float64Array;
  /** Is a quotation open, as its last quotation mark says; undefined where there is none. */
  readonly quotation: boolean | undefined;
  readonly bracket: boolean;
}

/** How a column begins that may go on from another. */
export interface ColumnStart {
  readonly run: ColumnRun;
  readonly first: Row;
  /** The row below the first. */
  readonly second: Row | undefined;
  /** What its first rows are about. */
  readonly about: Float64Array;
  /** What it stands below, where that tells. */
  readonly below: 'belowBroken' | 'belowHeading' | undefined;
}

/** The broken ends of a page and the starts that may go on from them, each by its run. */
export interface ColumnEdges {
  readonly ends: ReadonlyMap<number, ColumnEnd>;
  readonly starts: ReadonlyMap<number, ColumnStart>;
}

const about = (rows: readonly Row[], from: number, to: number): Float64Array =>
  meaningOf(
    rows
      .slice(from, to)
      .map(({ strand }) => strand.text)
      .join(''),
  );

/** What is open where a run ends; a bracket before its last quotation mark does not count. */
function readOpen(rows: readonly Row[], run: ColumnRun): Pick<ColumnEnd, 'quotation' | 'bracket'> {
  let quotation: boolean | undefined;
  let text = '';
  for (let i = run.to - 1; i >= Math.max(run.from, run.to - QUOTATION_ROWS); i--) {
    const own = (rows[i] as Row).strand.text;
    if (text.length < BRACKET_CHARACTERS) text = own + text;
    const at = Math.max(own.lastIndexOf('“'), own.lastIndexOf('”'));
    if (at >= 0) {
      quotation = own[at] === '“';
      break;
    }
  }
  return { quotation, bracket: OPEN_BRACKET.test(text) };
}

function readEnd(rows: readonly Row[], run: ColumnRun): ColumnEnd {
  return {
    run,
    last: rows[run.to - 1] as Row,
    about: about(rows, Math.max(run.from, run.to - ABOUT), run.to),
    ...readOpen(rows, run),
  };
}

function readStart(rows: readonly Row[], run: ColumnRun, above: ColumnRun | undefined): ColumnStart {
  return {
    run,
    first: rows[run.from] as Row,
    second: rows[run.from + 1],
    about: about(rows, run.from, Math.min(run.to, run.from + ABOUT)),
    below: above?.brokenEnd ? 'belowBroken' : above?.heading ? 'belowHeading' : undefined,
  };
}

/** Reads how columns end that break off inside a sentence, and how those begin that may go on from them. */
export function readColumnEdges(rows: readonly Row[], runs: readonly ColumnRun[]): ColumnEdges {
  const ends = new Map<number, ColumnEnd>();
  const starts = new Map<number, ColumnStart>();
  runs.forEach((run, i) => {
    if (run.brokenEnd) ends.set(i, readEnd(rows, run));
    if (run.mayGoOn) starts.set(i, readStart(rows, run, runs[i - 1]));
  });
  return { ends, starts };
}
