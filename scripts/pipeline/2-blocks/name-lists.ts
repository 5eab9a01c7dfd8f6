/** 米双全 房志远 祁春生 …: rolls of honour and lists of members, names with spaces between. */

const WORDS = /^\p{Script=Han}{1,4}(?:\s+\p{Script=Han}{1,4})*$/u;
/** Fewest names of a list, and the share of them that has the length of a name. */
const FEWEST = 3;
const MOSTLY = 0.7;
/** 一等奖, 先进组: what a short line under names may be else. */
const AWARD = /[奖组类级]$/u;

const wordsOf = (text: string): string[] => (WORDS.test(text) ? text.split(/\s+/u) : []);

/** Is the text nothing but names with spaces between? Letter-spaced type (人 民 满 意) is not. */
export function isNameList(text: string): boolean {
  const words = wordsOf(text);
  if (words.length < FEWEST) return false;
  return words.filter(({ length }) => length === 2 || length === 3).length >= words.length * MOSTLY;
}

/** 强党建 促发展 惠民生: three phrases of three characters make a headline, where no names stand beside them. */
const THREE_PHRASES = /^\p{Script=Han}{3}(?:\s+\p{Script=Han}{3}){2}$/u;

/**
 * Is a line one of a list of names, by itself or because the line before it is?
 * @param before the line before, '' for none
 * @param next the line behind
 */
export function isLineOfNames(text: string, before: string, next: string): boolean {
  const named = isNameList(before);
  if (!isNameList(text)) return named && continuesNameList(text);
  return !THREE_PHRASES.test(text) || named || AWARD.test(before) || isNameList(next);
}

/** Does a line go on with the names of the line before it: 勇 花志明, 钮志刚? */
export function continuesNameList(text: string): boolean {
  const words = wordsOf(text);
  return words.length > 1 || (words.length === 1 && text.length <= 3 && !AWARD.test(text));
}

/**
 * What stands between two lines of a list of names: a space, for which the line break stood; nothing where a name
 * was split (毕大 / 勇): one of its parts is a single character.
 */
export function jointOfNames(left: string, right: string): string {
  const last = left.split(/\s+/u).at(-1) as string;
  const first = right.split(/\s+/u)[0] as string;
  return last.length > 1 && first.length > 1 ? ' ' : '';
}

/** …也都是院子。”（记者 庄一帆: names in brackets that go on in the next row; the group is the last word. */
const BYLINE_OPENED = /[（(](?:本报|实习|见习|特约)*(?:记者|通讯员)[^（）()。，]{0,24}$/u;
const ROLE_WORD = /^(?:本报|实习|见习|特约)*(?:记者|通讯员)$/u;
const ROLE_FIRST = /^(?:本报|实习|见习|特约)*(?:记者|通讯员)/u;
const LONGEST_NAME = 3;
/** 欧阳 青青: a surname of two characters may end a row. */
const SURNAMES = new Set(
  '欧阳 司徒 司马 上官 诸葛 令狐 皇甫 尉迟 公孙 慕容 东方 南宫 申屠 端木 宇文 长孙 夏侯 轩辕'.split(' '),
);

/**
 * What stands between two rows of names in brackets: a space between two names, between a name and a role; nothing where
 * a name was split.
 * @returns undefined where the row does not end amid such names
 */
export function jointOfBylines(left: string, right: string): string | undefined {
  const opened = BYLINE_OPENED.exec(left)?.[0];
  if (opened === undefined) return undefined;
  const last = opened
    .slice(1)
    .split(/[\s、：]+/u)
    .at(-1) as string;
  const first = /^\p{Script=Han}+/u.exec(right)?.[0] ?? '';
  if (last === '' || first === '') return undefined;
  if (ROLE_WORD.test(last)) return ' ';
  if (/^(?:本报|实习|见习|特约|本|记|通讯?)$/u.test(last)) return '';
  if (ROLE_FIRST.test(first)) return last.length > 1 ? ' ' : '';
  const two = last.length > 1 && first.length > 1 && first.length <= LONGEST_NAME && !SURNAMES.has(last);
  return two ? ' ' : '';
}
