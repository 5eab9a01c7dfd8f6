/**
 * A strand is a piece of text that knows where each of its characters stands in the scan: the base of
 * provenance. `runs` are `[from, to)` ranges of scan offsets (UTF-16 units) in the order of the text; a run
 * `[-1, n]` stands for `n` characters that a named rule put in (the one space of a two-part headline).
 */
export type Run = readonly [from: number, to: number];

export interface Strand {
  readonly text: string;
  readonly runs: readonly Run[];
}

/** Where in the scan each line begins, for turning offsets into `[line, from, to]`. */
export type LineStarts = readonly number[];

const lengthOf = (run: Run): number => (run[0] < 0 ? run[1] : run[1] - run[0]);

/** A strand over scan offsets `[from, from + text.length)`. */
export function makeStrand(text: string, from: number): Strand {
  return { text, runs: text.length > 0 ? [[from, from + text.length]] : [] };
}

/**
 * The parts `[from, to)` of a strand, in their order and none within another: in one go, for what was joined from thousands
 * of lines has thousands of runs.
 */
export function partStrand(strand: Strand, parts: readonly (readonly [number, number])[]): Strand[] {
  let next = 0;
  let at = 0; // characters before run `next`
  return parts.map(([from, to]) => {
    const runs: Run[] = [];
    for (; next < strand.runs.length; next++) {
      const run = strand.runs[next] as Run;
      const length = lengthOf(run);
      const start = Math.max(from - at, 0);
      const end = Math.min(to - at, length);
      if (start < end) runs.push(run[0] < 0 ? [-1, end - start] : [run[0] + start, run[0] + end]);
      // The next part may begin in this run.
      if (at + length > to) break;
      at += length;
    }
    return { text: strand.text.slice(from, to), runs };
  });
}

/** The part `[from, to)` of a strand: itself where that is all of it. */
export function sliceStrand(strand: Strand, from: number, to: number): Strand {
  if (from <= 0 && to >= strand.text.length) return strand;
  return partStrand(strand, [[from, to]])[0] as Strand;
}

/** Strands one after another; `joint` is put between two of them where it is not empty. */
export function joinStrands(
  strands: readonly Strand[],
  jointBetween: (left: Strand, right: Strand) => string = () => '',
): Strand {
  const first = strands[0];
  if (first === undefined) return { text: '', runs: [] };
  if (strands.length === 1) return first;
  const texts: string[] = [first.text];
  const runs: Run[] = [...first.runs];
  for (let i = 1; i < strands.length; i++) {
    const left = strands[i - 1] as Strand;
    const right = strands[i] as Strand;
    const joint = jointBetween(left, right);
    if (joint) {
      texts.push(joint);
      runs.push([-1, joint.length]);
    }
    texts.push(right.text);
    for (const run of right.runs) runs.push(run);
  }
  return { text: texts.join(''), runs };
}

/** The strand without the characters that `drops` holds (by index), and what was dropped. */
export function dropFromStrand(
  strand: Strand,
  drops: (index: number) => boolean,
): { kept: Strand; dropped: Strand } {
  const kept: [number, number][] = [];
  const dropped: [number, number][] = [];
  let start = 0;
  for (let i = 0; i < strand.text.length; i = start) {
    const drop = drops(i);
    start = i + 1;
    while (start < strand.text.length && drops(start) === drop) start++;
    (drop ? dropped : kept).push([i, start]);
  }
  return { kept: joinStrands(partStrand(strand, kept)), dropped: joinStrands(partStrand(strand, dropped)) };
}

/** The same places with another text of the same length: a replacement character for character. */
export function retextStrand(strand: Strand, text: string): Strand {
  if (text === strand.text) return strand;
  if (text.length !== strand.text.length) throw new Error('a replacement must keep the length of the text');
  return { text, runs: strand.runs };
}

/** A strand without spaces at its ends. */
export function trimStrand(strand: Strand): Strand {
  const from = strand.text.length - strand.text.trimStart().length;
  return sliceStrand(strand, from, Math.max(from, strand.text.trimEnd().length));
}

/** First scan offset of a strand, or -1 where it has none. */
export function startOf(strand: Strand): number {
  for (const run of strand.runs) if (run[0] >= 0) return run[0];
  return -1;
}

/** 1-based line of a scan offset. */
export function lineAt(starts: LineStarts, offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}

/** The spans `[line, from, to]` of a strand, neighbours in one line merged. */
export function spansOf(strand: Strand, starts: LineStarts): [number, number, number][] {
  const spans: [number, number, number][] = [];
  let line = 0;
  for (const [from, to] of strand.runs) {
    if (from < 0) continue;
    const here = starts[line - 1];
    const next = starts[line];
    if (here === undefined || from < here || (next !== undefined && from >= next))
      line = lineAt(starts, from);
    const base = starts[line - 1] as number;
    const last = spans[spans.length - 1];
    if (last && last[0] === line && last[2] === from - base) last[2] = to - base;
    else spans.push([line, from - base, to - base]);
  }
  return spans;
}
