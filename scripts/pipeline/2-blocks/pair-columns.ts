import { cannotBegin, endsSentence } from '../characters.ts';
import { likeness, meaningOf } from '../word-meanings.ts';
import { assignPairs } from './assign-pairs.ts';
import type { ColumnRun } from './column-runs.ts';
import type { PagePairs } from './page-pairs.ts';
import type { Row } from './row.ts';
import { readSharedPairs } from './shared-pairs.ts';
import { weighGoingOn } from './weigh-going-on.ts';
import { INDENT } from './weigh-row.ts';

/** Most broken ends of a page: more show that its blank lines do not divide blocks. */
const MOST_BROKEN = 60;
/** So much likelier (nats) another run must be than the next, or than none: most pages were read in order. */
const MARGIN = 1;

/**
 * What speaks for a run going on from another, in nats: fitted (a choice among all starts of the page and none, ridge) on
 * 324 torn columns of 76 typeset pages of four papers, as pdftotext read them. On 76 pages of four other papers 94 of 153
 * columns that do not go on in the next run are joined to the right one, and 23 ends to a wrong one.
 */
const SIGN = {
  none: -2.8,
  goesOn: 1.1,
  /** Behind a mark the characters say less. */
  goesOnBehindMark: 0.45,
  quotation: 2.1,
  wrongQuotation: -1.5,
  wrongBracket: -1.25,
  measure: 0.35,
  wrongMeasure: -2.2,
  /** They are about one thing: cosine of what their words mean. */
  likeness: 2.1,
  /** They name what no other part of the page names: logarithm of how many pairs of characters. */
  shared: 1,
  /** They stand one after the other as it is, or one or two others stand between them. */
  next: 2.5,
  second: 1.6,
  third: 0.9,
  /** It stands further down, and each doubling of the distance (natural logarithm). */
  down: 0.9,
  away: -0.8,
  /** It stands below a row that breaks off, or below a heading. */
  belowBroken: -1.2,
  belowHeading: -1.1,
  broken: 2.3,
  /** Columns of one report have as many rows. */
  rows: 1.7,
} as const;
type Sign = keyof typeof SIGN;

/** So many rows tell what a block is about. */
const ABOUT = 8;
/** A heading has up to so many rows, and none of these marks. */
const HEADING_ROWS = 3;
const SENTENCE = /[，。；]/u;

function openAtEnd(rows: readonly Row[], run: ColumnRun): { quotation: number; bracket: boolean } {
  let quotation = 2;
  let text = '';
  for (let i = run.to - 1; i >= Math.max(run.from, run.to - 10); i--) {
    const own = (rows[i] as Row).strand.text;
    if (text.length < 60) text = own + text;
    const at = Math.max(own.lastIndexOf('“'), own.lastIndexOf('”'));
    if (at >= 0) {
      quotation = own[at] === '“' ? 1 : 0;
      break;
    }
  }
  return { quotation, bracket: /[（(《][^（）()《》]*$/u.test(text) };
}

const isHeading = (rows: readonly Row[], run: ColumnRun | undefined): boolean =>
  run !== undefined &&
  run.to - run.from <= HEADING_ROWS &&
  rows.slice(run.from, run.to).every(({ strand }) => !SENTENCE.test(strand.text));

/** The signs that tell whether a run goes on from another. */
function readSigns(
  rows: readonly Row[],
  runs: readonly ColumnRun[],
  pairs: PagePairs,
): {
  ends: readonly number[];
  starts: readonly number[];
  signsOf(end: number, start: number): [Sign, number][];
} {
  const ends = [...runs.keys()].filter((i) => (runs[i] as ColumnRun).brokenEnd);
  if (ends.length === 0 || ends.length > MOST_BROKEN) return { ends: [], starts: [], signsOf: () => [] };
  const starts = [...runs.keys()].filter((i) => (runs[i] as ColumnRun).mayGoOn);
  const shared = readSharedPairs(rows, runs);
  const about = (from: number, to: number): Float64Array =>
    meaningOf(
      rows
        .slice(from, to)
        .map(({ strand }) => strand.text)
        .join(''),
    );
  const endings = new Map(
    ends.map((i) => {
      const run = runs[i] as ColumnRun;
      return [
        i,
        { run, about: about(Math.max(run.from, run.to - ABOUT), run.to), open: openAtEnd(rows, run) },
      ];
    }),
  );
  const beginnings = new Map(
    starts.map((i) => {
      const run = runs[i] as ColumnRun;
      return [
        i,
        {
          run,
          about: about(run.from, Math.min(run.to, run.from + ABOUT)),
          below: runs[i - 1]?.brokenEnd
            ? 'belowBroken'
            : isHeading(rows, runs[i - 1])
              ? 'belowHeading'
              : undefined,
        } as const,
      ];
    }),
  );
  const signsOf = (e: number, s: number): [Sign, number][] => {
    const { run: end, about: endsWith, open } = endings.get(e) as NonNullable<ReturnType<typeof endings.get>>;
    const {
      run: start,
      about: beginsWith,
      below,
    } = beginnings.get(s) as NonNullable<ReturnType<typeof beginnings.get>>;
    const before = rows[end.to - 1] as Row;
    const after = rows[start.from] as Row;
    const left = before.strand.text;
    const right = after.strand.text;
    const signs: [Sign, number][] = [['none', 1]];
    const add = (sign: Sign, value: number | boolean): void => {
      if (value) signs.push([sign, Number(value)]);
    };
    add(before.ending === 'inner' ? 'goesOnBehindMark' : 'goesOn', weighGoingOn(left, right, pairs));
    const mark = /[“”]/u.exec(right + (rows[start.from + 1]?.strand.text ?? ''))?.[0];
    if (open.quotation < 2 && mark) {
      add('wrongQuotation', (open.quotation === 1) !== (mark === '”'));
      add('quotation', open.quotation === 1 && mark === '”');
    }
    add('wrongBracket', open.bracket !== /^[^（）()《》]*[）)》]/u.test(right));
    // Where the only full rows of a block are first rows of paragraphs, its measure is two em more.
    const apart = [end.measure - start.measure];
    if (end.to - end.from < 4) apart.push(end.measure + INDENT - start.measure);
    if (start.to - start.from < 4) apart.push(end.measure - start.measure - INDENT);
    const off = Math.min(...apart.map(Math.abs));
    if (start.to - start.from > 1 || !endsSentence(after.ending)) {
      add('measure', off < 0.8);
      add('wrongMeasure', off > 1.5);
    }
    add('likeness', likeness(endsWith, beginsWith));
    add('shared', Math.log1p(shared.between(e, s)));
    const distance = s - e;
    add('next', distance === 1);
    add('second', distance === 2);
    add('third', distance === 3);
    add('down', distance > 3);
    add('away', Math.log(Math.abs(distance)));
    if (below) add(below, true);
    add('broken', start.brokenStart);
    add('rows', end.to - end.from === start.to - start.from);
    return signs;
  };
  return { ends, starts, signsOf };
}

/** Which run goes on from which: by run, the run behind it, −1 where it is the next or none. */
export function findLinks(
  rows: readonly Row[],
  runs: readonly ColumnRun[],
  pagePairs: PagePairs,
): Int32Array {
  const links = new Int32Array(runs.length).fill(-1);
  const { ends, starts, signsOf } = readSigns(rows, runs, pagePairs);
  if (ends.length === 0) return links;
  const gains = ends.map((end) =>
    starts.map((start) => {
      const first = (rows[(runs[start] as ColumnRun).from] as Row).strand.text.charAt(0);
      if (start === end || (cannotBegin(first) && !'”’'.includes(first))) return -Infinity;
      let gain = 0;
      for (const [sign, value] of signsOf(end, start)) gain += SIGN[sign] * value;
      return gain;
    }),
  );
  const pairs = assignPairs(gains);
  pairs.forEach((s, e) => {
    const end = ends[e] as number;
    const start = starts[s] ?? -1;
    if (start < 0 || start === end + 1) return;
    const own = gains[e] as number[];
    const next = starts.indexOf(end + 1);
    const staying = pairs.includes(next) ? 0 : Math.max(0, own[next] ?? 0);
    if ((own[s] as number) - staying >= MARGIN) links[end] = start;
  });
  return links;
}
