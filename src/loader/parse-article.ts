import { type Article, ArticleFrontMatter } from '../model.ts';
import type { ContentProblem } from './content-problem.ts';
import { parseBody } from './parse-body.ts';
import { parseYaml } from './parse-yaml.ts';

const FRONT_MATTER = /^---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/u;
const PATH = /^content\/articles\/(\d{4}-\d{2}-\d{2})\/(p\d{2}-\d{3,})\.mdx$/u;

/**
 * Parses `content/articles/<date>/<id>.mdx`.
 *
 * @param source text of the file
 * @param file its path from the root, for messages and for checking date and id
 * @returns the article, or all that an editor has to mend in this file
 */
export function parseArticle(
  source: string,
  file: string,
): { article?: Article; problems: ContentProblem[] } {
  const text = source.replace(/^\uFEFF/u, '');
  const match = FRONT_MATTER.exec(text);
  if (!match) {
    return {
      problems: [
        {
          file,
          line: 1,
          found: '没有篇首信息',
          expected: '以 --- 开头、以 --- 结束的篇首信息',
          remedy: '照同一文件夹里别的文章写。',
        },
      ],
    };
  }
  const front = parseYaml(match[1]!, ArticleFrontMatter, { file, firstLine: 2 });
  const bodyLine = match[0].split('\n').length;
  const body = parseBody(text.slice(match[0].length), { file, firstLine: bodyLine });
  const problems = [...front.problems, ...body.problems];
  const place = PATH.exec(file);
  if (!place) {
    problems.push({
      file,
      line: 1,
      found: `文件名 ${JSON.stringify(file)}`,
      expected: 'content/articles/<日期>/<编号>.mdx，如 content/articles/2023-04-14/p02-009.mdx',
      remedy: '移到那里，或改名；不是文章的文件不放在 content/articles/。',
    });
  }
  if (front.value && place) {
    const lineOf = (field: string) =>
      2 +
      Math.max(
        0,
        match[1]!.split('\n').findIndex((line) => line.startsWith(`${field}:`)),
      );
    if (front.value.date !== place[1]) {
      problems.push({
        file,
        line: lineOf('date'),
        field: 'date',
        found: `"${front.value.date}"`,
        expected: `与文件夹相同的日期 "${place[1]}"`,
      });
    }
    if (front.value.id !== place[2]) {
      problems.push({
        file,
        line: lineOf('id'),
        field: 'id',
        found: `"${front.value.id}"`,
        expected: `与文件名相同的 "${place[2]}"`,
        remedy: '复制文章时，文件名和 id 要一起改；同一个 id 只能有一篇。',
      });
    }
  }
  if (!front.value || problems.length > 0) return { problems };
  return {
    article: { ...front.value, name: `${front.value.date}/${front.value.id}`, file, blocks: body.blocks },
    problems,
  };
}
