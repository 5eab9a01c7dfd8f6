import { GOING_ON, openMarks, UNFINISHED } from '../characters.ts';
import { weighContinuation } from '../continuations.ts';
import { breaksWord } from '../word-meanings.ts';
import { DECK_BEGINS, DECK_ENDS, LINE_SIGNS, OFFICE_AND_NAME } from './headline-words.ts';
import { isStandingHead } from './standing-heads.ts';
import type { RunningText } from './weigh-join.ts';

/**
 * What is to be seen at a place of a run of characters that holds the lines of headlines one after another: how a line
 * ends there, how the next begins, what stands between, how the line reads as a whole. Signs are named, their weights
 * are learnt ({@link file://./cut-headline-run.ts}).
 */

/** How lines end. */
const ENDS = {
  stop: /[！？…]$/u,
  quoteClosed: /”$/u,
  bracketClosed: /[）》]$/u,
  clause: /[，、；：]$/u,
  digitLast: /\d$/u,
  openEnd: new RegExp(`[${UNFINISHED}第是让用]$`, 'u'),
  happened:
    /(?:召开|举行|举办|开幕|启幕|启动|闭幕|落幕|公布|发布|出台|揭晓|开班|结束|施行|审议|开赛|开跑|开行|开通|开放)$/u,
  urged: /(?:强调|要求|指出|提醒|显示)$/u,
  task: /(?:工作|活动|会议|行动|建设|发展|情况|仪式|训练|改造)$/u,
  deckEnds: DECK_ENDS,
  office: OFFICE_AND_NAME,
  ordinalLast: /之[一二三四五六七八九十]+$/u,
} as const satisfies Record<string, RegExp>;

/** How lines begin. */
const BEGINNINGS = {
  quoteOpens: /^“/u,
  bracketOpens: /^[（《]/u,
  digitFirst: /^\d/u,
  dash: /^——/u,
  goesOn: new RegExp(`^[${GOING_ON}]`, 'u'),
  deckBegins: DECK_BEGINS,
  place: LINE_SIGNS.place,
  region: /^(?:全区|我区|区委|区政府|区人大|区政协|区\p{Script=Han}{1,4}(?:局|委|办|院|馆|中心|会))/u,
  person: LINE_SIGNS.person,
  slogan: LINE_SIGNS.slogan,
  ordinal: LINE_SIGNS.ordinal,
  when: /^(?:今日|今天|今起|明天|明起|昨日|昨晚|下周|本周|下月|今年|去年)/u,
  count: /^[一两三四五六七八九十百千万]+\p{Script=Han}/u,
  pronoun: /^[你我他她它您咱俺]/u,
} as const satisfies Record<string, RegExp>;

const ENDING_SIGNS = Object.entries(ENDS);
const BEGINNING_SIGNS = Object.entries(BEGINNINGS);
/** What a line says as a whole, wherever in it; what is said at its beginning or end is read there. */
const WITHIN = [
  ...(['event', 'vivid', 'official', 'list', 'question', 'quote', 'done', 'detail', 'pronoun'] as const),
  ...(['series', 'digits', 'exclaim', 'when'] as const),
].map((name) => [`has ${name}`, new RegExp(LINE_SIGNS[name], 'gu')] as const);

/** Longest beginning and end that a sign asks for, in characters. */
const REACH = 14;
/** Known words are looked for so far from the place. */
const WORD_REACH = 4;

/** A line cannot begin with it, or end with it. */
const NEVER_FIRST = /^(?!——)[，。、；：！？”’）》…·—%]/u;
const NEVER_LAST = /[“‘（《—]$/u;
const NUMBER_LAST = /[0-9A-Za-z.]$/u;
const NUMBER_FIRST = /^[0-9A-Za-z.%]/u;

/** The signs of a line that ends at `end`, by its last character, its last two and {@link ENDS}. */
export function readEnd(text: string, end: number): string[] {
  const tail = text.slice(Math.max(0, end - REACH), end);
  const signs = [`${tail.slice(-1)}|`, `${tail.slice(-2)}|`];
  for (const [name, sign] of ENDING_SIGNS) if (sign.test(tail)) signs.push(name);
  return signs;
}

/** The signs of a line that begins at `from`. */
export function readBeginning(text: string, from: number): string[] {
  const head = text.slice(from, from + REACH);
  const signs = [`|${head.slice(0, 1)}`, `|${head.slice(0, 2)}`];
  for (const [name, sign] of BEGINNING_SIGNS) if (sign.test(head)) signs.push(name);
  return signs;
}

/** What {@link weighContinuation} says, in whole nats, no less and no more than these. */
const GOES = { least: -3, most: 6 } as const;
/** So far before and behind a break it is asked whether the page has what stands there. */
const ACROSS = { before: 3, behind: 4, beside: 5 } as const;

/** How much of the text around a break the page holds in one piece, in characters; 0 where not even two. */
function holdsAcross(left: string, right: string, running: RunningText): number {
  let most = 0;
  for (let before = 1; before <= Math.min(ACROSS.before, left.length); before++) {
    const near = left.slice(-before);
    let behind = 0;
    while (behind < Math.min(ACROSS.behind, right.length) && running.holds(near + right.slice(0, behind + 1)))
      behind++;
    if (behind === 0) break;
    most = Math.max(most, before + behind);
  }
  return most;
}

/** How many characters of a text the page holds in one piece, from its beginning or back from its end. */
function holdsBeside(text: string, side: 'left' | 'right', running: RunningText): number {
  const part = (length: number): string => (side === 'left' ? text.slice(-length) : text.slice(0, length));
  let most = 0;
  while (most < Math.min(ACROSS.beside, text.length) && running.holds(part(most + 1))) most++;
  return most;
}

/** The signs of a break between two lines. */
export interface BreakSigns {
  /** It parts a word: one that is known, or two characters that the page has together. */
  readonly parts: boolean;
  readonly signs: readonly string[];
}

/**
 * The signs of what a break between two lines would part: a known word, characters that follow each other in any text,
 * what the page has in one piece; and whether words, and pieces of the page, end and begin there.
 * @param running the text of the page, undefined where it is not known
 * @returns undefined where no line can end: inside quotation marks, in a number, before a mark that closes
 */
export function readBreak(
  text: string,
  at: number,
  running: RunningText | undefined,
): BreakSigns | undefined {
  const left = text.slice(0, at);
  const right = text.slice(at, at + REACH);
  if (NEVER_FIRST.test(right) || NEVER_LAST.test(left) || openMarks(left) > 0) return undefined;
  if (NUMBER_LAST.test(left) && NUMBER_FIRST.test(right)) return undefined;
  const near = left.slice(-WORD_REACH);
  const bits = (...found: readonly boolean[]): string => found.map((there) => (there ? 1 : 0)).join('');
  const word = breaksWord(near, right);
  const ends = breaksWord(near.slice(0, -1), near.slice(-1));
  const begins = breaksWord(right.slice(0, 1), right.slice(1, WORD_REACH));
  const goes = Math.round(weighContinuation(near, right));
  const signs = [
    `word ${bits(word, ends, begins)}`,
    `goes ${Math.max(GOES.least, Math.min(GOES.most, goes))}`,
  ];
  if (!running) return { parts: word, signs };
  const seen = running.holds(near.slice(-1) + right.charAt(0));
  const kept = bits(running.holds(near.slice(-2)), ends, running.holds(right.slice(0, 2)), begins);
  signs.push(
    `parts ${bits(seen, word)}`,
    `parts ${bits(seen, word)} ${kept}`,
    `across ${holdsAcross(left, right, running)}`,
    `ahead ${holdsBeside(right, 'right', running)}`,
    `back ${holdsBeside(left, 'left', running)}`,
  );
  return { parts: seen || word, signs };
}

/** Lengths from here on are alike. */
const LONG = 25;
/** 让好山好水 变成好日子: halves of a headline in two phrases have so many characters each. */
const HALF = { least: 4, most: 9 } as const;

const LENGTHS = Array.from({ length: LONG + 1 }, (_, length) => `length ${length}`);
const LONGER = `length ${LONG + 5}`;

/**
 * Makes a run ready for asking what a line of it says as a whole.
 * @param parts whether a break at a place would part a word
 */
export function readLines(
  text: string,
  parts: (at: number) => boolean,
): (from: number, to: number) => string[] {
  // By place: where the first of what a sign asks for ends that begins there or behind.
  const first = WITHIN.map(([, sign]) => {
    const ends = new Int32Array(text.length + 1).fill(text.length + 1);
    for (const { 0: found, index } of text.matchAll(sign)) ends[index] = index + found.length;
    for (let at = text.length - 1; at >= 0; at--)
      ends[at] = Math.min(ends[at] as number, ends[at + 1] as number);
    return ends;
  });
  return (from, to) => {
    const length = to - from;
    const half = length / 2;
    const signs = [length < LONG + 5 ? (LENGTHS[Math.min(length, LONG)] as string) : LONGER];
    if (half >= HALF.least && half <= HALF.most && Number.isInteger(half) && !parts(from + half))
      signs.push('halves');
    if (isStandingHead(text.slice(from, to))) signs.push('standing');
    WITHIN.forEach(([name], k) => {
      if (((first[k] as Int32Array)[from] as number) <= to) signs.push(name);
    });
    return signs;
  };
}
