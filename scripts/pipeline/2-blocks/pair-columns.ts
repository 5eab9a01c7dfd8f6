import { cannotBegin, endsSentence, isWide } from '../characters.ts';
import { breaksWord, likeness } from '../word-meanings.ts';
import type { ColumnRun } from './column-runs.ts';
import type { PagePairs } from './page-pairs.ts';
import type { Row } from './row.ts';
import { INDENT } from './weigh-row.ts';

/** Most broken ends and starts of a page: more show that its blank lines do not divide blocks. */
const MOST_BROKEN = 10;

/** What speaks for a block going on from another, in nats. */
const SIGN = {
  both: 4,
  pair: 2.5,
  word: 1.8,
  noWord: -0.6,
  /** Both ends are cut inside a sentence behind a mark: nothing is known. */
  mark: 0,
  quotation: 2.5,
  wrongQuotation: -3,
  bracket: 2.5,
  wrongBracket: -2.5,
  /** They are about one thing: cosine of what their words mean, less what two blocks of a page usually show. */
  likeness: 3,
  usual: 0.3,
  measure: 1,
  wrongMeasure: -2.5,
  /** They stand one after the other as it is. */
  next: 2.5,
  /** Each block between them. */
  away: -0.02,
} as const;
/** A pair needs so much, and the best pairing without it must be so much worse. */
const ENOUGH = 2.5;
const MARGIN = 1;

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

/** Evidence (nats) that a run goes on from the end of one column at the start of another. */
function weighEnds(rows: readonly Row[], end: ColumnRun, start: ColumnRun, pairs: PagePairs): number {
  const before = rows[end.to - 1] as Row;
  const after = rows[start.from] as Row;
  const left = before.strand.text;
  const right = after.strand.text;
  if (cannotBegin(right[0] as string) && !'”’'.includes(right[0] as string)) return -9;
  let score = 0;
  const last = left.charCodeAt(left.length - 1);
  const first = right.charCodeAt(0);
  if (before.ending === 'inner') score += SIGN.mark;
  else {
    const seen = pairs.haveAcross(left, right);
    const known = isWide(last) && isWide(first) && breaksWord(left, right);
    score += seen ? (known ? SIGN.both : SIGN.pair) : known ? SIGN.word : SIGN.noWord;
    if (/[0-9]$/u.test(left) && !/^[0-9\p{Script=Han}.%]/u.test(right)) score -= 1;
  }
  const open = openAtEnd(rows, end);
  const mark = /[“”]/u.exec(right + (rows[start.from + 1]?.strand.text ?? ''))?.[0];
  if (open.quotation < 2 && mark) {
    if ((open.quotation === 1) !== (mark === '”')) score += SIGN.wrongQuotation;
    else if (mark === '”') score += SIGN.quotation;
  }
  const closes = /^[^（）()《》]*[）)》]/u.test(right);
  if (open.bracket && closes) score += SIGN.bracket;
  else if (open.bracket !== closes) score += SIGN.wrongBracket;
  // Where the only full rows of a block are first rows of paragraphs, its measure is two em more.
  const apart = [end.measure - start.measure];
  if (end.to - end.from < 4) apart.push(end.measure + INDENT - start.measure);
  if (start.to - start.from < 4) apart.push(end.measure - start.measure - INDENT);
  const off = Math.min(...apart.map(Math.abs));
  if (start.to - start.from > 1 || !endsSentence(after.ending)) {
    if (off < 0.8) score += SIGN.measure;
    else if (off > 1.5) score += SIGN.wrongMeasure;
  }
  score += SIGN.likeness * (likeness(end.endsWith, start.beginsWith) - SIGN.usual);
  return score;
}

/** The pairs of ends and starts whose scores above 0 sum to most; by end, its start or −1. */
function assign(scores: readonly (readonly number[])[]): { sum: number; pairs: number[] } {
  const count = scores[0]?.length ?? 0;
  const sets = 1 << scores.length;
  let sums = new Float64Array(sets).fill(-Infinity);
  sums[0] = 0;
  const taken: Int8Array[] = [];
  for (let s = 0; s < count; s++) {
    const next = Float64Array.from(sums);
    const by = new Int8Array(sets).fill(-1);
    for (let set = 0; set < sets; set++) {
      const sum = sums[set] as number;
      if (sum === -Infinity) continue;
      scores.forEach((row, e) => {
        const score = row[s] as number;
        const bit = 1 << e;
        if (score <= 0 || (set & bit) !== 0 || sum + score <= (next[set | bit] as number)) return;
        next[set | bit] = sum + score;
        by[set | bit] = e;
      });
    }
    sums = next;
    taken.push(by);
  }
  let set = sums.reduce((best, sum, at) => (sum > (sums[best] as number) ? at : best), 0);
  const sum = sums[set] as number;
  const pairs: number[] = scores.map(() => -1);
  for (let s = count - 1; s >= 0; s--) {
    const e = (taken[s] as Int8Array)[set] as number;
    if (e < 0) continue;
    pairs[e] = s;
    set &= ~(1 << e);
  }
  return { sum, pairs };
}

/** Which run goes on from which: by run, the run behind it, −1 where it is the next or none. */
export function findLinks(rows: readonly Row[], runs: readonly ColumnRun[], pairs: PagePairs): Int32Array {
  const links = new Int32Array(runs.length).fill(-1);
  const ends = [...runs.keys()].filter((i) => (runs[i] as ColumnRun).brokenEnd);
  const starts = [...runs.keys()].filter((i) => (runs[i] as ColumnRun).brokenStart);
  if (ends.length === 0 || ends.length > MOST_BROKEN || starts.length > MOST_BROKEN * 3) return links;
  const scoreOf = (end: number, start: number): number =>
    weighEnds(rows, runs[end] as ColumnRun, runs[start] as ColumnRun, pairs) +
    (start === end + 1 ? SIGN.next : SIGN.away * Math.abs(start - end));
  const scores = ends.map((end) => starts.map((start) => (start === end ? -Infinity : scoreOf(end, start))));
  const best = assign(scores);
  best.pairs.forEach((s, e) => {
    const score = s < 0 ? -Infinity : ((scores[e] as number[])[s] as number);
    if (score < ENOUGH) return;
    const without = scores.map((row, i) =>
      i === e ? row.map((other, k) => (k === s ? -Infinity : other)) : row,
    );
    const margin = best.sum - assign(without).sum;
    const end = ends[e] as number;
    const start = starts[s] as number;
    if (margin >= MARGIN && start !== end + 1) links[end] = start;
  });
  return links;
}
