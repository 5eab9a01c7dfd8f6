import type { Strand } from '../strand.ts';
import type { LinesState, ScanLine } from './line.ts';

const DATE_WITH_WEEKDAY =
  /\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\s*(?:农历\S{0,12}\s*)?星期\s*[一二三四五六日天]/u;
const STAFF_ROLES =
  /(?:责任编辑|责\s?编|本版编辑|编辑|美术编辑|美\s?编|版式|校对|组版|制图|值班主任|总值班|主编|审读)/gu;
const STAFF_WITH_NAME =
  /(?:责任编辑|责\s?编|本版编辑|美术编辑|美\s?编|版式|校对|组版|值班主任)\s*[：:／/]?\s*\p{Script=Han}/u;
const IMPRINT =
  /国内统一(?:连续出版物|刊)号|\bCN\s?\d{2}-\d{4}|今日[一二三四五六七八九十\d]+版|主管主办|邮发代号|第\s?\d+\s?期|总第\s?\d+/u;
const PAGE_NUMBER = /^(?:第?\s*[A-D]?\d{1,2}\s*版?|第[一二三四五六七八九十]{1,2}版|[A-D]?\d{2})$/u;
const NAMEPLATE = /^[\p{Script=Han}·\s]{2,10}(?:报|周刊|新闻)(?:\s*[·•]\s*\p{Script=Han}{2,6})?$/u;
// Names of sections as district papers use them on their folio lines.
const SECTIONS = new Set(
  '要闻 综合 综合新闻 新闻 民生 社区 经济 城事 文化 教育 时政 社会 健康 专题 专版 广告 副刊 文艺 国内 国际 法治 科技 生活 体育 旅游 关注 特别报道 理论 党建 街镇 街乡 基层 人物 图片 公益 公告 评论'.split(
    ' ',
  ),
);
/** How many printed lines away from a folio line its other parts stand. */
const NEAR = 3;

/** Is the line on its own without doubt a part of the page's frame: date with weekday, staff, imprint? */
function isFolio(text: string): boolean {
  if (text.length > 90 || /[。！？]/u.test(text)) return false;
  const roles = text.match(STAFF_ROLES)?.length ?? 0;
  if (DATE_WITH_WEEKDAY.test(text)) return text.length < 40 || roles > 0 || IMPRINT.test(text);
  if (roles >= 2) return true;
  if (STAFF_WITH_NAME.test(text) && text.length < 30 && /[：:／/\s]/u.test(text)) return true;
  return IMPRINT.test(text) && !/[，；]/u.test(text) && text.length < 60;
}

const isPartOfFolio = (text: string): boolean =>
  PAGE_NUMBER.test(text) ||
  SECTIONS.has(text.replace(/\s/gu, '')) ||
  (text.length <= 14 && NAMEPLATE.test(text)) ||
  /^\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日$/u.test(text) ||
  /^星期[一二三四五六日天]$/u.test(text) ||
  /^(?:电话|热线|投稿邮箱|邮箱|网址)\s*[：:]/u.test(text);

/** Takes the frame of the page out of the text: folio lines, imprint, staff, page number, section name. */
export function findFurniture(state: LinesState): LinesState {
  const printed: number[] = [];
  state.lines.forEach((line, i) => {
    if (line.strand.text !== '') printed.push(i);
  });
  const textAt = (k: number): string => (state.lines[printed[k] as number] as ScanLine).strand.text;
  const taken = new Set<number>();
  for (let k = 0; k < printed.length; k++) if (isFolio(textAt(k))) taken.add(k);
  for (const k of [...taken]) {
    for (const step of [-1, 1]) {
      for (let n = k + step, seen = 0; seen < NEAR && n >= 0 && n < printed.length; n += step, seen++) {
        if (taken.has(n)) continue;
        if (!isPartOfFolio(textAt(n))) break;
        taken.add(n);
      }
    }
  }
  // A page number may stand alone at the head or the foot of the page.
  for (const k of [0, printed.length - 1]) {
    if (printed.length > 1 && PAGE_NUMBER.test(textAt(k)) && /\d/u.test(textAt(k))) taken.add(k);
  }
  if (taken.size === 0) return state;
  const furniture: Strand[] = [];
  const lines = [...state.lines];
  for (const k of [...taken].sort((a, b) => a - b)) {
    const i = printed[k] as number;
    const line = lines[i] as (typeof lines)[number];
    furniture.push(line.strand);
    lines[i] = { ...line, strand: { text: '', runs: [] } };
  }
  return { ...state, lines, furniture: [...state.furniture, ...furniture] };
}
