import { cannotBegin, endingOf, GOING_ON, UNFINISHED, widthOf } from '../characters.ts';
import { breaksWord } from '../word-meanings.ts';
import { OCCASION } from './headline-words.ts';
import type { LineText } from './line-signs.ts';
import type { Block } from './row.ts';
import { isStandingHead, mayStandOver } from './standing-heads.ts';
import { weighPair } from './weigh-pair.ts';

/** The running text of a page, to be asked which characters stand together in it: mostly pairs. */
export interface RunningText {
  holds(piece: string): boolean;
}

/** Up to this length a text is searched for each pair that is asked for; of a longer one, all pairs are gathered. */
const LONGEST_SEARCHED = 20_000;

/** The text of all blocks that are not headings. */
export function gatherText(blocks: readonly Block[]): RunningText {
  return gatherPairs(blocks.filter((block) => block.kind !== 'heading').map((block) => block.strand.text));
}

/** The pairs of characters of some texts. */
export function gatherPairs(texts: readonly string[]): RunningText {
  const text = texts.join('\n');
  if (text.length <= LONGEST_SEARCHED) return { holds: (piece) => text.includes(piece) };
  const pairs = new Set<string>();
  for (let i = 1; i < text.length; i++) pairs.add(text.slice(i - 1, i + 1));
  return { holds: (piece) => (piece.length === 2 ? pairs.has(piece) : text.includes(piece)) };
}

// A phrase cannot end or begin with these: the line break fell inside it.
const CANNOT_END = new RegExp(`[${UNFINISHED}第—（《“]$`, 'u');
const CANNOT_BEGIN = new RegExp(`^[${GOING_ON}、”》）]`, 'u');
// “两个计划”实施半年来 / 成绩亮眼: when it was, before what was.
const WHEN_ENDS = /(?:年来|月来|以来|之际|期间|同时|之后)$/u;
const CLAUSE_END = /[，：；！？、]$/u;
// 从车库到“隐形冠军”： / 一家小厂的倍增路: a line that ends so goes on; 王少峰调研时强调： stands over what he said.
const GOES_ON = /[，：、]$/u;
const SAID = /(?:强调|指出|要求|表示|提出|宣布|寄语|说|道)：$/u;
/** So many characters around a break are asked for a known word. */
const WORD_REACH = 4;
/** By hand: of 286 headlines, kickers and decks of six invented papers and three real pages none ends with such a mark. */
const UNENDED = 5;
/** Evidence (nats) where two lines surely are two. */
const NEVER = -9;
/** Two lines that are no wider (em) together may well be one in a narrow column. */
const SHORT = 16;
/** The phrases of a couplet have so many characters at least. */
const PHRASE = 5;
/** Where more of the blocks than this share stand apart, blank lines tell which lines were set as one. */
const SPACED = 0.3;
/** Lines up to here may be a standing head. */
const LABEL = 6;
/** The title of a picture is short, and the picture is wide enough for it. */
const TITLE = 8;
/** A headline is so much longer than the standing head over it. */
const LONGER = 2;

/**
 * Evidence (nats) of each sign: a ridge-regularised logistic regression over 1,800 pairs of heading lines that follow
 * each other on 240 pages, real pages fourfold, what their words say being given ({@link weighPair}, `words` times).
 * Of pairs of a paper that was left out it errs at 6 of 100, without the words at 8. What the words say as well (offices,
 * decks, questions, quotation marks, clauses, a space in the second line) was taken out since: no set of pages lost by it.
 * The others keep their weights: fitted anew without it, or taken out too, they cost headlines.
 */
const WEIGHTS = {
  none: -1.6,
  touching: 1.04,
  apart: -0.2, // by hand: -1.4 was fitted, but subheads that a column cuts in two stand apart on some pages
  even: 0.16,
  evenTouching: 0.58,
  nearlyEven: 0.17,
  nearlyEvenTouching: 0.41,
  uneven: -0.64,
  word: 1.14, // the pair of characters at the break stands in the text of the page
  noWord: -1.31,
  noPair: -1.44,
  /** By hand, 阶段入 / 学信息: of 44 breaks inside a known word that the page has with a character more, all were in one line. */
  torn: 4,
  short: 2.52,
  titled: -2, // by hand: 光影砚湖 / 花海泛舟 over a picture is the column's name and the title
  label: -2, // by hand: 砚边小品 / 霜降后的白菜 is the column's name and the headline
  leftInTwo: -2.25,
  whenEnds: 2.2,
  cannotBegin: 2.33,
  forbidden: 5, // no setter begins a line with such a mark: the scanner cut it
  vertical: 0.9,
  parted: -2, // by hand: where they were cut it was asked already whether they are one
  leftEvent: -1.05,
  rightEvent: -2.32,
  leftLabel: -1.3,
  rightLabel: -1.69,
  standing: -3.58,
  third: -0.83,
  words: 0.95,
} as const;

/** Most that the words of two lines say for or against their being one, in nats. */
const MOST_WORDS = 5;

/** Evidence that two lines are one headline, cut by the setter to fit the column. */
export function weighJoin(
  left: Block,
  right: Block,
  running: RunningText,
  page: { spaced: boolean; marked: boolean; third: boolean; pictured: boolean },
): number {
  const a = left.strand.text;
  const b = right.strand.text;
  if (left.mark !== right.mark || left.vertical !== right.vertical) return NEVER;
  // Where headlines carry marks (##), each is on one line.
  if (page.marked || endingOf(a) === 'stop' || b.startsWith('——')) return NEVER;
  const touching = page.spaced && right.gap === 0;
  const difference = Math.abs(a.length - b.length);
  const joint = a.slice(-1) + b.charAt(0);
  const pair = HAN_PAIR.test(joint);
  const word = pair && running.holds(joint);
  const torn =
    word &&
    (running.holds(a.slice(-2) + b.charAt(0)) || running.holds(a.slice(-1) + b.slice(0, 2))) &&
    breaksWord(a.slice(-WORD_REACH), b.slice(0, WORD_REACH));
  const label = page.spaced && right.gap > 0 && a.length <= LABEL && mayStandOver(a);
  const titled = page.pictured && !left.vertical && a.length <= LABEL && b.length <= TITLE;
  const signs: readonly (readonly [boolean, number])[] = [
    [touching, WEIGHTS.touching],
    [page.spaced && right.gap > 0, WEIGHTS.apart],
    [difference <= 1, WEIGHTS.even + (touching ? WEIGHTS.evenTouching : 0)],
    [difference === 2, WEIGHTS.nearlyEven + (touching ? WEIGHTS.nearlyEvenTouching : 0)],
    [difference >= 3 && !CLAUSE_END.test(a), WEIGHTS.uneven],
    [word, WEIGHTS.word],
    [pair && !word, WEIGHTS.noWord],
    [!pair, WEIGHTS.noPair],
    [torn, WEIGHTS.torn],
    [widthOf(a) + widthOf(b) < SHORT && !titled, WEIGHTS.short],
    [titled, WEIGHTS.titled],
    [label && b.length - a.length >= LONGER, WEIGHTS.label],
    [a.includes(' '), WEIGHTS.leftInTwo],
    [WHEN_ENDS.test(a), WEIGHTS.whenEnds],
    [CANNOT_BEGIN.test(b), WEIGHTS.cannotBegin],
    [cannotBegin(b.charAt(0)), WEIGHTS.forbidden],
    [left.vertical, WEIGHTS.vertical],
    [right.parted === true, WEIGHTS.parted],
    [OCCASION.test(a), WEIGHTS.leftEvent],
    [OCCASION.test(b), WEIGHTS.rightEvent],
    [a.length <= LABEL, WEIGHTS.leftLabel],
    [b.length <= LABEL, WEIGHTS.rightLabel],
    [isStandingHead(a) || isStandingHead(b), WEIGHTS.standing],
    [page.third, WEIGHTS.third],
    [GOES_ON.test(a) && !SAID.test(a), UNENDED],
  ];
  let evidence: number = WEIGHTS.none;
  for (const [there, weight] of signs) if (there) evidence += weight;
  return evidence + weighWords(left.strand, right.strand);
}

/** What the words of two lines say of it, among all that is said of their being one. */
export const weighWords = (left: LineText, right: LineText): number =>
  WEIGHTS.words * Math.max(-MOST_WORDS, Math.min(MOST_WORDS, weighPair(left, right)));

/** Does a picture stand here: its caption or its credit? */
export const isPicture = (block: Block | undefined): boolean =>
  block?.kind === 'caption' || block?.kind === 'credit';

/** Does the page mark its headlines (##, bold)? */
export function isMarked(blocks: readonly Block[]): boolean {
  return blocks.some((block) => block.mark > 0);
}

const HAN_PAIR = /^\p{Script=Han}{2}$/u;

// 一本民心账：吃什 / 么，老人说了算: a first half with a comma or a colon is the beginning of a sentence; inside
// quotation marks (“研发在丰台，转化在津冀”) it is not.
const QUOTED = /“[^”]*”/gu;
const IN_SENTENCE = /[，：；。]/u;

/** Couplets are two phrases: a space stands between them; a phrase or a sentence that was cut gets none. */
function isCouplet(a: string, b: string, running: RunningText): boolean {
  if (CLAUSE_END.test(a) || WHEN_ENDS.test(a) || CANNOT_BEGIN.test(b) || CANNOT_END.test(a)) return false;
  const joint = a.slice(-1) + b.charAt(0);
  if (joint.length === 2 && running.holds(joint)) return false;
  if (IN_SENTENCE.test(a.replaceAll(QUOTED, ''))) return false;
  return a.length >= PHRASE && b.length >= PHRASE;
}

/** Do many blocks of the page have a blank line before them? Then lines that touch were set as one. */
export function isSpaced(blocks: readonly Block[]): boolean {
  return blocks.filter((block) => block.gap > 0).length > blocks.length * SPACED;
}

/** What stands between two lines that are one headline: a space between the phrases of a couplet. */
export const jointOfLines = (a: string, b: string, running: RunningText): string =>
  isCouplet(a, b, running) ? ' ' : '';

/** Two lines that are one headline. */
export const joinHeadline = (a: string, b: string, running: RunningText): string =>
  `${a}${jointOfLines(a, b, running)}${b}`;
