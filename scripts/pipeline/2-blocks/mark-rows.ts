import { joinStrands, sliceStrand, trimStrand } from '../strand.ts';
import { type BlocksState, makeRow, type Row, type RowKind } from './row.ts';

/** （上接01版）, (上接第1版), （下转A3版）: the jump line of a report that is continued. */
export const JUMP =
  /[（(]?\s*(?:上接|下转|紧接|转自|转)\s*(?:第|本报)?\s*[A-D]?\s*([0-9]{1,2}|[一二三四五六七八九十]{1,2})\s*版\s*[）)]?/u;
const JUMP_ALONE = new RegExp(`^${JUMP.source}$`, 'u');
const JUMP_AT_START = /^[（(]上接[^）)]{0,8}版\s*[）)]/u;
const JUMP_AT_END = /[（(]下转[^）)]{0,8}版\s*[）)]$/u;

const NAME = '\\p{Script=Han}{2,4}(?:·\\p{Script=Han}{2,6})?';
const NAMES = `${NAME}(?:[\\s、/／,，]+(?:${NAME}))*`;
const ROLE = '(?:本报|实习|见习|特约|首席|融媒体?|全媒体?)*(?:记者|通讯员|评论员|撰稿人|撰稿|编辑|作者)';
/** 本报记者 许念; 记者 罗嘉禾 通讯员 范小舟; 文/罗嘉禾; 作者：… on a line of their own. */
const BYLINE_ROW = new RegExp(
  `^(?:(?:□|■|◎|●)?\\s*[（(]?${ROLE}\\s*[：:/／]?\\s*${NAMES}(?:\\s*${ROLE}\\s*[：:/／]?\\s*${NAMES})*(?:\\s*(?:文/图|文/摄|文并摄|文|整理))?[）)]?|(?:□|■|◎|●)?\\s*(?:文|撰文|图文|文图|文/图|整理|采写|执笔)\\s*[/／：:|｜]\\s*(?:${ROLE}\\s*)?${NAMES}(?:\\s*${ROLE}\\s*${NAMES})*)$`,
  'u',
);
/** （原文刊载于《北京日报》）, 据新华社, 来源：… */
const SOURCE_ROW =
  /^[（(]?(?:原文(?:刊载|刊发|载|刊)[于自]|原载(?:于)?|转载自|摘自|选自|据|来源[：:]|转自)\s*《?[^》。]{2,20}》?[^。]{0,12}[）)]?$/u;
/** 摄/欧阳树辰, 苏野 摄, 图/白露, 区融媒体中心供图 */
const CREDIT_ROW = new RegExp(
  `^(?:(?:摄|摄影|图|供图|图片|摄影报道)\\s*[/／：:]\\s*(?:${ROLE}\\s*)?${NAMES}|[（(]?(?:${ROLE}\\s*|\\p{Script=Han}{2,14}(?:中心|办|局|委|街道|镇|社)\\s+)?${NAME}(?:[\\s、]${NAME}){0,2}\\s*[/／]?\\s*(?:摄影报道|摄影|供图|摄|图)[）)]?|\\p{Script=Han}{2,14}供图)$`,
  'u',
);

/** 。苏野 摄, （白露摄）, 。摄/苏野: the credit at the end of a caption. */
export const CREDIT_AT_END = new RegExp(
  `(?<=[。！？”）)])\\s*((?:(?:本报|实习)?(?:记者|通讯员)\\s*)?${NAME}(?:[\\s、]${NAME}){0,2}\\s*[/／]?\\s*(?:摄影报道|摄影|供图|摄|图)|[（(](?:(?:本报)?(?:记者|通讯员)\\s*)?${NAME}\\s*(?:摄影|供图|摄)[）)]|(?:摄|图|摄影)[/／：:]\\s*${NAME}|\\p{Script=Han}{2,12}供图)\\s*$`,
  'u',
);

// …擒纵轮。温既白 / 摄: the last word of a credit alone on its line.
const REST_OF_CREDIT = /^(?:\p{Script=Han}{1,3}\s*)?(?:摄影|供图|摄|图)[）)]?$/u;

function kindOf(text: string): RowKind | undefined {
  if (text.length > 60) return undefined;
  if (JUMP_ALONE.test(text)) return 'jump';
  if (CREDIT_ROW.test(text)) return 'credit';
  if (BYLINE_ROW.test(text)) return 'byline';
  if (SOURCE_ROW.test(text) && text.length <= 32 && /[《：:]|新华社|^[（(]/u.test(text)) return 'source';
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
const REPORT_INSIDE = /(?<=\S)\s+(?=本报讯[（(\s])/u;

/** Parts of a row that a report's dateline divides. */
function cutBeforeReport(row: Row): Row[] {
  const match = REPORT_INSIDE.exec(row.strand.text);
  if (!match || match.index === 0) return [row];
  const left = trimStrand(sliceStrand(row.strand, 0, match.index));
  const right = sliceStrand(row.strand, match.index + match[0].length, row.strand.text.length);
  return [makeRow(left, row.gap, { indented: row.indented, mark: row.mark }), makeRow(right, 1)];
}

/** Puts the rest of a credit back to its line. */
function gatherCredits(rows: readonly Row[]): readonly Row[] {
  const gathered: Row[] = [];
  for (const row of rows) {
    const last = gathered.at(-1);
    if (last && row.strand.text.length <= 6 && REST_OF_CREDIT.test(row.strand.text)) {
      const strand = joinStrands([last.strand, row.strand]);
      const match = CREDIT_AT_END.exec(strand.text);
      if (match && match[0].length > row.strand.text.length) {
        gathered[gathered.length - 1] = {
          ...makeRow(strand, last.gap),
          indented: last.indented,
          mark: last.mark,
        };
        continue;
      }
    }
    gathered.push(row);
  }
  return gathered.length < rows.length ? gathered : rows;
}

/** Tells rows that their form gives away: jump lines, bylines, reprint sources and picture credits. */
export function markRows(state: BlocksState): BlocksState {
  const gathered = gatherCredits(state.rows);
  let changed = gathered !== state.rows || state.rows.some((row) => REPORT_INSIDE.test(row.strand.text));
  const rows = gathered.flatMap(cutBeforeReport).flatMap((row) => {
    if (row.kind !== 'text') return [row];
    const kind = kindOf(row.strand.text);
    if (kind) {
      changed = true;
      return [{ ...row, kind }];
    }
    // A caption ends with its credit as a sentence with its full stop.
    if (row.ending === 'none' && CREDIT_AT_END.test(row.strand.text)) {
      changed = true;
      return [{ ...row, ending: 'stop' as const }];
    }
    const parts = cutRow(row);
    if (parts.length > 1) changed = true;
    return parts;
  });
  return changed ? { ...state, rows } : state;
}
