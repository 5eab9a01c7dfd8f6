import { cannotBegin, endsSentence, openMarks, UNFINISHED, widthOf } from '../characters.ts';
import { endsWithNames, isSignature, matchCreditAtEnd } from './byline-forms.ts';
import { isUnwrapped } from './find-measures.ts';
import { isLineOfNames } from './name-lists.ts';
import { ANNOUNCES, DATELINE, LABELLED, NUMBERED, PARAGRAPH_OPENER, SPEAKER } from './openers.ts';
import type { Row } from './row.ts';

/** Characters by which the first row of a paragraph is shorter, where the page indents. */
export const INDENT = 2;

// A paragraph of its own wherever it stands; in the news of four years 124 of 124 times it is the whole of one.
const LAST_SENTENCE = /^会议还(?:研究|讨论|通报|听取)了其他(?:有关)?事项。$/u;

/** Costs (nats) of what a row may be, as far as its text tells. */
export interface RowCosts {
  /** It is a heading. */
  heading: number;
  /** A paragraph begins with it, or goes on with it. */
  begins: number;
  goesOn: number;
  /** Its paragraph goes on below it, or ends with it. */
  endsFull: number;
  endsLast: number;
  /** The first of two rows of a caption, of which the second ends with the credit. */
  caption: boolean;
}

/** Against a heading of a row that ends so, and of any row. */
const HEADING = { any: 1.6, stop: 7, question: 1.8, inner: 5, none: 0 } as const;
/** 小区门口的坑，/ 何时能填平？: a short line that ends a clause over another is half a headline, and costs so much less. */
const HALF = { below: 14, less: 6 } as const;
/** Headlines have one line of one column: one that is wide, each em, and no more than so much; one of a character. */
const WIDE = { from: 30, each: 0.3, most: 5 } as const;
const NARROW = { below: 2, cost: 0.8 } as const;
/** The page marks it as a heading (##, bold). */
const MARKED = 6;
/** 压实责任补短板 真抓实干促发展: a headline of two phrases. */
const IN_TWO = /[\p{Script=Han}”！？] +[“\p{Script=Han}\d]/u;
const TWO_PHRASES = 1.5;
/** A quotation that is not closed; 警惕！“代办养 / 老补贴”是骗局: a short line may be half a headline with it. */
const OPEN = { cost: 2.5, half: 1, below: 14 } as const;
/** A line that ends so goes on: no headline does. */
const GOES_ON = new RegExp(`[${UNFINISHED}、]$`, 'u');
const UNFINISHED_LINE = 2;
/** ——对话馆长: a deck; “好的博物馆，应当让人不舍得走” above it: the headline, if it is no wide one. */
const DASH = 2.5;
/**
 * “报告老班长，某部通信连向您报到！”: what is said is a paragraph. Of 215 lines of typeset pages that are one whole quotation with
 * its closing mark 210 are; the other five are one headline, a question that stands alone.
 */
const SPOKEN = /^“[^“”]*[。！？…]”$/u;
const ASKED = /？”$/u;
const SPOKEN_LINE = 3;
/** Each clause that ends with ， or ；. */
const CLAUSE = 0.5;
/** A sentence ends within the line; 警惕！这种…电话别信: an exclamation may open a headline. */
const SENTENCE = { stop: 3, exclamation: 1 } as const;
/** 米双全 房志远 祁春生 …: a list of names is set as running text. */
const NAMES = 7;
/** …碧波荡漾，成群水鸟在芦苇间 / 嬉戏觅食。: the line goes on to a full stop; a headline has no such rest. */
const REST = { from: 12, cost: 2 } as const;
/** Against a heading: the report goes on on another page; it is one of a list. */
const JUMPS = 3;
const LISTED_THING = 3;

/** For a paragraph that begins: how it begins; against a heading that counts so many times. */
const OPENER = { dateline: 4, speaker: 2.5, lastSentence: 4, words: 1.4 } as const;
const AGAINST_HEADING = 1.5;
/**
 * Of a short line that ends no sentence, a name with a colon tells of no paragraph and less against a heading; nothing
 * where an OCR model has joined the lines: what is said there stands in one line, up to its full stop.
 */
const SHORT = { below: 18, against: 0.7, besideUnwrapped: 0 } as const;
/** No paragraph begins with one character and a mark (“更，从取号…”): the word began on the line before. */
const ONE_THEN_MARK = /^\p{Script=Han}[，、；。]/u;
/** No paragraph begins so, and no heading with half a word; the second line of a headline may begin with its closing quote. */
const BAD_BEGINNING = { forbidden: 8, oneThenMark: 2 } as const;
/** Who wrote it, in brackets behind the last sentence: the column put the names on a line of their own. */
const BRACKET = 2.5;

/** Against going on: the scanner saw an indent; the page marks a heading. */
const INDENTED = 3;
/** A numeral that a list is numbered with: it begins a paragraph or is a subhead's, it only does not stand inside. */
const NUMBER = 2;
/** A speaker's name, for a paragraph, behind the end of a sentence. */
const SPEAKS = 4;

/** A caption ends with its credit; it is not over in a row of which the next ends with one. */
const CREDIT = { ends: 6, below: 4 } as const;
/** A sentence that ends where a line is full, and its paragraph does not. */
const SENTENCE_ENDS = 3.5;
/** A paragraph that ends with a question, inside a sentence, without a mark. */
const ENDS = { question: 0.5, inner: 6, none: 4.2 } as const;
/** A colon at the end of a paragraph; where it says that a list comes; where a list does come. */
const ANNOUNCED = { any: 4, list: 1.5, listed: 0.5 } as const;
/** …公告如下：, …按下列路线绕行：: what comes next begins a line of its own. */
const LISTING = /(?:如下|下列|以下|公示|公告)[^，。；]{0,12}：$/u;
/** 第…条：, 一、…；: a list has things that are numbered or labelled. */
const isListed = (text: string): boolean => NUMBERED.test(text) || LABELLED.test(text);

/** What it costs a paragraph to end with a row that ends no sentence. */
function weighUnended(text: string, ending: Row['ending'], lists: boolean): number {
  if (lists && /[：；—]$/u.test(text)) return ANNOUNCED.listed;
  if (ANNOUNCES.test(text)) return LISTING.test(text) ? ANNOUNCED.list : ANNOUNCED.any;
  return ending === 'inner' ? ENDS.inner : ENDS.none;
}

/** How a paragraph begins with the row (nats, for it). */
function weighOpener(text: string): number {
  if (DATELINE.test(text)) return OPENER.dateline;
  if (SPEAKER.test(text)) return OPENER.speaker;
  if (LAST_SENTENCE.test(text)) return OPENER.lastSentence;
  return PARAGRAPH_OPENER.test(text) ? OPENER.words : 0;
}

/** A caption has so many rows at most. */
export const CAPTION_ROWS = 4;

/**
 * Does a caption begin with the row: 《盐船令》演出现场，演员表 / 演“水袖抛缆”。楼晚 摄? The credit may stand on a line of its own:
 * …千亩杏林进入盛花期，游人沿古道拾 / 级而上，赏花踏青。/ 摄/燕归来. Its rows touch, and only the last is short.
 * @param below what stands below it, the nearest first
 */
function isCaption(row: Row, ending: Row['ending'], below: readonly Row[]): boolean {
  if (ending === 'stop') return false;
  for (const [k, next] of below.entries()) {
    if (next.kind !== 'text' || next.gap > 0) return false;
    const credit = k === 0 ? matchCreditAtEnd(next.strand.text) : null;
    const width = credit ? widthOf(next.strand.text.slice(0, credit.index)) : next.width;
    if (width > row.width + (k > 0 ? 1 : 0)) return false;
    if (credit) return true;
    if (next.ending === 'stop' && below[k + 1]?.kind === 'credit') return true;
  }
  return false;
}

/** Could the row be the second half of a headline? A clause of running text goes on to a full stop. */
const isOtherHalf = (next: Row | undefined): boolean =>
  next?.gap === 0 && next.width < HALF.below && (next.ending === 'none' || next.ending === 'question');

/** What the words of a row say against its being a heading. */
function weighHeading(
  { width, mark, strand: { text } }: Row,
  ending: Row['ending'],
  next: Row | undefined,
): number {
  let heading: number = HEADING.any + HEADING[ending];
  if (ending === 'inner' && width < HALF.below && isOtherHalf(next)) heading -= HALF.less;
  if (width > WIDE.from) heading += Math.min((width - WIDE.from) * WIDE.each, WIDE.most);
  if (width < NARROW.below) heading += NARROW.cost;
  if (mark > 0) heading -= MARKED;
  if (text.includes(' ') && IN_TWO.test(text)) heading -= TWO_PHRASES;
  const open = openMarks(text);
  if (open !== 0) {
    const closed = next && openMarks(next.strand.text) === -open && next.ending === 'none';
    heading += open > 0 && width < OPEN.below && closed ? OPEN.half : OPEN.cost;
  }
  if (GOES_ON.test(text)) heading += UNFINISHED_LINE;
  if (text.startsWith('——')) heading -= DASH;
  if (next?.strand.text.startsWith('——') && width < WIDE.from && ending !== 'stop') heading -= DASH;
  let clauses = 0;
  for (let i = 0; i < text.length; i++) if (text[i] === '，' || text[i] === '；') clauses++;
  heading += CLAUSE * clauses;
  if (/。[”’）)]?[^”’）)\s]/u.test(text)) heading += SENTENCE.stop;
  else if (/[！？][^”’）)]/u.test(text)) heading += SENTENCE.exclamation;
  // …他已经不大认得人了。那天午后天色忽然暗下来，祖父一直 / （下转03版）: the text breaks off here.
  if (next?.kind === 'jump' && next.strand.text.includes('下转')) heading += JUMPS;
  const mayRest = ending === 'none' && width > REST.from && text.includes('，');
  if (mayRest && next?.ending === 'stop' && next.gap === 0 && next.width <= width + 1) heading += REST.cost;
  return heading;
}

/** 望闻问切：给老树把脉 stands between turns of a talk (记者：…, 喻长荫：…), and is none. */
const isTurn = (text: string, speakers: ReadonlySet<string>): boolean =>
  speakers.has(SPEAKER.exec(text)?.[0] ?? '');

/** A short line that stands apart and ends nothing. */
const isLine = (row: Row | undefined): boolean =>
  row?.kind === 'text' && row.mark === 0 && row.ending === 'none' && row.gap > 0 && row.width < HALF.below;

/**
 * 全区欢送秋季新兵, “到部队去，给家乡争气！”, 本报讯…: what is said between a line and a report, a picture or another line is a
 * headline; an account goes on below what is said in it.
 */
const isBetweenLines = (before: Row | undefined, next: Row | undefined): boolean =>
  isLine(before) &&
  (next?.kind !== 'text' ||
    isLine(next) ||
    DATELINE.test(next.strand.text) ||
    matchCreditAtEnd(next.strand.text) !== null);

/** Is the line what somebody says? A question is, where another such line stands above or below it. */
const isSpoken = (text: string, before: Row | undefined, next: Row | undefined): boolean =>
  SPOKEN.test(text) &&
  !isBetweenLines(before, next) &&
  (!ASKED.test(text) || [before, next].some((beside) => beside && SPOKEN.test(beside.strand.text)));

/**
 * Costs of a row that do not depend on the measure.
 * @param below the rows below it, the nearest first: so many as a caption may have
 * @param speakers of the page (`find-speakers.ts`)
 */
export function weighRow(
  row: Row,
  before: Row | undefined,
  below: readonly Row[],
  without: ReadonlySet<string>,
  speakers: ReadonlySet<string>,
): RowCosts {
  const [next] = below;
  const text = row.strand.text;
  const ending = without.has('sentence-ends') ? 'none' : row.ending;
  const opens = !without.has('openers');
  let heading = weighHeading(row, ending, next);
  const names = isLineOfNames(text, before?.strand.text ?? '', next?.strand.text ?? '');
  if (names) heading += NAMES;
  if (isSpoken(text, before, next)) heading += SPOKEN_LINE;
  const caption = isCaption(row, ending, below);
  if (caption) heading += CREDIT.below;
  const opener = opens ? weighOpener(text) : 0;
  // 阀门车间：从“论斤卖”到“论件卖”: a short line with a colon, alone, may be a subhead as well as somebody's words.
  const mayHead =
    ending === 'none' &&
    row.width < SHORT.below &&
    SPEAKER.test(text) &&
    !isTurn(text, speakers) &&
    ![before, next].some(
      (beside) => beside && LABELLED.test(beside.strand.text) && !isTurn(beside.strand.text, speakers),
    );
  const unwrapped = isUnwrapped(before) || isUnwrapped(next);
  if (!mayHead) heading += opener * AGAINST_HEADING;
  else heading += opener * (unwrapped ? SHORT.besideUnwrapped : SHORT.against);
  const numbered = opens && NUMBERED.test(text);
  // 1.项目名称：砺原经开区东区道路照明节能 / 改造工程: a thing of a list.
  if (numbered && LABELLED.test(text)) heading += LISTED_THING;
  const number = numbered ? NUMBER : 0;
  // 记者：, 卜震： behind a full stop: who speaks begins a paragraph.
  const speaks = opens && before && SPEAKER.test(text) && endsSentence(before.ending) ? SPEAKS : 0;
  const lists = next !== undefined && opens && isListed(next.strand.text);
  const forbidden = cannotBegin(text.charAt(0)) ? BAD_BEGINNING.forbidden : 0;
  const half = forbidden === 0 && ONE_THEN_MARK.test(text) ? BAD_BEGINNING.oneThenMark : 0;
  const over = matchCreditAtEnd(text) !== null || endsWithNames(text, before?.strand.text ?? '');
  return {
    heading: heading + half,
    begins: forbidden + half - (mayHead ? 0 : opener) + (isSignature(text) ? BRACKET : 0),
    goesOn: number + speaks + (row.indented ? INDENTED : 0) + (row.mark > 0 ? MARKED : 0),
    caption,
    endsFull: over ? CREDIT.ends : endsSentence(ending) ? SENTENCE_ENDS : 0,
    endsLast:
      ending === 'stop' || names
        ? 0
        : ending === 'question'
          ? ENDS.question
          : weighUnended(text, ending, lists),
  };
}
