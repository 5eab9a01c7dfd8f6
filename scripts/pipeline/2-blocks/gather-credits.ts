import { joinStrands } from '../strand.ts';
import { beginsAsPupil, isByline, isSource, matchCreditAtEnd } from './byline-forms.ts';
import { type BlocksState, makeRow, type Row } from './row.ts';

// …擒纵轮。温既白 / 摄: the last word of a credit alone on its line.
const REST_OF_CREDIT = /^(?:\p{Script=Han}{1,3}\s*)?(?:摄影|供图|摄|图)[）)]?$/u;

/** Longest rest of a credit. */
const LONGEST_REST = 6;

// …选刚成熟的草莓。通 / 讯员 祝小树 摄; …商量楼道粉刷的颜色。本报 / 记者 闵小川 摄: the line broke inside who took it.
const ROLE_BEGUN =
  /[。！？”）][（(]?(?:本报?|本报记|(?:本报|实习|见习)*记者?|通讯?|通讯员|摄影[：:]?|摄[/／])$/u;

// （原文刊载于《劳动时 / 报》）: the title of the other paper was too long for the line.
const HALF_OF_SOURCE = /^[（(](?:原文|原载|转载|摘自|选自|据|来源|转自)[^）)]*$/u;
const LONGEST_HALF = 14;

/** The source that two lines say together, if the first is half of one. */
function joinSource(last: Row, row: Row): Row | undefined {
  if (row.strand.text.length > LONGEST_HALF || !HALF_OF_SOURCE.test(last.strand.text)) return undefined;
  const strand = joinStrands([last.strand, row.strand]);
  return isSource(strand.text)
    ? { ...makeRow(strand, last.gap), indented: last.indented, mark: last.mark }
    : undefined;
}

// 海棠园小学三（4）班 陶小满 指导 / 教师 顾岚: who signs, and with whose help, was too long for the line.
const TEACHER = /^[（(]?(?:指?导)?(?:教师|老师)/u;
const LONGEST_NAMES = 14;

/** The pupil and the teacher that two lines name together. */
function joinPupil(last: Row, row: Row): Row | undefined {
  if (row.strand.text.length > LONGEST_NAMES || !beginsAsPupil(last.strand.text)) return undefined;
  if (isByline(last.strand.text) && !TEACHER.test(row.strand.text)) return undefined;
  for (const space of ['', ' ']) {
    const strand = joinStrands([last.strand, row.strand], () => space);
    if (isByline(strand.text))
      return { ...makeRow(strand, last.gap), indented: last.indented, mark: last.mark };
  }
  return undefined;
}

/** Puts the rest of a credit or of a source back to the line before, in which it began. */
export function gatherCredits(state: BlocksState): BlocksState {
  const { rows } = state;
  const gathered: Row[] = [];
  for (const row of rows) {
    const last = gathered.at(-1);
    const whole = last && (joinSource(last, row) ?? joinPupil(last, row));
    if (whole) {
      gathered[gathered.length - 1] = whole;
      continue;
    }
    const rest = row.strand.text.length <= LONGEST_REST && REST_OF_CREDIT.test(row.strand.text);
    if (last && (rest || ROLE_BEGUN.test(last.strand.text))) {
      const strand = joinStrands([last.strand, row.strand]);
      const match = matchCreditAtEnd(strand.text);
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
  return gathered.length < rows.length ? { ...state, rows: gathered } : state;
}
