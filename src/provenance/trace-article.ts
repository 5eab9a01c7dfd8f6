import { codeAt } from '../code-at.ts';
import type { Article, ArticleAccount, ChangeKind, Provenance } from '../model.ts';
import type { AlignedPage } from './aligned-page.ts';
import { findMoved, nameMoves } from './find-moved.ts';
import type { Part } from './list-parts.ts';
import { tracePart } from './trace-part.ts';

/**
 * Tells where an article's text comes from: every part in pieces that are the scan's text or a named change.
 *
 * @param page the aligned page
 * @param article one of its published articles
 * @param scan path of the scan, from the root
 * @throws Error where the pieces do not give the published text: then the alignment itself is wrong
 */
export function traceArticle(page: AlignedPage, article: Article, scan: string): Provenance {
  const own = page.parts.filter((part) => part.article === article);
  const moved = findMoved(own);
  const parts = own.map((part) => {
    const first = moved.get(part);
    return tracePart(page, part, first === undefined ? undefined : page.characters.line[first]);
  });
  nameMoves(parts);
  const counts: Partial<Record<ChangeKind, number>> = {};
  for (const part of parts) {
    if (part.movedFrom !== undefined) counts.moved = (counts.moved ?? 0) + 1;
    for (const { kind } of part.pieces) if (kind) counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return { name: article.name, scan, parts, counts, account: accountOf(page, own) };
}

function accountOf(page: AlignedPage, parts: readonly Part[]): ArticleAccount {
  const account = { scan: 0, same: 0, renamed: 0, dropped: 0, added: 0, published: 0 };
  for (const part of parts) {
    account.published += part.key.length;
    for (let unit = 0; unit < part.key.length; unit++) {
      const from = part.from[unit]!;
      if (from < 0) account.added++;
      else if (codeAt(page.characters.raw, from) === codeAt(part.text, part.at[unit]!)) account.same++;
      else account.renamed++;
    }
    for (const list of part.dropped.values()) account.dropped += list.length;
  }
  account.scan = account.same + account.renamed + account.dropped;
  return account;
}
