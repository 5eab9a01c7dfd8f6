import { type Article, BEGINNING_MISSING } from '../model.ts';

type ByPage = ReadonlyMap<string, readonly Article[]>;

/** What became of the other part of an article that continues on, or comes from, another page. */
export interface OtherPart {
  side: 'beginning' | 'end';
  /** Page that the jump line names; absent where a report begins in its middle without one. */
  page?: string;
  /** The other part, where the archive has it and it is certain which it is. */
  article?: Article;
  /** The page is there, but which of its articles it is cannot be told. */
  uncertain?: true;
}

/**
 * The other parts of an article (上接、下转). A part is matched only when the jump lines of both fit, or the
 * headlines are alike and no other one is; else it is left open.
 *
 * @param article the article
 * @param byPage all published articles by `<date>/p<NN>`
 */
export function matchParts(article: Article, byPage: ByPage): OtherPart[] {
  const parts: OtherPart[] = [];
  if (article.jumpFrom) parts.push(findPart(article, 'beginning', article.jumpFrom, byPage));
  else if (article.doubts.some((doubt) => doubt.code === BEGINNING_MISSING))
    parts.push({ side: 'beginning' });
  if (article.jumpTo) parts.push(findPart(article, 'end', article.jumpTo, byPage));
  return parts;
}

function findPart(article: Article, side: OtherPart['side'], page: string, byPage: ByPage): OtherPart {
  const there = byPage.get(`${article.date}/p${page}`) ?? [];
  if (there.length === 0) return { side, page };
  const back = side === 'beginning' ? 'jumpTo' : 'jumpFrom';
  const candidates = there.filter((other) => other[back] === article.page);
  const alike = (candidates.length > 0 ? candidates : there).filter(
    (other) => likeness(other.headline, article.headline) >= 0.5,
  );
  if (alike.length === 1) return { side, page, article: alike[0]! };
  if (alike.length === 0 && candidates.length === 1 && isOnlyJump(article, side, byPage))
    return { side, page, article: candidates[0]! };
  return { side, page, uncertain: true };
}

/** Whether no other article of the page has the same jump line. */
function isOnlyJump(article: Article, side: OtherPart['side'], byPage: ByPage): boolean {
  const field = side === 'beginning' ? 'jumpFrom' : 'jumpTo';
  const page = byPage.get(`${article.date}/p${article.page}`) ?? [];
  return page.filter((other) => other[field] === article[field]).length === 1;
}

/** Share of the shorter headline's character pairs that the other has too, 0 to 1. */
function likeness(a: string, b: string): number {
  const left = pairsOf(a);
  const right = pairsOf(b);
  const smaller = Math.min(left.size, right.size);
  if (smaller === 0) return 0;
  let shared = 0;
  for (const pair of left) if (right.has(pair)) shared += 1;
  return shared / smaller;
}

function pairsOf(text: string): Set<string> {
  const bare = text.replace(/[\s\p{P}]/gu, '');
  return new Set(Array.from({ length: Math.max(0, bare.length - 1) }, (_, i) => bare.slice(i, i + 2)));
}
