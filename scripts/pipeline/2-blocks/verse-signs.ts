import { readFileSync } from 'node:fs';
import { PairTable } from '../pair-table.ts';
import { weighSigns } from '../weigh-signs.ts';
import type { Row } from './row.ts';

/**
 * What the words of a row say of whether it is a line of verse: it holds one of some characters, or a pattern fits; what
 * each is worth is learnt.
 */
const VERSE_SIGNS = {
  me: '我你咱',
  third: '他她它',
  plural: '们',
  done: '了',
  lasting: '着',
  of: '的',
  one: '一',
  /** 像赶集回来的祖母: an image. */
  like: /像|仿佛|如同|似的|一样/u,
  not: '不没无',
  digit: '0123456789',
  latin: /[A-Za-z]/u,
  quote: '“”',
  list: '、',
  colon: '：',
  exclaim: '！？',
  space: ' ',
  bracket: '（）《》',
  dash: /——/u,
  endsWithOf: /的[，。；]?$/u,
  endsDone: /[了着过][，。；]?$/u,
  endsWithPlace: /[里上下中间边旁前后外][，。；]?$/u,
  endsWithStop: /。$/u,
  endsInside: /[，；]$/u,
  comma: /，./u,
  nature: '风雨雪月星云花草叶树河水山灯光春秋夏冬夜梦鸟蝉雁霜露霞炊烟',
  kin: /母亲|父亲|爷爷|奶奶|祖母|祖父|爹|娘|爸|妈|孩子|故乡|乡音|村口|回家/u,
  body: '手眼脸肩脚心头发',
  formerly: /时候|那年|那时|从前|后来/u,
  official:
    /区|市|局|委|街道|社区|工作|会议|项目|建设|发展|服务|全县|企业|政策|管理|居民|工程|活动|群众|记者/u,
  verb: /[走站坐睡醒喊说听看落飞开抬低弯轻慢悄静等想忘]|记得/u,
  /** 就有人推开木门, 把旧年的信: the sentence goes on over the line. */
  goesOn: /^(?:就|便|也|还|又|却|才|把|被|从|在|让|给|和|像|有|是|不|没|只|一)/u,
  doubled: /(.)\1/u,
} as const satisfies Record<string, string | RegExp>;

/**
 * Evidence (nats) of each sign that a row is a line of verse and not of a headline stack, as printed by
 * `node scripts/bench/learn-verse-weights.ts`: ridge-regularised logistic regression over the 899 lines of 70 invented
 * poems, 2,897 lines of stacks and a little running text, verse counting as much as all else. Of poems and stacks that
 * it did not learn from, 87 of 100 lines of verse are taken for verse, and 13 of 100 lines of stacks. `length` is per
 * ten characters, `longer` what is beyond fourteen.
 */
const VERSE_WEIGHTS = {
  always: 0.85,
  length: -2.65,
  longer: -0.01,
  veryShort: -0.67,
  alikeAbove: -0.59,
  alikeBelow: -0.1,
  me: 1.64,
  third: 1.26,
  plural: -0.25,
  done: 0.61,
  lasting: 0.8,
  of: 0.61,
  one: 0.57,
  like: 1.09,
  not: 0.49,
  digit: -2.53,
  latin: -0.26,
  quote: -2.6,
  list: -0.43,
  colon: 0.6,
  exclaim: -0.4,
  space: -1.6,
  bracket: 0.37,
  dash: 0.32,
  endsWithOf: 0.32,
  endsDone: -0.24,
  endsWithPlace: 0.46,
  endsWithStop: 2.5,
  endsInside: 2.1,
  comma: 0.73,
  nature: 0.15,
  kin: 0.13,
  body: 0.16,
  formerly: 1.62,
  official: -1.8,
  verb: 0.58,
  goesOn: 0.29,
  doubled: 0.94,
};

/** A row as far as verse is told by it. */
export type VerseRow = Pick<Row, 'width' | 'ending'> & { readonly text: string };

const LONG = 14;
const VERY_SHORT = 4;
/** Rows of a column differ by less. */
const ALIKE = 0.6;

/** How a row stands, read before its words. */
const STANDING = ['always', 'length', 'longer', 'veryShort', 'alikeAbove', 'alikeBelow'] as const;
/** The signs in the order in which they are read. */
export const VERSE_NAMES = [...STANDING, ...(Object.keys(VERSE_SIGNS) as (keyof typeof VERSE_SIGNS)[])];
const weights = VERSE_NAMES.map((name) => VERSE_WEIGHTS[name]);
const signs: readonly (string | RegExp)[] = Object.values(VERSE_SIGNS);

/** Numbers the characters that give a sign by themselves: rows are read character by character, not sign by sign. */
const characters = new PairTable(128);
/** By number of the character, the places of its signs. */
const placesOf: number[][] = [[]];
signs.forEach((sign, k) => {
  if (typeof sign !== 'string') return;
  for (const character of sign) {
    const number = characters.add(character.charCodeAt(0));
    placesOf[number] ??= [];
    placesOf[number].push(STANDING.length + k);
  }
});

/** Two rows of one width, of which the first breaks off: a column is set so. */
const isColumn = (first: VerseRow | undefined, second: VerseRow | undefined): boolean =>
  first !== undefined &&
  second !== undefined &&
  first.ending === 'none' &&
  Math.abs(first.width - second.width) < ALIKE;

/**
 * Reads a row between its neighbours, sign by sign, as it is learnt from.
 * @returns how much there is of each sign of {@link VERSE_NAMES}: 1 where it is there or not
 */
export function readVerse(
  row: VerseRow,
  above: VerseRow | undefined,
  below: VerseRow | undefined,
): readonly number[] {
  const { text } = row;
  const found = [
    1,
    text.length / 10,
    Math.max(0, text.length - LONG) / 10,
    Number(text.length <= VERY_SHORT),
    Number(isColumn(above, row)),
    Number(isColumn(row, below)),
  ];
  for (const sign of signs) found.push(typeof sign === 'string' ? 0 : Number(sign.test(text)));
  for (let i = 0; i < text.length; i++) {
    for (const place of placesOf[characters.find(text.charCodeAt(i))] as number[]) found[place] = 1;
  }
  return found;
}

/** What single characters are worth beside the signs (nats), learnt with them. */
export const VERSE_CHARACTERS = new URL('verse-characters.tsv', import.meta.url);

/** What single characters are worth, by their numbers. */
interface Worths {
  readonly numbers: PairTable;
  readonly worths: readonly number[];
}

let table: Worths | undefined;

function readWorths(): Worths {
  const rows = readFileSync(VERSE_CHARACTERS, 'utf8').split('\n');
  const numbers = new PairTable(rows.length);
  const worths = [0];
  for (const row of rows) {
    if (row !== '') worths[numbers.add(row.charCodeAt(0))] = Number(row.slice(row.indexOf('\t')));
  }
  return { numbers, worths };
}

/** Evidence (nats) that a row between its neighbours is a line of verse. */
export function weighVerse(row: VerseRow, above: VerseRow | undefined, below: VerseRow | undefined): number {
  table ??= readWorths();
  const { numbers, worths } = table;
  const { text } = row;
  let evidence = weighSigns(readVerse(row, above, below), weights);
  for (let i = 0; i < text.length; i++) {
    const number = numbers.find(text.charCodeAt(i));
    // However often a character comes, it counts once.
    if (number > 0 && text.indexOf(text[i] as string) === i) evidence += worths[number] as number;
  }
  return evidence;
}
