import { parseArticle } from './parse-article.ts';

type Parsed = ReturnType<typeof parseArticle>;

// The build reads the content to check it, and Astro reads it again for its pages, through a second copy of this
// module in the same process: what is parsed is kept where both find it.
const KEY = Symbol.for('fengtai-archive.parsed-articles');
const shared = globalThis as { [KEY]?: Map<string, { source: string; parsed: Parsed }> };

/**
 * {@link parseArticle}, once for each text of a file. What it gives is shared and must not be changed.
 *
 * @param source text of the file
 * @param file its path from the root
 */
export function parseOnce(source: string, file: string): Parsed {
  shared[KEY] ??= new Map();
  const known = shared[KEY].get(file);
  if (known?.source === source) return known.parsed;
  const parsed = parseArticle(source, file);
  shared[KEY].set(file, { source, parsed });
  return parsed;
}
