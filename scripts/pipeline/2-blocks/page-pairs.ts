import { PairTable, pairOf } from '../pair-table.ts';
import type { Row } from './row.ts';

/** What a page says of two rows that may follow each other. */
export interface PagePairs {
  /** Does the character that one row ends with stand before the one that the other begins with inside a row as well? */
  haveAcross(before: string, after: string): boolean;
}

/**
 * The pairs of characters that a page has inside its rows: what it names once it names again, and a break that parts
 * such a pair is likely one inside a word. Read when first asked for.
 * @param digits does each digit count as itself, or any as every other, since numbers differ?
 */
export function readPagePairs(rows: readonly Row[], digits: 'each' | 'alike'): PagePairs {
  const unitAt = (text: string, at: number): number => {
    const code = text.charCodeAt(at);
    return digits === 'alike' && code >= 0x30 && code <= 0x39 ? 0x30 : code;
  };
  let pairs: PairTable | undefined;
  const read = (): PairTable => {
    const table = new PairTable(16 * rows.length);
    for (const { strand } of rows) {
      let left = unitAt(strand.text, 0);
      for (let i = 1; i < strand.text.length; i++) {
        const right = unitAt(strand.text, i);
        table.add(pairOf(left, right));
        left = right;
      }
    }
    return table;
  };
  return {
    haveAcross(before, after) {
      pairs ??= read();
      return pairs.find(pairOf(unitAt(before, before.length - 1), unitAt(after, 0))) > 0;
    },
  };
}
