import type { z } from 'zod';
import type { ContentProblem } from './content-problem.ts';
import { checkPageBody } from './guard-page.ts';
import { parseYaml } from './parse-yaml.ts';

const SLUG_FILE = /^content\/[a-z]+\/[a-z0-9]+(?:-[a-z0-9]+)*\.mdx$/u;

/** A topic or page: its front matter, and everything in it that an editor has to mend. */
export function parsePage<T>(
  text: string,
  schema: z.ZodType<T>,
  file: string,
): { value?: T; problems: ContentProblem[] } {
  const match = /^\uFEFF?---\n([\s\S]*?)\n---/u.exec(text.replaceAll('\r\n', '\n'));
  const { value, problems } = parseYaml(match?.[1] ?? '', schema, { file, firstLine: 2 });
  const linesBefore = match ? match[0].split('\n').length - 1 : 0;
  const body = checkPageBody(text.replaceAll('\r\n', '\n').slice(match?.[0].length ?? 0), {
    file,
    linesBefore,
  });
  const name: ContentProblem[] = SLUG_FILE.test(file)
    ? []
    : [
        {
          file,
          line: 1,
          found: `文件名 ${JSON.stringify(file)}`,
          expected: '小写字母、数字和连字符，以 .mdx 结尾：它是网址的一部分',
        },
      ];
  return { ...(value && { value }), problems: [...name, ...problems, ...body] };
}
