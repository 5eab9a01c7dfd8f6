import { PairTable, pairOf } from '../pair-table.ts';
import type { Strand } from '../strand.ts';

/** What a page says of two rows that may follow each other. */
export interface PagePairs {
  /** Does the character that one row ends with stand before the one that the other begins with inside a row as well? */
  haveAcross(before: string, after: string): boolean;
}

/** A row as far as it is read here. */
interface Printed {
  readonly strand: Strand;
}

/** One UTF-16 unit of a text as pairs are told by it: any digit is the same one. */
const unitOfPairAt = (text: string, at: number): number => {
  const code = text.charCodeAt(at);
  return code >= 0x30 && code <= 0x39 ? 0x30 : code;
};

function readPairs(rows: readonly Printed[]): PairTable {
  const pairs = new PairTable(16 * rows.length);
  for (const { strand } of rows) {
    let left = unitOfPairAt(strand.text, 0);
    for (let i = 1; i < strand.text.length; i++) {
      const right = unitOfPairAt(strand.text, i);
      pairs.add(pairOf(left, right));
      left = right;
    }
  }
  return pairs;
}

/**
 * The pairs of characters that a page has inside its rows: what it names once it names again, and a break that parts
 * such a pair is likely one inside a word. Numbers differ, so one digit counts as any other. Read when first asked for.
 */
export function readPagePairs(rows: readonly Printed[]): PagePairs {
  let pairs: PairTable | undefined;
  return {
    haveAcross(before, after) {
      pairs ??= readPairs(rows);
      return pairs.find(pairOf(unitOfPairAt(before, before.length - 1), unitOfPairAt(after, 0))) > 0;
    },
  };
}
