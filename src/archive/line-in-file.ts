import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Article, ProvenancePart } from '../model.ts';

/**
 * The line of the article's file on which a part of it stands.
 *
 * @returns from 1; the first line where the file cannot say (an article that is not in a file yet)
 */
export async function lineInFile(
  article: Article,
  { role, block }: Pick<ProvenancePart, 'role' | 'block'>,
): Promise<number> {
  if (block !== undefined) return article.blocks[block - 1]?.line ?? 1;
  const text = await readFile(join(process.cwd(), article.file), 'utf8').catch(() => '');
  return (
    1 +
    Math.max(
      0,
      text.split('\n').findIndex((line) => line.startsWith(`${role}:`)),
    )
  );
}
