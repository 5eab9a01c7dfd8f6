import type { ArticleFrontMatter } from '../../src/model.ts';
import { insertField, joinFields, splitFields } from '../pipeline/4-mdx/front-matter-fields.ts';
import { writeFrontMatter } from '../pipeline/4-mdx/write-article.ts';

const FRONT_MATTER = /^---[ \t]*\n([\s\S]*?)\n---[ \t]*(?=\n|$)/u;

/**
 * Changes fields of an article's front matter and leaves every other line as the editor wrote it, comments too.
 *
 * @param text text of the file, line feeds only
 * @param article the front matter as it shall be
 * @param fields names of the fields to write anew; a field that `article` does not have is taken out
 */
export function editFrontMatter(
  text: string,
  article: ArticleFrontMatter,
  fields: readonly (keyof ArticleFrontMatter)[],
): string {
  const match = FRONT_MATTER.exec(text);
  if (!match) throw new Error('no front matter');
  const written = splitFields(writeFrontMatter(article).split('\n'));
  let groups = splitFields(match[1]!.split('\n'));
  for (const field of fields) {
    const now = written.find((group) => group.field === field);
    const at = groups.findIndex((group) => group.field === field);
    if (at < 0) groups = now ? insertField(groups, { ...now, field }) : groups;
    else {
      // An editor's note beside the field stays, also when the field goes.
      const { comments } = groups[at]!;
      groups = groups.with(at, now ? { ...now, comments } : { lines: [], comments });
    }
  }
  return `---\n${joinFields(groups).join('\n')}\n---${text.slice(match[0].length)}`;
}
