import { endsSentence } from '../characters.ts';
import { NUMBERED } from './openers.ts';
import type { Row } from './row.ts';

/** So many rows a thing of a list may have before the next begins. */
const LONGEST = 12;

const HAN_DIGITS = '一二三四五六七八九';

/** 十二 → 12; 3 → 3. */
function readNumber(text: string): number {
  if (/^\d/u.test(text)) return Number.parseInt(text, 10);
  const [tens, ones] = text.includes('十') ? text.split('十') : ['0', text];
  const digit = (character: string | undefined): number => HAN_DIGITS.indexOf(character ?? '') + 1;
  return (tens === '0' ? 0 : tens === '' ? 10 : 10 * digit(tens)) + digit(ones);
}

/** 3. → `.digits`, 3; （三） → `）`, 3: how a row is numbered, and with which number. */
function readNumeral(row: Row): { form: string; number: number } | undefined {
  const numeral = row.kind === 'text' ? NUMBERED.exec(row.strand.text)?.[0] : undefined;
  if (!numeral) return undefined;
  const digits = numeral.replace(/[（(）)、.．]/gu, '');
  return { form: numeral.slice(-1) + (/\d/u.test(digits) ? 'digits' : ''), number: readNumber(digits) };
}

/** 新闻线索：…, 公交车：…: what a thing of a list is about, or who speaks in a talk. What somebody says (…笑着说：) is no label. */
const LABEL = /^[^，。；：？！“”\s]{2,9}(?<![说道问答称示言是为有出下点求写])：(?!“|$)/u;
/** 裘满仓 老粮仓志愿讲解员, 王立芹（女） 宏砺重工集团数控铣工: one of those who are honoured, and what they do. */
const HONOURED = /^(?:\p{Script=Han}{2,3}|\p{Script=Han} \p{Script=Han})(?:（女）)?\s+\p{Script=Han}\S*$/u;
/** 星期六10:00，…, 1951年，…, 6时至10时，…: when a thing of a list was, or will be. */
const WHEN =
  /^(?:(?:19|20)\d\d年|(?:星期|周)[一二三四五六日]|\d{1,2}[:：]\d\d|\d{1,2}时|\d{1,2}月\d{1,2}日)/u;

/** A row is no thing of a list, or one; or one of those who are honoured. */
export const NO_THING = 0;
const LIST_THING = 1;
export const HONOURED_THING = 2;
/** So many things of one form make a list, two may be chance; they stand at most so many rows apart. */
const FEWEST = 3;
const NEAR = 3;

/** What stands above has come to its end, or announces a list. */
const mayBegin = (above: Row | undefined): boolean =>
  above?.kind !== 'text' || endsSentence(above.ending) || /[：；]$/u.test(above.strand.text);

/** Which form the thing that a row may begin has. */
function formOf(row: Row, above: Row | undefined): RegExp | undefined {
  if (row.kind !== 'text') return undefined;
  const text = row.strand.text;
  if (text.includes('：') && LABEL.test(text)) return LABEL;
  if (text.includes(' ') && HONOURED.test(text)) return HONOURED;
  return WHEN.test(text) && mayBegin(above) ? WHEN : undefined;
}

/** Marks the things of lists that have no numbers: those that begin alike. */
function markAlike(rows: readonly Row[], things: Uint8Array): void {
  const runs = new Map<RegExp, number[]>();
  const setDown = (form: RegExp): void => {
    const run = runs.get(form) ?? [];
    const thing = form === HONOURED ? HONOURED_THING : LIST_THING;
    if (run.length >= FEWEST) for (const at of run) things[at] = thing;
    runs.delete(form);
  };
  rows.forEach((row, i) => {
    for (const [form, run] of runs)
      if (row.kind !== 'text' || i - (run.at(-1) as number) > NEAR) setDown(form);
    const form = formOf(row, rows[i - 1]);
    if (!form) return;
    const run = runs.get(form);
    if (run) run.push(i);
    else runs.set(form, [i]);
  });
  for (const form of [...runs.keys()]) setDown(form);
}

/**
 * Which rows begin a thing of a list: 1.…, 2.…, 3.…, or three and more that begin alike (新闻线索：…, 副刊来稿：…). A number
 * alone may stand within a sentence; the next one of a row of numbers does not.
 * @returns by row: {@link NO_THING}, {@link HONOURED_THING} or that it is a thing of another list
 */
export function findListThings(rows: readonly Row[]): Uint8Array {
  const things = new Uint8Array(rows.length);
  const last = new Map<string, { number: number; at: number }>();
  rows.forEach((row, i) => {
    const numeral = readNumeral(row);
    if (!numeral) return;
    const before = last.get(numeral.form);
    if (before && numeral.number === before.number + 1 && i - before.at <= LONGEST) {
      things[before.at] = LIST_THING;
      things[i] = LIST_THING;
    }
    last.set(numeral.form, { number: numeral.number, at: i });
  });
  markAlike(rows, things);
  return things;
}
