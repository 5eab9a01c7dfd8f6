import { shinglesOf } from '../../src/archive/shingles.ts';
import { ContentError } from '../../src/loader/content-problem.ts';
import { parseArticle } from '../../src/loader/parse-article.ts';
import type { Version } from './match-versions.ts';

/** What an article's words and lines are, for finding its other versions. */
export function versionOf(id: string, text: string | undefined, folder: string, lenient = false): Version {
  if (text === undefined) return { id, shingles: new Set(), lines: new Set() };
  const { article, problems } = parseArticle(text, `${folder}/${id}.mdx`);
  if (!article) {
    if (lenient) return { id, shingles: new Set(), lines: new Set() };
    throw new ContentError(problems);
  }
  const lines = new Set<number>();
  for (const [from, to] of article.lines) for (let line = from; line <= to; line++) lines.add(line);
  const words = [article.headline, ...article.blocks.map((block) => block.text)].join('\n');
  return { id, shingles: shinglesOf(words), lines };
}

/** Place of an article in the reading order of its page, as its file says. */
export const orderOf = (text: string | undefined) => Number(/^order: (\d+)$/mu.exec(text ?? '')?.[1] ?? 0);
