const OPENS = /[“‘《〈（【〔［「『]$/u;
const CLOSES = /^[”’》〉）】〕］」』，。、；：！？…—·～％%]/u;
const DIGIT = /[\d.第]$/u;
const HAN = /^\p{Script=Han}/u;

/** Single characters that a group of words begins with: no line ends with one. */
const LEADS = new Set('第以与和让使于到赴并及在为从向把被给对将由而或新我各首全副');
/** Single characters that end a word or a group of words. */
const TRAILS = new Set(
  '区委会化圈式性率者员家人师园场团队班级部局处院馆室厅市县镇乡村街巷路桥站节奖券店里个的之等了着过',
);
/** What numbers count: 第二批|名单. Other characters behind a number belong to the word after them: 第二热电厂. */
const COUNTERS = new Set(
  '个名位人家户件项条批次届期年月日天周岁旬元亿万千百里米亩吨度级号所座栋幢层楼间处场台辆架艘张份篇章节课版集部本种类组队员分秒点时代轮道站线季幕句成强',
);
/** Of them those that end a group of words also after a mark: “赚钱”的. */
const PARTICLES = new Set('的之等了着过');
/** Words that papers use and the dictionary of `Intl.Segmenter` cuts up, or takes for a part of others. */
const WORDS = [
  '京津冀',
  '长三角',
  '粤港澳',
  '中关村',
  '常委会',
  '人武部',
  '会客厅',
  '深度融合',
  '机器人',
  '传承人',
  '非遗',
];
const KNOWN = new RegExp(WORDS.join('|'), 'gu');
/** What a 区, 市 or 县 has: 区政府 is no 区 and a 政府. */
const ORGANS = new Set('政府 政协 人大 人武部 领导 纪委 监委 法院 检察院'.split(' '));
const NUMERAL = /^第?[一二三四五六七八九十百千万亿两]+$/u;
/** Where something is: 在更新中, 座谈会上的. */
const SIDES = new Set('中上下');

let segmenter: Intl.Segmenter | undefined;

/**
 * Where a headline may go on to the next line: between words; never before a closing mark, after an opening one,
 * between a number and what it counts, or beside a space.
 *
 * @param text bare text
 * @returns offsets, rising; none where the browser cannot tell words
 */
export function findBreaks(text: string): number[] {
  if (typeof Intl.Segmenter === 'undefined') return [];
  const words = cutIntoWords(text);
  const breaks: number[] = [];
  let offset = 0;
  words.forEach((word, at) => {
    if (at > 0 && mayBreak(words[at - 1]!, word) && !isWithinWord(words, at)) breaks.push(offset);
    offset += word.length;
  });
  return breaks;
}

function cutIntoWords(text: string): string[] {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  const begins = new Set(Array.from(segmenter.segment(text), ({ index }) => index));
  for (const { 0: word, index } of text.matchAll(KNOWN)) {
    for (let at = index + 1; at < index + word.length; at++) begins.delete(at);
    begins.add(index).add(index + word.length);
  }
  const ends = [...begins, text.length].filter((at) => at > 0).sort((a, b) => a - b);
  return [...new Set(ends)].map((end, at, all) => text.slice(all[at - 1] ?? 0, end));
}

/** By the marks on both sides. */
export const mayBreak = (before: string, after: string) =>
  !OPENS.test(before) &&
  !CLOSES.test(after) &&
  !DIGIT.test(before) &&
  !/\s$/u.test(before) &&
  !/^\s/u.test(after);

/**
 * What the dictionary of `Intl.Segmenter` does not know comes out in single characters: 京|蒙, 分|展|场.
 * Several in a row are taken for a word. One alone belongs to the word after it (高|质量) and is not parted from the
 * one before it either, unless it is known what it is: 丰台|区, 与|伙伴.
 *
 * @param at the word before which a line would begin
 */
function isWithinWord(words: readonly string[], at: number): boolean {
  const [before, word] = [words[at - 1]!, words[at]!];
  if (leads(words, at - 1) || isWithinDate(words, at)) return true;
  if (NUMERAL.test(before) && !leads(words, at)) return true;
  if (/[区市县]$/u.test(before) && ORGANS.has(word)) return true;
  if (word === '常委会' && before.endsWith('委')) return true;
  // A dash that opens a line stands with what it opens.
  if (DASH.test(words.slice(0, at).join(''))) return true;
  if (isSingle(word)) {
    // Behind a mark it stands alone, unless it goes on with what the mark encloses: （扩大）会, “赚钱”的.
    if (!HAN.test(before)) return trails(words, at);
    if (leads(words, at)) return isSingle(before) && runTo(words, at - 1) === 1;
    return (isSingle(before) && !trails(words, at - 1)) || trails(words, at) || runFrom(words, at) < 2;
  }
  if (!isSingle(before) || !HAN.test(word)) return false;
  return !trails(words, at - 1) && runTo(words, at - 1) < 2;
}

const DASH = /^[—·]+$/u;

/** 12月28日, 23点05分, 18:30. */
const isWithinDate = (words: readonly string[], at: number) =>
  /^\d/u.test(words[at]!) && /^[年月日点时:：]$/u.test(words[at - 1]!) && /\d$/u.test(words[at - 2] ?? '');

const isSingle = (word: string | undefined) => word?.length === 1 && HAN.test(word);
/** At the end of a clause there is nothing that it could lead: 班长耿大为. */
const leads = (words: readonly string[], at: number) =>
  LEADS.has(words[at]!) && words[at + 1] !== undefined && /^[\p{Script=Han}\d“‘《]/u.test(words[at + 1]!);
/** 区 ends a word only where there is one before it: 丰台区, but 区领导; 师 only once: 教师师北辰 is a 教师. */
const trails = (words: readonly string[], at: number) =>
  at > 0 &&
  (PARTICLES.has(words[at]!) ||
    (TRAILS.has(words[at]!) &&
      /[\p{Script=Han}）]$/u.test(words[at - 1]!) &&
      words[at - 1]!.at(-1) !== words[at]) ||
    (COUNTERS.has(words[at]!) && (/\d$/u.test(words[at - 1]!) || NUMERAL.test(words[at - 1]!))) ||
    endsPlace(words, at));

/** 座谈会上的; 在城市更新中|构建: what stands between 在 and 中 is several words. */
function endsPlace(words: readonly string[], at: number): boolean {
  if (!SIDES.has(words[at]!) || !HAN.test(words[at - 1]!)) return false;
  if (words[at + 1] === '的') return true;
  if (words[at - 1]!.length < 2) return false;
  const clause = words.slice(0, at);
  const from = clause.lastIndexOf('在');
  return from >= 0 && clause.slice(from).every((word) => HAN.test(word));
}

/** How many single characters in a row end here; what leads or trails is none of them. */
function runTo(words: readonly string[], at: number): number {
  let run = 0;
  for (let i = at; isSingle(words[i]) && !trails(words, i) && !leads(words, i); i -= 1) run += 1;
  return run;
}

/** How many single characters in a row begin here. */
function runFrom(words: readonly string[], at: number): number {
  let run = 0;
  for (let i = at; isSingle(words[i]) && !leads(words, i); i += 1) run += 1;
  return run;
}
