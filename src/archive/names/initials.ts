// The first character of each letter in the order of pinyin. I, U and V begin no syllable.
const FIRSTS: readonly [letter: string, first: string][] = [
  ['A', '阿'],
  ['B', '八'],
  ['C', '嚓'],
  ['D', '哒'],
  ['E', '妸'],
  ['F', '发'],
  ['G', '旮'],
  ['H', '哈'],
  ['J', '丌'],
  ['K', '咔'],
  ['L', '垃'],
  ['M', '妈'],
  ['N', '拏'],
  ['O', '噢'],
  ['P', '妑'],
  ['Q', '七'],
  ['R', '呥'],
  ['S', '仨'],
  ['T', '他'],
  ['W', '屲'],
  ['X', '夕'],
  ['Y', '丫'],
  ['Z', '帀'],
];
const OTHERS = '#';
const byPinyin = new Intl.Collator('zh-CN-u-co-pinyin');

/**
 * The letter under which a name stands in an index by pinyin: `王少峰` → `W`, `EVE CINA` → `E`; `#` for what
 * begins with neither a character nor a letter. A surname that is read in its own way (曾, 单) stands where the
 * character's first reading puts it.
 */
export function initialOf(headword: string): string {
  const head = headword.normalize('NFKC').slice(0, 2);
  const letter = /^[a-z]/iu.exec(head)?.[0];
  if (letter) return letter.toUpperCase();
  if (!/^\p{Script=Han}/u.test(head)) return OTHERS;
  const character = [...head][0]!;
  return FIRSTS.findLast(([, first]) => byPinyin.compare(first, character) <= 0)?.[0] ?? 'A';
}

/** Names under one letter, by pinyin. */
export interface InitialGroup<T> {
  letter: string;
  items: T[];
}

/** Groups names under their letters, A to Z, what has none at the end. */
export function groupByInitial<T>(items: readonly T[], nameOf: (item: T) => string): InitialGroup<T>[] {
  const sorted = items.toSorted((a, b) => byPinyin.compare(nameOf(a), nameOf(b)));
  return [...Map.groupBy(sorted, (item) => initialOf(nameOf(item)))]
    .map(([letter, group]) => ({ letter, items: group }))
    .sort(
      (a, b) => Number(a.letter === OTHERS) - Number(b.letter === OTHERS) || (a.letter < b.letter ? -1 : 1),
    );
}
