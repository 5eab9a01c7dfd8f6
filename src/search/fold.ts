/**
 * Folding: what a reader types and what the paper printed are compared after width, case, compatibility forms,
 * traditional characters and forms of quotation marks are made one. Build and browser use the same function, so that both agree.
 */

/** Traditional characters and what they fold to; only characters that occur (made at build). */
export type CharacterMap = ReadonlyMap<string, string>;

/** A folded text and where each of its UTF-16 units comes from. */
export interface Folded {
  text: string;
  /**
   * Offset in the original of each folded unit, and one more for the end; absent where nothing moved, so that
   * folded and original offsets are the same.
   */
  origin?: Uint32Array;
}

/** Characters that fold to themselves, whatever the map says: most of every page. */
const PLAIN = /^[\u4e00-\u9fff\u3001\u3002\u201c\u201d\u2018\u2019\u300a\u300b0-9a-z]*$/u;
/** Characters each of which folds to one, whatever stands beside it: width and case, Chinese punctuation. */
const ONE_TO_ONE =
  /^[ -~\u00b7\u2014\u2018\u2019\u201c\u201d\u3000-\u300b\u3010-\u3029\u4e00-\u9fff\uff01-\uff5e]*$/u;
const MARK = /\p{M}/u;
/**
 * Forms of one quotation mark, and the one that the archive prints. In vertical type the paper prints ﹃ and within it ﹁
 * (GB/T 15834), which are published as “ and ‘ and stand in the scan as printed; with traditional characters 「 is typed, and
 * within it 『. ﹃ and 『 would be one by NFKC, and are not.
 */
const QUOTES: ReadonlyMap<string, string> = new Map([
  ['﹃', '“'],
  ['﹄', '”'],
  ['﹁', '‘'],
  ['﹂', '’'],
  ['「', '“'],
  ['」', '”'],
  ['『', '‘'],
  ['』', '’'],
]);
// A base character with the marks that stand on it is folded as one: é may be written in two characters.
const CLUSTER = /\P{M}\p{M}*|\p{M}+/gu;

/**
 * Folds a text: NFKC, lower case, forms of quotation marks, traditional characters by the map.
 *
 * @param text any string, lone surrogates included
 * @param map traditional characters that occur
 * @returns the folded text, with the way back to the original where lengths differ
 */
export function fold(text: string, map: CharacterMap): Folded {
  if (ONE_TO_ONE.test(text) && !hasMapped(text, map)) {
    return { text: PLAIN.test(text) ? text : text.normalize('NFKC').toLowerCase() };
  }
  const clusters = MARK.test(text) ? text.match(CLUSTER)! : [...text];
  let folded = '';
  let at = 0;
  let moved = false;
  const origin: number[] = [];
  for (const cluster of clusters) {
    const piece = foldCluster(cluster, map);
    for (let unit = 0; unit < piece.length; unit++) {
      origin.push(piece.length === cluster.length ? at + unit : at);
    }
    if (piece.length !== cluster.length) moved = true;
    folded += piece;
    at += cluster.length;
  }
  if (!moved) return { text: folded };
  origin.push(at);
  return { text: folded, origin: Uint32Array.from(origin) };
}

/** Folds a text where only the result is needed. */
export const foldText = (text: string, map: CharacterMap): string => fold(text, map).text;

/**
 * The range of the original which a folded range comes from. A character that folds to several (㎡ → m2) is
 * taken whole.
 *
 * @param from first folded offset
 * @param to folded offset after the last
 */
export function originOf({ text, origin }: Folded, from: number, to: number): [from: number, to: number] {
  if (!origin) return [from, to];
  let end = to;
  while (end < text.length && origin[end] === origin[to - 1]) end++;
  return [origin[from]!, origin[end]!];
}

const known = new Map<string, string>();

function foldCluster(cluster: string, map: CharacterMap): string {
  let plain = known.get(cluster);
  if (plain === undefined) {
    plain = QUOTES.get(cluster) ?? cluster.normalize('NFKC').toLowerCase().normalize('NFKC');
    // ｢ has half the width.
    plain = QUOTES.get(plain) ?? plain;
    if (known.size < 20_000) known.set(cluster, plain);
  }
  const mapped = map.get(plain);
  if (mapped !== undefined) return mapped;
  return plain.length > 1 ? [...plain].map((character) => map.get(character) ?? character).join('') : plain;
}

const patterns = new WeakMap<CharacterMap, RegExp>();

function hasMapped(text: string, map: CharacterMap): boolean {
  if (map.size === 0) return false;
  let pattern = patterns.get(map);
  if (!pattern) {
    const points = [...map.keys()].map((key) => `\\u{${key.codePointAt(0)!.toString(16)}}`);
    pattern = new RegExp(`[${points.join('')}]`, 'u');
    patterns.set(map, pattern);
  }
  return pattern.test(text);
}

/** Punctuation, symbols and spaces: what the mode 忽略标点 passes over, on both sides. */
const PASSED_OVER = /[\p{P}\p{S}\p{Z}\p{C}]/u;
const passed = new Map<number, boolean>();

/**
 * Whether the mode 忽略标点 passes over a UTF-16 unit of a folded text. Halves of a surrogate pair count as
 * letters: rare characters are written with them.
 */
export function isPassedOver(unit: number): boolean {
  // Most of every page is Han.
  if (unit >= 0x4e00 && unit <= 0x9fff) return false;
  if (unit >= 0xd800 && unit <= 0xdfff) return false;
  let answer = passed.get(unit);
  if (answer === undefined) {
    answer = PASSED_OVER.test(String.fromCharCode(unit));
    passed.set(unit, answer);
  }
  return answer;
}

/** A folded text without what 忽略标点 passes over. */
export function stripPassedOver(folded: string): string {
  let kept = '';
  for (let at = 0; at < folded.length; at++) if (!isPassedOver(folded.charCodeAt(at))) kept += folded[at];
  return kept;
}

/**
 * The map as one string, `豐丰臺台…`: how it is written to a file.
 *
 * @throws where a pair is not two characters
 */
export function readCharacterMap(pairs: string): Map<string, string> {
  const characters = [...pairs];
  const map = new Map<string, string>();
  for (let at = 0; at + 1 < characters.length; at += 2) map.set(characters[at]!, characters[at + 1]!);
  return map;
}
