import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ContentError } from '../src/loader/content-problem.ts';
import { readContent } from '../src/loader/read-content.ts';
import type { BuildStep } from './build/build-step.ts';
import { renderPages } from './build/render-pages.ts';

/** The steps after rendering, in order; each constraint with its reason. */
const STEPS: readonly [label: string, step: BuildStep][] = [];

const root = fileURLToPath(new URL('..', import.meta.url));
const say = (line: string) => process.stderr.write(`${line}\n`);

try {
  say('读取并核对 content/ …');
  const content = await readContent(root);
  say(`${content.issues.length} 期，${content.articles.length} 篇`);
  say('生成网页 …');
  await renderPages(root);
  const base = `/${(process.env.BASE_PATH ?? '/').replace(/^\/+|\/+$/gu, '')}/`.replace('//', '/');
  const context = {
    root,
    dist: join(root, 'dist'),
    base,
    site: process.env.SITE_URL ?? 'http://localhost:4321',
    content,
    say,
  };
  for (const [label, step] of STEPS) {
    say(`${label} …`);
    await step(context);
  }
  say('完成：dist/');
} catch (error) {
  say(error instanceof ContentError ? error.message : String((error as Error).stack ?? error));
  process.exitCode = 1;
}
