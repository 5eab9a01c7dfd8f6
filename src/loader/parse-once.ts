import { hash } from 'node:crypto';
import { parseArticle } from './parse-article.ts';

type Parsed = ReturnType<typeof parseArticle>;

/** What came of a text, and a digest of that text. */
export interface KeptParse {
  digest: string;
  parsed: Parsed;
}

// The build reads the content to check it, and Astro reads it again for its pages, through a second copy of this
// module in the same process: what is parsed is kept where both find it.
const KEY = Symbol.for('fengtai-archive.parsed-articles');
const shared = globalThis as { [KEY]?: Map<string, KeptParse> };

/** What was parsed in this process, by path of the file; a build fills it with what the last one kept. */
export function parsedArticles(): Map<string, KeptParse> {
  shared[KEY] ??= new Map();
  return shared[KEY];
}

/**
 * {@link parseArticle}, once for each text of a file. What it gives is shared and must not be changed.
 *
 * @param source text of the file
 * @param file its path from the root
 */
export function parseOnce(source: string, file: string): Parsed {
  const digest = hash('sha256', source, 'base64url');
  const known = parsedArticles().get(file);
  if (known?.digest === digest) return known.parsed;
  const parsed = parseArticle(source, file);
  parsedArticles().set(file, { digest, parsed });
  return parsed;
}
