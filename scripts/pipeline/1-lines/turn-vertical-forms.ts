import { retextStrand } from '../strand.ts';
import { type LinesState, mapLines } from './line.ts';

// Forms of marks in vertical type and the marks they are: ﹃四项行动﹄ is “四项行动”.
const VERTICAL_FORMS: Readonly<Record<string, string>> = {
  '︐': '，',
  '︑': '、',
  '︒': '。',
  '︓': '：',
  '︔': '；',
  '︕': '！',
  '︖': '？',
  '︗': '〖',
  '︘': '〗',
  '︵': '（',
  '︶': '）',
  '︷': '｛',
  '︸': '｝',
  '︹': '〔',
  '︺': '〕',
  '︽': '《',
  '︾': '》',
  '︿': '〈',
  '﹀': '〉',
  '︻': '【',
  '︼': '】',
  '﹃': '“',
  '﹄': '”',
  '﹁': '‘',
  '﹂': '’',
  '︱': '—',
  '︙': '…',
};

const VERTICAL_FORM = /[︐-︙︱︵-﹄]/u;
const VERTICAL_FORM_EACH = /[︐-︙︱︵-﹄]/gu;

/** Turns the vertical forms of punctuation upright. */
export function turnVerticalForms(state: LinesState): LinesState {
  return mapLines(state, (strand) =>
    VERTICAL_FORM.test(strand.text)
      ? retextStrand(
          strand,
          strand.text.replace(VERTICAL_FORM_EACH, (form) => VERTICAL_FORMS[form] as string),
        )
      : strand,
  );
}
