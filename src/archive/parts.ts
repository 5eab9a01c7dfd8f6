import type { Article } from '../model.ts';
import { getArticleIndex } from './article-index.ts';
import { matchParts, type OtherPart } from './match-parts.ts';

export type { OtherPart } from './match-parts.ts';

/** The other parts of an article (上接、下转), as {@link matchParts} finds them in the archive. */
export async function getOtherParts(article: Article): Promise<OtherPart[]> {
  if (!article.jumpFrom && !article.jumpTo && article.doubts.length === 0) return [];
  return matchParts(article, (await getArticleIndex()).byPage);
}
