import { endsSentence, openMarks } from '../characters.ts';
import { isSignature, LETTER_WRITER, READERS } from './byline-forms.ts';
import { isUnwrapped } from './find-measures.ts';
import { OFFICE_ENDS } from './offices.ts';
import { ATTENDED } from './openers.ts';
import type { BlocksState, Row, RowForm } from './row.ts';
import { INDENT } from './weigh-row.ts';

/**
 * 编辑同志：, 尊敬的居民朋友们：: whom a letter or a notice addresses. A row of a longer sentence may
 * end so, too: the row above must have ended one, or the words must be such as only address.
 */
const SALUTATION = new RegExp(
  `^(?:尊敬的|敬爱的|亲爱的|各位|广大|致)?[\\p{Script=Han}、，]{0,14}(?:${READERS}|同志|朋友|先生|女士|老师|同学|单位|企业|编辑|记者|们)(?:们)?：$`,
  'u',
);
/** 各位老师、同学们：: a speech may begin right under its headline, which has no mark at its end. */
const ADDRESSES = /^(?:尊敬的|敬爱的|亲爱的|各位|同志们|编辑)/u;
/** 2025年9月25日 on a line of its own, below a notice. */
const DATE_LINE =
  /^(?:\d{4}|[〇○零一二三四五六七八九]{4})年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日$/u;
/** Who signs a notice. */
const OFFICE = new RegExp(`^[\\p{Script=Han}（）《》、\\s]{4,30}(?:${OFFICE_ENDS})$`, 'u');
/** A company that signs: no headline is nothing but its name. */
const COMPANY = /公司$/u;
/** 编辑您好：, 您好！: a greeting. Unlike a salutation it is no part of another sentence: what stands above is not asked. */
const GREETING = /^\p{Script=Han}{0,8}(?:您|你|你们)好[：！]$/u;
/**
 * 区领导蒋达峰、田涛参加会议。, 副区长苗若兰陪同检查。: who was there, a last paragraph on one row. It must also
 * begin so: an end as `CLOSER` seeks it in whole paragraphs may, on a row, be that of a longer sentence.
 */
const ATTENDANCE = new RegExp(
  `^(?:其他|区领导|市领导|区委|区政协|区人大|副?区长|副?市长|(?:市、?)?区有关部门|有关部门|街道|各街镇)[^。；]{0,28}(?:${ATTENDED})[^。，；]{0,8}。$`,
  'u',
);
/** 24小时服务热线：66019610, 投稿邮箱：…: where to turn to. */
const CONTACT =
  /^[^，。：]{0,12}(?:热线|电话|邮箱|网址|地址|时间|地点|方式|费用|票价|传真|邮编|联系人|公众号)：/u;
/** （未完待续）, （读者 万先生）: what stands in brackets below a text. */
const BRACKETED = /^（[^（）]{2,24}）$/u;
/** 9月28日 below a signature. */
const DAY_LINE = /^\d{1,2}月\d{1,2}日$/u;
/** 特此通告。此致 敬礼 */
const FORMULA =
  /^(?:特此(?:公告|通告|通知|公示|声明|说明|函告)|此致|敬礼|谨此|专此|以上公告|现予公告|现予以公告)[。！]?$/u;
/** 敬礼: the letter is over, who wrote it comes next. */
const SALUTES = /^(?:此致\s*)?敬礼[。！]?$/u;
/** 【案例二】理发卡“一经售出概不退换”: the head of a part; its text is set wider. */
const PART_HEAD = /^【[^】]{2,}】/u;
const WIDER = 3;
/** A line of verse: two halves of one length. */
const VERSE = /^(\p{Script=Han}{4,8})[，、；]\s*(\p{Script=Han}{4,8})[。！？；，]?$/u;

const isVerse = (text: string): boolean => {
  const halves = VERSE.exec(text);
  return halves !== null && halves[1]?.length === halves[2]?.length;
};

/** 公告, 逾期不再受理: words of a notice, near its end; 来信收悉, 感谢您的监督: of an answer that an office signs. */
const NOTICE = /公告|通告|通知|公示|特此|逾期|受理|启事|报名|来信收悉|答复|感谢您|您反映/u;
/** So many rows above the one who signs may have them. */
const NOTICE_LINES = 14;
/** Longest name of an office that signs. */
const SIGNED = 16;

/** 樟亭区水务局; 樟亭区水务局 樟亭区自来水有限公司: does the row name who signs, and nothing else? */
const namesSigners = (text: string): boolean =>
  OFFICE.test(text) && text.split(/\s+/u).every((name) => name.length <= SIGNED);

/** Is the row a date of that form, its spaces left aside? */
const isDate = (form: RegExp, row: Row | undefined): boolean => {
  const text = row?.strand.text ?? '';
  return text.includes('日') && form.test(text.replace(/\s/gu, ''));
};

const isContact = (text: string): boolean => text.includes('：') && CONTACT.test(text);

const isNotice = (rows: readonly Row[], i: number): boolean =>
  rows.slice(Math.max(0, i - NOTICE_LINES), i).some((row) => NOTICE.test(row.strand.text));

/** So many rows beside a row tell how wide its column is. */
const BESIDE = 3;
/** Rows of one column differ by so much (em): the setter squeezes and stretches. */
const PLAY = 0.6;
/** Longer rows (characters) are of no form. */
const LONGEST = 32;

/** Width of the widest of the rows beside a row, up to the last of them. */
function widestOf(rows: readonly Row[], from: number, to: number): number {
  return rows
    .slice(Math.max(0, from), to)
    .reduce((widest, row) => (row.kind === 'text' ? Math.max(widest, row.width) : widest), 0);
}

/** Was there room for the row in the one above it? Then it was not the column that put it on a line of its own. */
const fitsAbove = (rows: readonly Row[], i: number): boolean => {
  const [above, row] = [rows[i - 1] as Row, rows[i] as Row];
  return above.width + row.width <= widestOf(rows, i - 1 - BESIDE, i) + PLAY || isUnwrapped(above);
};

/** 三、征集时间：即日起两个月内，逾期寄达的 / 转入馆藏备选。: a full row, of which the next is the rest. */
function goesOnBelow(rows: readonly Row[], i: number): boolean {
  const row = rows[i] as Row;
  const next = rows[i + 1];
  // 咨询电话：5550112（工作日 / 9：00-17：00）
  if (next?.kind === 'text' && openMarks(row.strand.text) > 0) return true;
  if (endsSentence(row.ending) || next?.kind !== 'text' || !endsSentence(next.ending)) return false;
  if (isContact(next.strand.text) || isUnwrapped(row)) return false;
  return row.width + INDENT + 1 >= widestOf(rows, i - BESIDE, i + 1 + BESIDE);
}

/** Is a row that begins with brackets the head of a part: nothing but them, or above a row that is wider or indented? */
function isPartHead(row: Row, next: Row | undefined, second: Row | undefined): boolean {
  if (!next) return false;
  const indented = second !== undefined && next.width <= row.width + 1 && second.width > next.width + 1;
  return next.width > row.width + WIDER || indented || row.strand.text.endsWith('】');
}

/** Does the row stand below a contact, which may take two rows: 通信地址：砺原区轧钢路19 / 号区总工会211室? */
function isBelowContact(rows: readonly Row[], i: number): boolean {
  const [second, above] = [rows[i - 2], rows[i - 1]];
  if (above === undefined) return false;
  if (isContact(above.strand.text)) return true;
  if (second?.kind !== 'text' || above.kind !== 'text' || above.width > second.width) return false;
  return isContact(second.strand.text);
}

/** Does the row sign a letter or a notice: below 敬礼 whoever it names, an office, a reader below the last sentence? */
function signs(rows: readonly Row[], i: number): boolean {
  const row = rows[i];
  const above = rows[i - 1];
  if (row?.kind !== 'text') return false;
  const text = row.strand.text;
  if (above !== undefined && SALUTES.test(above.strand.text))
    return row.ending === 'none' && text.length <= SIGNED;
  return OFFICE.test(text) || (endsSentence(above?.ending) && LETTER_WRITER.test(text));
}

/** 栎亭区交通管理支队 / 栎亭区城市管理委员会: does another office sign below the first, or above the last? */
function signsBeside(rows: readonly Row[], i: number): boolean {
  const [row, above, second] = [rows[i], rows[i - 1], rows[i - 2]];
  if (row?.kind !== 'text' || above?.kind !== 'text' || !second || !endsSentence(second.ending)) return false;
  return [row, above].every(({ strand: { text } }) => namesSigners(text)) && isNotice(rows, i);
}

/** What is quickly seen is asked first: each line of a page comes by, few are of any form. */
function formOf(rows: readonly Row[], i: number): RowForm | undefined {
  const row = rows[i] as Row;
  const text = row.strand.text;
  if (row.kind !== 'text' || text.length > LONGEST) return undefined;
  const above = rows[i - 1];
  const next = rows[i + 1];
  const before = above?.ending;
  if (text.endsWith('：') && (before !== 'none' || ADDRESSES.test(text)) && SALUTATION.test(text))
    return 'alone';
  if (FORMULA.test(text) || GREETING.test(text)) return 'alone';
  if (i > 0 && isDate(DATE_LINE, row)) return 'alone';
  const ended = endsSentence(before);
  const contact = isBelowContact(rows, i);
  if (ended && BRACKETED.test(text) && (!isSignature(text) || fitsAbove(rows, i))) return 'alone';
  if (row.ending === 'none' && PART_HEAD.test(text) && isPartHead(row, next, rows[i + 2])) return 'part';
  if ((ended || contact) && isContact(text) && !goesOnBelow(rows, i)) return 'alone';
  if (isDate(DAY_LINE, row) && signs(rows, i - 1)) return 'alone';
  if (above !== undefined && SALUTES.test(above.strand.text) && signs(rows, i)) return 'alone';
  if (isDate(DATE_LINE, next) && OFFICE.test(text)) return 'alone';
  if ((contact || ended) && namesSigners(text)) {
    if (contact || isDate(DAY_LINE, next) || COMPANY.test(text)) return 'alone';
    if (before === 'stop' && isNotice(rows, i)) return 'alone';
  }
  if (signsBeside(rows, i) || signsBeside(rows, i + 1)) return 'alone';
  if (before === 'stop' && ATTENDANCE.test(text)) return 'alone';
  if (ended && LETTER_WRITER.test(text)) return 'alone';
  // One such line may be part of a sentence; two that follow each other are verse.
  if (isVerse(text) && [above, next].some((beside) => beside && isVerse(beside.strand.text))) return 'verse';
  return undefined;
}

/**
 * Marks lines that are paragraphs of their own by their form: salutations, signatures, dates, contacts, heads of parts,
 * verse. A signature in brackets (（沈禾）) that is none of its own ends the sentence before it.
 */
export function markForms(state: BlocksState): BlocksState {
  let changed = false;
  const rows = state.rows.map((row, i) => {
    const form = formOf(state.rows, i);
    const signed = !form && row.kind === 'text' && row.ending === 'none' && isSignature(row.strand.text);
    if (!form && !signed) return row;
    changed = true;
    return form ? { ...row, form } : { ...row, ending: 'stop' as const };
  });
  return changed ? { ...state, rows } : state;
}
