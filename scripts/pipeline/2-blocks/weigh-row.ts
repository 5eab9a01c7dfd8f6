import { cannotBegin, endsSentence, openMarks, UNFINISHED } from '../characters.ts';
import { isSignature, matchCreditAtEnd } from './byline-forms.ts';
import { type Measure, UNWRAPPED } from './find-measures.ts';
import { continuesNameList, isNameList } from './name-lists.ts';
import { ANNOUNCES, DATELINE, LABELLED, NUMBERED, PARAGRAPH_OPENER, SPEAKER } from './openers.ts';
import { FIRST, LAST, MIDDLE, SINGLE } from './place-states.ts';
import type { Row } from './row.ts';

/** Characters by which the first row of a paragraph is shorter, where the page indents. */
export const INDENT = 2;

// A paragraph of its own wherever it stands; in the news of four years 124 of 124 times it is the whole of one.
const LAST_SENTENCE = /^会议还(?:研究|讨论|通报|听取)了其他(?:有关)?事项。$/u;

/** A full line: how well a width fits a measure. The last em gives way to marks and to Latin words. */
function misfit(deviation: number): number {
  const d = Math.abs(deviation);
  if (d <= 0.65) return 0;
  if (d <= 1.15) return 0.9;
  if (d <= 2.1) return deviation > 0 ? 3.5 : 2.6;
  return Math.min(deviation > 0 ? 3 + d : 1.6 + d * 0.8, 9);
}

/** Costs (nats) of what a row may be, as far as its text tells. */
export interface RowCosts {
  heading: number;
  begins: number;
  goesOn: number;
  endsFull: number;
  /** The first of two rows of a caption, of which the second ends with the credit. */
  caption: boolean;
  endsLast: number;
}

// A line that ends so goes on: no headline does.
const GOES_ON = new RegExp(`[${UNFINISHED}、]$`, 'u');
// No paragraph begins with one character and a mark (“更，从取号…”): the word began on the line before.
const ONE_THEN_MARK = /^\p{Script=Han}[，、；。]/u;

// 压实责任补短板 真抓实干促发展: a headline of two phrases.
const IN_TWO = /[\p{Script=Han}”！？] +[“\p{Script=Han}\d]/u;

/** Three things or more: two such lines that follow each other are no headline. */
const LISTED = /、[^、]+、/u;

/** What a numeral says that a list is numbered with, for a paragraph: behind a colon, and else. */
const NUMBER = { announced: 4, else: 2 } as const;
/** A speaker's name, for a paragraph, behind the end of a sentence. */
const SPEAKS = 4;
/** A colon at the end of a paragraph; what it announces is a list. */
const ANNOUNCED = 4;
/** Where it says that a list comes. */
const LIST_ANNOUNCED = 1.5;
/** …公告如下：, …按下列路线绕行：: what comes next begins a line of its own. */
const LISTING = /(?:如下|下列|以下|公示|公告)[^，。；]{0,12}：$/u;
const LISTS = 0.5;
/** Who wrote it, in brackets behind the last sentence: the column put the names on a line of their own. */
const BRACKET = 2.5;
/** A caption ends with its credit; it is not over in a row of which the next ends with one. */
const CREDIT = { ends: 6, below: 4 } as const;
/** Against a heading: the report goes on on another page; it is one of a list. */
const JUMPS = 3;
const LISTED_THING = 3;
/** 第…条：, 一、…；: a list has things that are numbered or labelled. */
const isListed = (text: string): boolean => NUMBERED.test(text) || LABELLED.test(text);

/** What it costs a paragraph to end with a row that ends no sentence. */
function weighUnended(text: string, ending: Row['ending'], lists: boolean): number {
  if (lists && /[：；—]$/u.test(text)) return LISTS;
  if (ANNOUNCES.test(text)) return LISTING.test(text) ? LIST_ANNOUNCED : ANNOUNCED;
  return ending === 'inner' ? 6 : 4.2;
}

/** Costs of a row that do not depend on the measure. */
export function weighRow(
  row: Row,
  before: Row | undefined,
  next: Row | undefined,
  without: ReadonlySet<string>,
): RowCosts {
  const { width, strand } = row;
  const ending = without.has('sentence-ends') ? 'none' : row.ending;
  const text = strand.text;
  const stop = ending === 'stop';
  const question = ending === 'question';
  let heading = 1.6;
  if (stop) heading += 7;
  else if (question) heading += 1.8;
  else if (ending === 'inner') heading += text.endsWith('—') ? 2 : 5;
  if (width > 30) heading += Math.min((width - 30) * 0.3, 5);
  if (width < 2) heading += 0.8;
  if (row.mark > 0) heading -= 6;
  if (text.includes(' ') && IN_TWO.test(text)) heading -= 1.5;
  const open = openMarks(text);
  // 警惕！“代办养 / 老补贴”是骗局: a short line may be half a headline with its quotation.
  if (open !== 0)
    heading +=
      open > 0 && width < 14 && next && openMarks(next.strand.text) === -open && next.ending === 'none'
        ? 1
        : 2.5;
  if (GOES_ON.test(text)) heading += 2;
  if (text.startsWith('——')) heading -= 2.5;
  // “好的博物馆，应当让人不舍得走” / ——对话馆长: a deck with a dash stands under a headline.
  if (next?.strand.text.startsWith('——') && width < 30 && !stop) heading -= 2.5;
  let clauses = 0;
  for (let i = 0; i < text.length; i++) if (text[i] === '，' || text[i] === '；') clauses++;
  heading += 0.5 * clauses;
  if (/。[”’）)]?[^”’）)\s]/u.test(text)) heading += 3;
  // 警惕！这种…电话别信: an exclamation may open a headline.
  else if (/[！？][^”’）)]/u.test(text)) heading += 1;
  // 米双全 房志远 祁春生 …: a list of names is set as running text.
  const names =
    isNameList(text) || (before !== undefined && isNameList(before.strand.text) && continuesNameList(text));
  if (names) heading += 7;
  // …项目部、…服务中心、…: so many are named in running text.
  if (LISTED.test(text) && [before, next].some((other) => other && LISTED.test(other.strand.text)))
    heading += 2;
  // 《盐船令》演出现场，演员表 / 演“水袖抛缆”。楼晚 摄: the first line of a caption.
  const credit = matchCreditAtEnd(text) !== null;
  const caption =
    next?.gap === 0 &&
    ending !== 'stop' &&
    next.width <= width &&
    matchCreditAtEnd(next.strand.text) !== null;
  if (caption) heading += CREDIT.below;
  // …他已经不大认得人了。那天午后天色忽然暗下来，祖父一直 / （下转03版）: the text breaks off here.
  if (next?.kind === 'jump' && next.strand.text.includes('下转')) heading += JUMPS;
  // 1.项目名称：砺原经开区东区道路照明节能 / 改造工程: a thing of a list.
  if (!without.has('openers') && NUMBERED.test(text) && LABELLED.test(text)) heading += LISTED_THING;
  // …碧波荡漾，成群水鸟在芦苇间 / 嬉戏觅食。: the line goes on to a full stop; a headline has no such rest.
  if (
    ending === 'none' &&
    width > 12 &&
    text.includes('，') &&
    next?.ending === 'stop' &&
    next.gap === 0 &&
    next.width <= width + 1
  )
    heading += 2;
  const opener = without.has('openers')
    ? 0
    : DATELINE.test(text)
      ? 4
      : SPEAKER.test(text)
        ? 2.5
        : LAST_SENTENCE.test(text)
          ? 4
          : PARAGRAPH_OPENER.test(text)
            ? 1.4
            : 0;
  heading += opener * 1.5;
  // A numeral begins a paragraph or is a subhead's: it only does not stand inside.
  const numbered = !without.has('openers') && NUMBERED.test(text);
  const number = numbered ? NUMBER[before && ANNOUNCES.test(before.strand.text) ? 'announced' : 'else'] : 0;
  // 记者：, 卜震： behind a full stop: who speaks begins a paragraph.
  const speaks =
    !without.has('openers') && before && SPEAKER.test(text) && endsSentence(before.ending) ? SPEAKS : 0;
  const lists = next !== undefined && !without.has('openers') && isListed(next.strand.text);
  const bad = cannotBegin(text.charAt(0)) ? 8 : ONE_THEN_MARK.test(text) ? 2 : 0;
  return {
    heading: heading + bad,
    begins: bad - opener + (isSignature(text) ? BRACKET : 0),
    goesOn: number + speaks + (row.indented ? 3 : 0) + (row.mark > 0 ? 6 : 0),
    caption,
    endsFull: credit ? CREDIT.ends : endsSentence(ending) ? 3.5 : 0,
    endsLast: stop || names ? 0 : question ? 0.5 : weighUnended(text, ending, lists),
  };
}

/** Width costs of a row for a measure, in the order first, middle, last, single. */
export function weighWidth(row: Row, measure: Measure, indent: number, out: Float64Array): void {
  const m = measure.width;
  if (m >= UNWRAPPED) {
    // An OCR model breaks a paragraph where a column ends: once, seldom twice.
    const short = row.width < 20 ? 3 : 0;
    // A short line without a mark at its end is a subhead rather than the head of a broken paragraph.
    out[FIRST] =
      1.6 +
      (row.ending === 'none' &&
      row.width < 28 &&
      openMarks(row.strand.text) === 0 &&
      (row.strand.text.match(/，/gu)?.length ?? 0) < 2
        ? 4
        : Math.min(short, 2.5));
    out[MIDDLE] = 3.5 + short;
    out[LAST] = 2.5;
    out[SINGLE] = 1.8;
    return;
  }
  const over = row.width > m + 1.2 ? 1.5 + (row.width - m) * 1.5 : 0;
  const overSingle = row.width > m - indent + 1.2 ? 0.8 + (row.width - m + indent) * 1.5 : 0;
  const spread = Math.log(m) - 0.4;
  out[FIRST] = Math.min(misfit(row.width - m + indent), 2.8 + misfit(row.width - m));
  out[MIDDLE] = misfit(row.width - m);
  out[LAST] = spread + over;
  out[SINGLE] = spread + overSingle;
}
