import { createHash } from 'node:crypto';
import type { Block, Provenance } from '../model.ts';

/**
 * Anchors of blocks: `l107` from the scan line on which a block begins, `l285-2` for the second that begins on
 * the same line. A block of an editor's own has no line: it is named by its first words.
 *
 * @param blocks the blocks of an article
 * @param provenance where they come from; absent where there is no scan
 */
export function nameAnchors(
  blocks: readonly Pick<Block, 'text'>[],
  provenance: Provenance | undefined,
): string[] {
  const lines = new Map(provenance?.parts.map((part) => [part.block, part.source[0]?.[0]]));
  const used = new Map<string, number>();
  return blocks.map(({ text }, index) => {
    const line = lines.get(index + 1);
    const base =
      line === undefined
        ? `x${createHash('sha1').update(text.slice(0, 12)).digest('hex').slice(0, 8)}`
        : `l${line}`;
    const count = (used.get(base) ?? 0) + 1;
    used.set(base, count);
    return count === 1 ? base : `${base}-${count}`;
  });
}
