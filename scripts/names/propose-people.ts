import type { Article } from '../../src/model.ts';
import type { Finding } from './finding.ts';
import {
  AFTER_PERSON,
  DOUBLE_SURNAMES,
  HIGH_OFFICES,
  NO_NAME,
  OFFICES,
  SPEAKS,
  SURNAMES,
} from './word-lists.ts';

const AFTER = new RegExp(`^(?:${AFTER_PERSON})`, 'u');
const AFTER_OFFICE = new RegExp(`(?:${OFFICES})(?=\\p{Script=Han})`, 'gu');
const HIGH_BEFORE = new RegExp(`(?:${HIGH_OFFICES})$`, 'u');
const SPEAKER = new RegExp(`(?<=^|[。！？；”])(\\p{Script=Han}{2,4}?)(?=${SPEAKS})`, 'gu');
const ASKED = /^(\p{Script=Han}{2,4})：/u;
// 习近平总书记, 钟南山院士: the title after the name.
const BEFORE_TITLE = /(?=\p{Script=Han}{2,3}(?:总书记|同志|先生|女士|院士|教授))/gu;
const CREDIT = /^(\p{Script=Han}{2,4})\s*[摄图]$|[摄图][/／：]\s*(\p{Script=Han}{2,4})$/u;
const LIST = /(?<=^|[，。；：])(?=\p{Script=Han}{2,3}(?:、\p{Script=Han}{2,3})+等)/gu;
const HAN = /^\p{Script=Han}+$/u;
// What is said of offices, not of people: 书记兼任, 代表大会, 代表团.
const NO_PERSON =
  /^(?:代表|家庭|兼|大会|团|班|工作|会议|单位|全体|参加|委员|围绕|小组|成员|发言|干部|相关|一同|办|责任|党|作|各|区|市|学习|座谈|有关|了解|获悉)/u;

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** 文章, 高度: a word of the language, which at the head of a sentence is no name. */
function isWord(text: string): boolean {
  const [first] = segmenter.segment(text);
  return first!.segment === text;
}

/** The person's name that begins at a place, by family name and what follows; the shortest that fits. */
function nameAt(text: string, at: number): string | undefined {
  const double = DOUBLE_SURNAMES.some((surname) => text.startsWith(surname, at));
  if (!double && !SURNAMES.has(text[at] ?? '')) return undefined;
  for (const length of double ? [3, 4] : [2, 3]) {
    const name = text.slice(at, at + length);
    if (name.length < length || !HAN.test(name) || NO_PERSON.test(name)) continue;
    if (NO_NAME.test(name.slice(1))) continue;
    if (AFTER.test(text.slice(at + length))) return name;
  }
  return undefined;
}

/** Names that follow one another: 蒋达峰、周新春参加. */
function listAt(text: string, at: number): string[] {
  const names: string[] = [];
  for (let from = at; ; ) {
    const name = nameAt(text, from);
    if (name === undefined) return names;
    names.push(name);
    from += name.length;
    if (text[from] !== '、') return names;
    from++;
  }
}

/**
 * People: who signs, who has an office before the name, who speaks, who stands in a list of names.
 *
 * @param article an article
 */
export function proposePeople(article: Article): Finding[] {
  const found = new Map<string, Finding>();
  const add = (form: string, why: string, text: string) => {
    if (!found.has(form)) found.set(form, { form, why, sentence: text, article: article.name });
  };
  for (const { role, name } of article.bylines) add(name, `署名（${role}）`, '');
  for (const text of [article.kicker ?? '', article.headline, ...article.blocks.map((block) => block.text)]) {
    for (const match of text.matchAll(AFTER_OFFICE)) {
      const at = match.index + match[0].length;
      const names = listAt(text, at);
      for (const name of names) add(name, `职务“${match[0]}”之后`, text);
      if (names.length === 0 && HIGH_BEFORE.test(match[0])) {
        const name = /^(\p{Script=Han}{2,3})(?=[，。、])/u.exec(text.slice(at))?.[1];
        if (name && !NO_NAME.test(name) && !NO_PERSON.test(name)) add(name, `职务“${match[0]}”之后`, text);
      }
    }
    for (const match of text.matchAll(LIST)) {
      const names = listAt(text, match.index);
      if (names.length >= 3) for (const name of names) add(name, '人名并列', text);
    }
    for (const match of text.matchAll(SPEAKER)) {
      const name = nameAt(text, match.index);
      if (name !== undefined && name === match[1] && !isWord(name)) add(name, '发言的人', text);
    }
    for (const { index } of text.matchAll(BEFORE_TITLE)) {
      for (const length of [3, 2]) {
        const name = text.slice(index, index + length);
        if (!SURNAMES.has(name[0] ?? '') || NO_NAME.test(name) || isWord(name)) continue;
        if (/^(?:总书记|同志|先生|女士|院士|教授)/u.test(text.slice(index + length)))
          add(name, '称呼之前', text);
      }
    }
    const credit = CREDIT.exec(text);
    if (credit && text.length < 24) add((credit[1] ?? credit[2])!, '摄影', text);
    const asked = ASKED.exec(text)?.[1];
    if (asked && nameAt(text, 0) === asked && !isWord(asked)) add(asked, '答问的人', text);
  }
  return [...found.values()];
}
