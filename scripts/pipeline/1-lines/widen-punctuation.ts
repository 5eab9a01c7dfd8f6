import { isWide } from '../characters.ts';
import { retextStrand } from '../strand.ts';
import { type LinesState, mapLines } from './line.ts';

const WIDE_FORMS: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
};

const NARROW = /[,;:?!()]/u;
const NARROW_EACH = /[,;:?!()]/gu;
const DIGIT = /[0-9]/u;
const LATIN = /[A-Za-z]/u;

const isChinese = (character: string | undefined): boolean =>
  character !== undefined && (isWide(character.charCodeAt(0)) || '“”‘’—…·'.includes(character));

/** Does the Chinese text go on at this place, looking over other marks and spaces? */
function chineseBeside(text: string, at: number, step: -1 | 1): boolean {
  for (let i = at + step, seen = 0; seen < 24 && i >= 0 && i < text.length; i += step, seen++) {
    if (isChinese(text[i])) return true;
    if (step > 0 && LATIN.test(text[i] as string)) continue;
  }
  return false;
}

function widen(text: string): string {
  return text.replace(NARROW_EACH, (mark, at: number) => {
    const before = text[at - 1];
    const after = text[at + 1];
    // 1,000 and 10:30 are numbers; C(2) and f(x), "Hello, world" are not Chinese.
    if (before && after && DIGIT.test(before) && DIGIT.test(after) && (mark === ',' || mark === ':'))
      return mark;
    if (isChinese(before) || isChinese(after)) return WIDE_FORMS[mark] as string;
    if (after === ' ' && before && LATIN.test(before) && LATIN.test(text.charAt(at + 2))) return mark;
    if (before && after && LATIN.test(before) && LATIN.test(after)) return mark;
    // What one character beside cannot tell (京东MALL,2025年) the sentence tells.
    return chineseBeside(text, at, -1) && (after === undefined || chineseBeside(text, at, 1))
      ? (WIDE_FORMS[mark] as string)
      : mark;
  });
}

/** ASCII punctuation in Chinese text, as OCR models write it, becomes full width. Numbers and Latin text stay. */
export function widenPunctuation(state: LinesState): LinesState {
  return mapLines(state, (strand) =>
    NARROW.test(strand.text) ? retextStrand(strand, widen(strand.text)) : strand,
  );
}
