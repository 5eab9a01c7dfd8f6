import { beginningOf } from '../pipeline/characters.ts';

const LEAD = /^(?:本报讯|本报记者|近日|日前)?(?:（[^）]*）)?[，。：\s]*/u;
const CLAUSE = /[，。；：！？]/u;
// 10月21日上午 says when, not what.
const WHEN = /^[\d一二三四五六七八九十年月日时点半前后上下午晚间起至、—～-]+$/u;
const LONGEST = 24;

/**
 * A working headline for a text that has none, in its own words: the first clause of what it says.
 *
 * @param text first paragraph
 */
export function deriveHeadline(text: string): string {
  const words = text.replace(LEAD, '');
  const clauses = words.split(CLAUSE).filter((clause) => clause.trim() !== '' && !WHEN.test(clause.trim()));
  const clause = clauses.find((candidate) => candidate.length >= 8) ?? clauses[0] ?? text;
  return beginningOf(clause.trim(), LONGEST);
}
