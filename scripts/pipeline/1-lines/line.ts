import { makeStrand, type Strand, trimStrand } from '../strand.ts';

/** A line of the scan. `strand` is what is left of it, without spaces at its ends; '' is a blank line. */
export interface ScanLine {
  readonly number: number;
  readonly strand: Strand;
  /** The line began with a space: a new block of text in the PDF began here. */
  readonly indented: boolean;
  /** Nothing stood on the line but spaces (a line whose text was taken out is not blank). */
  readonly blank: boolean;
  /** Level of a Markdown heading mark that stood here, 0 for none. */
  readonly mark: number;
}

/** Characters that are not published, and why. */
export interface Dropped {
  readonly strand: Strand;
  readonly reason: string;
}

/** What the passes over lines work on. */
export interface LinesState {
  readonly lines: readonly ScanLine[];
  readonly removed: readonly Dropped[];
  readonly furniture: readonly Strand[];
}

/** Offsets at which the lines of a text begin. A file of lone carriage returns has lines too. */
export function startsOfLines(text: string): number[] {
  const mark = text.includes('\n') || !text.includes('\r') ? '\n' : '\r';
  const starts = [0];
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) starts.push(at + 1);
  return starts;
}

/** Cuts a text into its lines. */
export function cutLines(text: string, starts: readonly number[]): LinesState {
  const lines: ScanLine[] = [];
  for (let i = 0; i < starts.length; i++) {
    const from = starts[i] as number;
    const raw = text.slice(from, i + 1 < starts.length ? (starts[i + 1] as number) - 1 : text.length);
    const strand = trimStrand(makeStrand(raw, from));
    const blank = strand.text === '';
    lines.push({ number: i + 1, strand, indented: !blank && /^\s/u.test(raw), blank, mark: 0 });
  }
  return { lines, removed: [], furniture: [] };
}

/** The state with each non-blank line's strand replaced; lines for which `change` gives the same strand stay. */
export function mapLines(state: LinesState, change: (strand: Strand, line: ScanLine) => Strand): LinesState {
  let changed = false;
  const lines = state.lines.map((line) => {
    if (line.strand.text === '') return line;
    const strand = change(line.strand, line);
    if (strand === line.strand) return line;
    changed = true;
    return { ...line, strand };
  });
  return changed ? { ...state, lines } : state;
}
