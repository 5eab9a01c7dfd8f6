import { createHash } from 'node:crypto';
import type { Article } from '../model.ts';
import type { AlignedPage } from './aligned-page.ts';

/**
 * Anchors of an article's blocks: `l107` from the scan line on which a block begins, `l285-2` for the second
 * that begins on the same line. A block of an editor's own has no line: it is named by its first words.
 *
 * @param article the article
 * @param page its page, aligned; absent where there is no scan
 */
export function nameAnchors(article: Article, page: AlignedPage | undefined): string[] {
  const lines = new Map<number, number>();
  for (const part of page?.parts ?? []) {
    if (part.block === undefined || part.article.name !== article.name) continue;
    let first = Number.POSITIVE_INFINITY;
    for (let unit = 0; unit < part.from.length; unit++) {
      const character = part.from[unit]!;
      if (character >= 0 && character < first) first = character;
    }
    for (const list of part.dropped.values()) first = Math.min(first, ...list);
    if (first !== Number.POSITIVE_INFINITY) lines.set(part.block, page!.characters.line[first]!);
  }
  const used = new Map<string, number>();
  return article.blocks.map(({ text }, index) => {
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
