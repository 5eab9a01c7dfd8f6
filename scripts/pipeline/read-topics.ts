import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { TopicFrontMatter } from '../../src/model.ts';
import type { TopicRule } from './3-articles/draft.ts';

const FRONT_MATTER = /^---\r?\n([\s\S]*?)\r?\n---/u;

/**
 * Topics from the front matter of `content/topics/*.mdx`: terms with weights, exceptions, threshold.
 * @throws Error with the file and what is wrong, in Chinese.
 */
export function readTopics(folder: string): TopicRule[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.mdx'))
    .sort()
    .map((file) => {
      const path = join(folder, file);
      const front = FRONT_MATTER.exec(readFileSync(path, 'utf8'))?.[1];
      if (front === undefined) throw new Error(`${path}：开头没有 --- 包起来的属性。请照其他专题补上。`);
      const parsed = TopicFrontMatter.safeParse(parse(front, { schema: 'core' }));
      if (!parsed.success) {
        const issue = parsed.error.issues[0]!;
        throw new Error(`${path}：${issue.path.join('.')} ${issue.message}。请改正后再运行。`);
      }
      const { terms, exceptions, threshold } = parsed.data;
      return { slug: file.replace(/\.mdx$/u, ''), terms, exceptions, threshold };
    });
}
