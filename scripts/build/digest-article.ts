import { hash } from 'node:crypto';
import { parsedArticles } from '../../src/loader/parse-once.ts';
import type { Article } from '../../src/model.ts';

/** Digest of the text that an article was read from in this process; of one that was not, of all that it is. */
export function digestArticle(article: Article): string {
  // An article that the machine proposes is in no file yet, or in one that an editor has deleted.
  const kept = parsedArticles().get(article.file);
  if (kept?.parsed.article === article) return kept.digest;
  return hash('sha256', JSON.stringify(article), 'base64url');
}
