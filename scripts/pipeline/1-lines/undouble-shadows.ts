import { dropFromStrand, joinStrands, type Strand, sliceStrand, trimStrand } from '../strand.ts';
import type { Dropped, LinesState, ScanLine } from './line.ts';

/** Longest run that was printed twice: captions break at every mark, so runs are short. */
const LONGEST_RUN = 40;
/** Longest caption looked at. */
const LONGEST_LINE = 400;
/** Most lines over which the copies of one caption lie. */
const MOST_LINES = 16;

/**
 * Cuts a text wholly into runs that stand twice (AABB), with spaces between them: the caption was drawn once
 * in grey as a shadow and once in black. Gives the second copies, or nothing where the text is not of that kind.
 * Where a caption goes on from a doubled line (… 温温 / 既白既白 摄摄), its rest may be short.
 */
function findCopies(text: string, goesOn = false): [number, number][] | undefined {
  const n = text.length;
  if (n < (goesOn ? 2 : 8) || n > LONGEST_LINE) return undefined;
  // The first character stands again where its run is repeated: most lines are seen to be single by that.
  const again = text.indexOf(text[0] as string, 1);
  if (text[0] !== ' ' && (again < 0 || again > LONGEST_RUN)) return undefined;
  // best[i]: fewest runs that cut text[i..] ; longest runs first, so that “人民人民” is one run.
  const best = new Int32Array(n + 1).fill(-1);
  const take = new Int32Array(n + 1);
  best[n] = 0;
  for (let i = n - 1; i >= 0; i--) {
    if (text[i] === ' ') {
      best[i] = best[i + 1] as number;
      continue;
    }
    for (let half = Math.min(LONGEST_RUN, (n - i) >> 1); half >= 1; half--) {
      const rest = best[i + 2 * half] as number;
      if (rest < 0 || ((best[i] as number) >= 0 && (best[i] as number) <= rest + 1)) continue;
      if (text.startsWith(text.slice(i, i + half), i + half)) {
        best[i] = rest + 1;
        take[i] = half;
      }
    }
  }
  if ((best[0] as number) < (goesOn ? 1 : 2)) return undefined;
  const copies: [number, number][] = [];
  let longest = 0;
  for (let i = 0; i < n; ) {
    if (text[i] === ' ') {
      i++;
      continue;
    }
    const half = take[i] as number;
    const run = text.slice(i, i + half);
    if (new Set(run).size > 1) longest = Math.max(longest, half);
    copies.push([i + half, i + 2 * half]);
    i += 2 * half;
  }
  // 高高兴兴，平平安安 doubles characters; a shadow doubles words.
  return longest >= 3 || goesOn ? copies : undefined;
}

function drop(strand: Strand, copies: readonly [number, number][]): { kept: Strand; dropped: Strand } {
  let k = 0;
  return dropFromStrand(strand, (i) => {
    while (k < copies.length && (copies[k] as [number, number])[1] <= i) k++;
    const copy = copies[k];
    return copy !== undefined && i >= copy[0] && i < copy[1];
  });
}

/** pdftotext breaks the copies into lines of their own: “初春时节 / 初春时节， / ，白鹭湖…”. */
function findCopiesOverLines(
  lines: readonly ScanLine[],
  from: number,
): { to: number; copies: [number, number][]; strand: Strand } | undefined {
  const first = (lines[from] as ScanLine).strand.text;
  const second = lines[from + 1]?.strand.text ?? '';
  if (first.length < 2 || !second.startsWith(first)) return undefined;
  let found: { to: number; copies: [number, number][]; strand: Strand } | undefined;
  for (let to = from + 2; to <= Math.min(from + MOST_LINES, lines.length); to++) {
    if (lines[to - 1]?.strand.text === '') break;
    const strand = joinStrands(lines.slice(from, to).map((line) => line.strand));
    const copies = findCopies(strand.text);
    if (copies) found = { to, copies, strand };
  }
  return found;
}

/** Drops the shadow copies of captions, run by run, punctuation too. */
export function undoubleShadows(state: LinesState): LinesState {
  const removed: Dropped[] = [];
  const lines = [...state.lines];
  let doubled = false;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as ScanLine;
    if (line.strand.text.length < 2) {
      if (line.strand.text !== '') doubled = false;
      continue;
    }
    const copies = findCopies(line.strand.text, doubled);
    doubled = copies !== undefined;
    if (copies) {
      const { kept, dropped } = drop(line.strand, copies);
      removed.push({ strand: dropped, reason: 'shadow' });
      lines[i] = { ...line, strand: trimStrand(kept) };
      continue;
    }
    const over = findCopiesOverLines(lines, i);
    if (over) {
      doubled = true;
      const { kept, dropped } = drop(over.strand, over.copies);
      removed.push({ strand: dropped, reason: 'shadow' });
      lines[i] = { ...line, strand: trimStrand(kept) };
      for (let k = i + 1; k < over.to; k++) {
        const copy = lines[k] as ScanLine;
        lines[k] = { ...copy, strand: sliceStrand(copy.strand, 0, 0) };
      }
      i = over.to - 1;
    }
  }
  return removed.length > 0 ? { ...state, lines, removed: [...state.removed, ...removed] } : state;
}
