import { ArticleFrontMatter } from '../../src/model.ts';
import { writeFrontMatter } from '../pipeline/4-mdx/write-article.ts';

const FRONT_MATTER = /^---[ \t]*\n([\s\S]*?)\n---[ \t]*(?=\n|$)/u;
const FIELD = /^([a-zA-Z]+):/u;
const ORDER = Object.keys(ArticleFrontMatter.shape);

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
  const written = groupLines(writeFrontMatter(article).split('\n'));
  let groups = groupLines(match[1]!.split('\n'));
  for (const field of fields) {
    const now = written.find((group) => group.field === field);
    const at = groups.findIndex((group) => group.field === field);
    if (at >= 0) groups = now ? groups.with(at, now) : groups.toSpliced(at, 1);
    else if (now) {
      const before = groups.findLastIndex(
        (group) => group.field !== undefined && ORDER.indexOf(group.field) < ORDER.indexOf(field),
      );
      groups = groups.toSpliced(before + 1, 0, now);
    }
  }
  const head = `---\n${groups.flatMap((group) => group.lines).join('\n')}\n---`;
  return head + text.slice(match[0].length);
}

/** A field with the lines that belong to it; comments before the first field stand alone. */
function groupLines(lines: readonly string[]): { field?: string; lines: string[] }[] {
  const groups: { field?: string; lines: string[] }[] = [];
  for (const line of lines) {
    const field = FIELD.exec(line)?.[1];
    if (field !== undefined) groups.push({ field, lines: [line] });
    else if (groups.length === 0) groups.push({ lines: [line] });
    else groups.at(-1)!.lines.push(line);
  }
  return groups;
}
