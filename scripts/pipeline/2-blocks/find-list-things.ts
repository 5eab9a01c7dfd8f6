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

/** 3. → [., 3]; （三） → [）, 3]: how a row is numbered, and with which number. */
function readNumeral(row: Row): { form: string; number: number } | undefined {
  const numeral = row.kind === 'text' ? NUMBERED.exec(row.strand.text)?.[0] : undefined;
  if (!numeral) return undefined;
  const digits = numeral.replace(/[（(）)、.．]/gu, '');
  return { form: numeral.slice(-1) + (/\d/u.test(digits) ? 'digits' : ''), number: readNumber(digits) };
}

/**
 * Which rows begin a thing of a numbered list that comes one after the other: 1.…, 2.…, 3.…. A number alone may stand
 * within a sentence; the next one of a row of numbers does not.
 * @returns by row: 1 where it is so
 */
export function findListThings(rows: readonly Row[]): Uint8Array {
  const things = new Uint8Array(rows.length);
  const last = new Map<string, { number: number; at: number }>();
  rows.forEach((row, i) => {
    const numeral = readNumeral(row);
    if (!numeral) return;
    const before = last.get(numeral.form);
    if (before && numeral.number === before.number + 1 && i - before.at <= LONGEST) {
      things[before.at] = 1;
      things[i] = 1;
    }
    last.set(numeral.form, { number: numeral.number, at: i });
  });
  return things;
}
