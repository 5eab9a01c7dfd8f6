const OPENS = /[“‘《〈（【〔［「『]$/u;
const CLOSES = /^[”’》〉）】〕］」』，。、；：！？…—·～％%]/u;
const DIGIT = /[\d.第]$/u;
const HAN = /^\p{Script=Han}/u;

/** Single characters that a group of words begins with. */
const LEADS = new Set('以与和让使于到并及在为从向把被对将由而或新我各首全副');
/** Single characters that end a word or a group of words. */
const TRAILS = new Set('区委会化圈式性率者员家园场团班级部局院厅市县镇乡村街路桥站奖店的之等了着过');

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
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  const words = Array.from(segmenter.segment(text), ({ segment }) => segment);
  const breaks: number[] = [];
  let offset = 0;
  words.forEach((word, at) => {
    if (at > 0 && mayBreak(words[at - 1]!, word) && !isWithinWord(words, at)) breaks.push(offset);
    offset += word.length;
  });
  return breaks;
}

/** By the marks on both sides. */
export const mayBreak = (before: string, after: string) =>
  !OPENS.test(before) &&
  !CLOSES.test(after) &&
  !DIGIT.test(before) &&
  !/\s$/u.test(before) &&
  !/^\s/u.test(after);

/**
 * What the dictionary of `Intl.Segmenter` does not know comes out in single characters: 中|关|村, 京|蒙, 分|展|场.
 * Several in a row are taken for a word. One alone belongs to the word after it (高|质量) and is not parted from the
 * one before it either, unless it is known what it is: 丰台|区, 与|伙伴.
 *
 * @param at the word before which a line would begin
 */
function isWithinWord(words: readonly string[], at: number): boolean {
  if (isSingle(words[at])) {
    if (leads(words, at)) return isSingle(words[at - 1]) && runTo(words, at - 1) === 1;
    return isSingle(words[at - 1]) || trails(words, at) || runFrom(words, at) < 2;
  }
  if (!isSingle(words[at - 1]) || !HAN.test(words[at]!)) return false;
  return !trails(words, at - 1) && runTo(words, at - 1) < 2;
}

const isSingle = (word: string | undefined) => word?.length === 1 && HAN.test(word);
const leads = (words: readonly string[], at: number) => LEADS.has(words[at]!);
/** 区 ends a word only where there is one before it: 丰台区, but 区领导. */
const trails = (words: readonly string[], at: number) =>
  TRAILS.has(words[at]!) && at > 0 && HAN.test(words[at - 1]!);

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
