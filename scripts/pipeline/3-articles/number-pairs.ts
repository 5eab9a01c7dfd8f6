import { isHan } from '../../../src/is-han.ts';
import { PairTable, pairOf } from '../pair-table.ts';

/** A page has some thousand different pairs. */
const PAIRS = 4096;

/** The pairs of Chinese characters in the paragraphs of a page. */
export interface NumberedPairs {
  /**
   * By place in the text of all paragraphs, one behind the other: the number of the pair that the character makes with
   * the one before it in its paragraph, from 1 on; 0 where the two are not both Chinese.
   */
  readonly numbers: Int32Array;
  /** How many different ones there are. */
  readonly count: number;
}

/** Numbers the pairs of Chinese characters in the paragraphs of a page, in the order in which they come. */
export function numberPairs(paragraphs: readonly string[]): NumberedPairs {
  let length = 0;
  for (const text of paragraphs) length += text.length;
  const numbers = new Int32Array(length);
  const table = new PairTable(Math.min(length, PAIRS));
  let start = 0;
  for (const text of paragraphs) {
    let left = 0;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      const right = isHan(code) ? code : 0;
      if (left > 0 && right > 0) numbers[start + i] = table.add(pairOf(left, right));
      left = right;
    }
    start += text.length;
  }
  return { numbers, count: table.size };
}
