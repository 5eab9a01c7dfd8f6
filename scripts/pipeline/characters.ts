/** What the pipeline knows of single characters: their width in type and their part in a sentence. */

/** Chinese characters, kana and full-width marks: type of one em, joined without a space across a line break. */
export function isWide(code: number): boolean {
  return (
    (code >= 0x2e80 && code <= 0x9fff) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe4f) ||
    (code >= 0xff01 && code <= 0xff60) ||
    (code >= 0xffe0 && code <= 0xffe6) ||
    (code >= 0xd840 && code <= 0xdfff)
  );
}

// These marks take one em in Chinese type though they are not wide by Unicode.
const EM_MARKS = '“”‘’…—·℃①②③④⑤⑥⑦⑧⑨⑩㎡※★●■◆▲△○◎→';

/** Width of one character in em, as Chinese type sets it: measured on the five pages. */
function widthOfCharacter(code: number): number {
  if (code >= 0x30 && code <= 0x39) return 0.55;
  if (code >= 0x61 && code <= 0x7a) return 0.56;
  if (code >= 0x41 && code <= 0x5a) return 0.7;
  if (code === 0x20 || code === 0xa0 || code === 0x09) return 0;
  if (code === 0x25) return 0.9;
  if (code < 0x80) return 0.4;
  if (code >= 0xdc00 && code <= 0xdfff) return 0;
  if (isWide(code) || code === 0x3000) return 1;
  return EM_MARKS.includes(String.fromCharCode(code)) ? 1 : 0.6;
}

/** Width of a text in em. */
export function widthOf(text: string): number {
  let width = 0;
  for (let i = 0; i < text.length; i++) width += widthOfCharacter(text.charCodeAt(i));
  return width;
}

/** Marks that close: they may follow the full stop of a sentence. */
const CLOSERS = '”’）)》」』】〕]';
/** Marks that end a sentence. */
const STOPS = '。！？!?';
/** Marks inside a sentence: a line that ends with one goes on. */
export const INNER = '，、；：,;:—·';

// …突破5000人。（通讯员 雷小松）: a remark in brackets behind the full stop.
// …挑选菜品。苏野 摄: a credit behind it.
const SIGNATURE =
  /[。！？”](?:[（(][^（）()]{1,30}[）)]|[^。！？，]{2,14}(?:摄|摄影|供图)|(?:摄|图)[/／：][^。，]{2,8})$/u;

/** How a line ends: with a sentence, inside one, or without a mark. */
export type Ending = 'stop' | 'question' | 'inner' | 'none';

/**
 * The beginning of a text, never half a character: one beyond the first 65,536 is two UTF-16 units.
 *
 * @param longest most UTF-16 units
 */
export function beginningOf(text: string, longest: number): string {
  const last = text.charCodeAt(longest - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? longest - 1 : longest);
}

/** Does a sentence end so? */
export const endsSentence = (ending: Ending | undefined): boolean =>
  ending === 'stop' || ending === 'question';

/** How the text ends; closing quotes and brackets after a full stop belong to it. */
export function endingOf(text: string): Ending {
  let i = text.length - 1;
  while (i >= 0 && (CLOSERS.includes(text[i] as string) || text[i] === ' ')) i--;
  const last = text[i];
  if (last === undefined) return 'none';
  if (last === '。') return 'stop';
  if (STOPS.includes(last)) return 'question';
  if (last === '…' || last === '．') return i === text.length - 1 ? 'question' : 'stop';
  if (i === text.length - 1 && INNER.includes(last)) return 'inner';
  return /[）)摄影图\p{Script=Han}]$/u.test(text) && SIGNATURE.test(text) ? 'stop' : 'none';
}

/** Can no line of type begin with this character (避头)? Then the line goes on from the one before. */
export function cannotBegin(character: string): boolean {
  return '，。、；：！？”’）》」』】…,;:?!)%'.includes(character);
}

/** Words of one character (虚词) that no line of a headline ends with: a break behind them fell inside a phrase. */
export const UNFINISHED = '的和与及在为对把将以从向被于';

/** Characters that no line of a headline begins with: the line goes on from the one before. */
export const GOING_ON = '及和与的了么们吗呢吧并成等';

/** Brackets and quotes that are open at the end of the text minus those that close too many. */
export function openMarks(text: string): number {
  let open = 0;
  for (let i = 0; i < text.length; i++) {
    switch (text[i]) {
      case '“':
      case '（':
      case '《':
      case '「':
      case '『':
      case '(':
        open++;
        break;
      case '”':
      case '）':
      case '》':
      case '」':
      case '』':
      case ')':
        open--;
        break;
    }
  }
  return open;
}
