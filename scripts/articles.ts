import { fileURLToPath } from 'node:url';
import { ContentError } from '../src/loader/content-problem.ts';
import { readContent } from '../src/loader/read-content.ts';
import { listScannedPages } from '../src/provenance/list-pages.ts';
import { makePageWriter } from './articles/write-page.ts';
import { describeFailure } from './describe-failure.ts';
import { readArguments } from './read-arguments.ts';
import { spreadWork, WORTH_A_THREAD } from './spread-work.ts';
import { finishInterrupted } from './take-turn.ts';
import { tellProgress } from './watch-progress.ts';

const USAGE = `npm run --silent articles -- --json
  网站上的全部文章，每版扫描文本一行 JSON，格式与 npm run clean 相同；出处由逐字对照得出。
  只有扫描文本、还没有文章的版，照生成网站时那样现场整理。`;

const root = fileURLToPath(new URL('..', import.meta.url));

try {
  const { values } = readArguments({
    options: { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
  });
  if (!values.json || values.help) {
    process.stderr.write(`${USAGE}\n`);
    process.exitCode = values.help ? 0 : 1;
  } else {
    const say = (line: string) => process.stderr.write(`${line}\n`);
    await finishInterrupted(root);
    const pages = listScannedPages(await readContent(root, tellProgress(say, '篇')));
    const written = await Array.fromAsync(
      spreadWork(pages, {
        module: new URL('./articles/write-page.ts', import.meta.url).href,
        make: makePageWriter,
        setup: root,
        worthAThread: WORTH_A_THREAD.aligning,
        progress: { say, unit: '版' },
      }),
    );
    const problems = written.flatMap((page) => page.problems);
    if (problems.length > 0) throw new ContentError(problems);
    process.stdout.write(`${written.map(({ line }) => line).join('\n')}\n`);
  }
} catch (error) {
  process.stderr.write(`${describeFailure(error)}\n`);
  process.exitCode = 1;
}
