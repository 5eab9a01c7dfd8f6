import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { blobIdOf } from './blob-id.ts';

/**
 * Path of what the machine wrote last for an article: `content/.machine/<date>/<id>.mdx`. It is committed with
 * the article, so that every clone can merge, a shallow one and one without git too; to git an article that
 * nobody touched and its machine text are one and the same blob.
 */
export const machineTextPath = (date: string, id: string) => `content/.machine/${date}/${id}.mdx`;

/**
 * What the machine wrote last for an article.
 *
 * @param root folder of the repository
 * @param blob the id that the page's record has for it
 * @returns the text; `undefined` where it is not there or is not what the record says
 */
export async function readMachineText(
  root: string,
  { date, id }: { date: string; id: string },
  blob: string,
): Promise<string | undefined> {
  const text = await readFile(join(root, machineTextPath(date, id)), 'utf8').catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    },
  );
  return text !== undefined && blobIdOf(text) === blob ? text.replaceAll('\r\n', '\n') : undefined;
}
