import { isWide } from '../characters.ts';
import { joinStrands, partStrand, type Strand } from '../strand.ts';
import { TOOK } from './byline-forms.ts';

const SPACES = /\s+/gu;
// 本报讯（记者 王蕾蕾）, 记者 罗嘉禾, 文/田未央 洪波: the space between role and names, and between names, is printed.
const NAMES_BEFORE = /(?:记者|通讯员|撰稿|文\/|摄影|摄|图\/|讯|作者)[\s\p{Script=Han}·、]{0,24}$/u;
const CREDIT_AFTER = new RegExp(`^\\s*${TOOK}(?:[）)]|$)`, 'u');

const isLatin = (code: number): boolean =>
  (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);

/**
 * Closes spaces that are no spaces of the text. In running text letter-spaced type comes out as “学习贯 彻习近平”
 * and numbers as “2024 年”; the space after 记者, between names and between Latin words stays, one wide.
 */
export function closeSpaces(strand: Strand, keepGaps: boolean): Strand {
  const text = strand.text;
  if (!/\s/u.test(text)) return strand;
  const parts: [number, number][] = [];
  let start = 0;
  for (const match of text.matchAll(SPACES)) {
    const at = match.index;
    const end = at + match[0].length;
    const left = text.charCodeAt(at - 1);
    const right = text.charCodeAt(end);
    const latin = isLatin(left) && isLatin(right) && !(left <= 0x39 && right <= 0x39);
    const names =
      isWide(left) &&
      isWide(right) &&
      (NAMES_BEFORE.test(text.slice(Math.max(0, at - 30), at)) || CREDIT_AFTER.test(text.slice(end)));
    const keep = at > 0 && end < text.length && (latin || names || keepGaps || isDateline(text, at));
    parts.push([start, keep ? at + 1 : at]);
    start = end;
  }
  parts.push([start, text.length]);
  return joinStrands(partStrand(strand, parts).filter((part) => part.text !== ''));
}

// 本报讯 6月13日下午: the dateline stands apart.
const isDateline = (text: string, at: number): boolean =>
  /^(?:本报讯|新华社.{0,12}[讯电])$/u.test(text.slice(0, at));
