import { sliceStrand, trimStrand } from '../strand.ts';
import { endsWithNames, isByline, isCredit, isSource, matchCreditAtEnd } from './byline-forms.ts';
import { type BlocksState, makeRow, type Row, type RowKind } from './row.ts';

/** （上接01版）, (上接第1版), （下转A3版）: the jump line of a report that is continued. */
const JUMP =
  /[（(]?\s*(?:上接|下转|紧接|转自|转)\s*(?:第|本报)?\s*[A-D]?\s*([0-9]{1,2}|[一二三四五六七八九十]{1,2})\s*版\s*[）)]?/u;
const JUMP_ALONE = new RegExp(`^${JUMP.source}$`, 'u');
const JUMP_AT_START = /^[（(]上接[^）)]{0,8}版\s*[）)]/u;
const JUMP_AT_END = /[（(]下转[^）)]{0,8}版\s*[）)]$/u;

/** Longest line that says where a text was printed first. */
const LONGEST_SOURCE = 32;

function kindOf(text: string): RowKind | undefined {
  if (text.length > 60) return undefined;
  if (text.includes('版') && JUMP_ALONE.test(text)) return 'jump';
  if (isCredit(text)) return 'credit';
  if (isByline(text)) return 'byline';
  if (text.length <= LONGEST_SOURCE && isSource(text)) return 'source';
  return undefined;
}

/** Parts of a row that are of different kinds: a jump mark at the end of the last line of a paragraph. */
function cutRow(row: Row): Row[] {
  const text = row.strand.text;
  if (!text.includes('版')) return [row];
  const end = JUMP_AT_END.exec(text);
  if (end && end.index > 0) {
    return [
      makeRow(trimStrand(sliceStrand(row.strand, 0, end.index)), row.gap, {
        indented: row.indented,
        mark: row.mark,
      }),
      makeRow(sliceStrand(row.strand, end.index, text.length), 0, { kind: 'jump' }),
    ];
  }
  const start = JUMP_AT_START.exec(text);
  if (start && start[0].length < text.length) {
    return [
      makeRow(sliceStrand(row.strand, 0, start[0].length), row.gap, { kind: 'jump', indented: row.indented }),
      makeRow(trimStrand(sliceStrand(row.strand, start[0].length, text.length)), 0, { mark: row.mark }),
    ];
  }
  return [row];
}

// Two boxes that stand side by side come out as one line: “记者 丁一川 本报讯（…”, “…捧回省赛金杯 鼓声响处看争渡”.
// …才松 ▲尤万春在幕后操纵影人。: a picture beside the text.
const REPORT_INSIDE = /(?<=\S)\s+(?=本报讯[（(\s]|[▲△▼◀▶]\p{Script=Han})/u;
const MAY_DIVIDE = /本报讯|[▲△▼◀▶]/u;
const matchReportInside = (text: string): RegExpExecArray | null =>
  MAY_DIVIDE.test(text) ? REPORT_INSIDE.exec(text) : null;

/** Parts of a row that a report's dateline divides. */
function cutBeforeReport(row: Row): Row[] {
  const match = matchReportInside(row.strand.text);
  if (!match || match.index === 0) return [row];
  const left = trimStrand(sliceStrand(row.strand, 0, match.index));
  const right = sliceStrand(row.strand, match.index + match[0].length, row.strand.text.length);
  return [makeRow(left, row.gap, { indented: row.indented, mark: row.mark }), makeRow(right, 1)];
}

// …已申请发明专利11项。（本报 / 记者 陶知夏）: the line goes on with the bracket that the line before opened.
const OPENED = /[（(][^（）()]{0,24}$/u;
const CLOSES = /^[^（）()]*[）)]$/u;

/** Tells rows that their form gives away: jump lines, bylines, reprint sources and picture credits. */
export function markRows(state: BlocksState): BlocksState {
  let changed = state.rows.some((row) => matchReportInside(row.strand.text));
  const rows = state.rows.flatMap(cutBeforeReport).flatMap((row, i, all) => {
    if (row.kind !== 'text') return [row];
    const above = all[i - 1];
    const goesOn = CLOSES.test(row.strand.text) && above?.kind === 'text' && OPENED.test(above.strand.text);
    const kind = goesOn ? undefined : kindOf(row.strand.text);
    if (kind) {
      changed = true;
      return [{ ...row, kind }];
    }
    // A caption ends with its credit as a sentence with its full stop, a text with the names of those who wrote it.
    if (
      row.ending === 'none' &&
      (matchCreditAtEnd(row.strand.text) ||
        endsWithNames(row.strand.text, above?.kind === 'text' ? above.strand.text : ''))
    ) {
      changed = true;
      return [{ ...row, ending: 'stop' as const }];
    }
    const parts = cutRow(row);
    if (parts.length > 1) changed = true;
    return parts;
  });
  return changed ? { ...state, rows } : state;
}
