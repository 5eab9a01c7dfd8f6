import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describeFailure, Refusal } from '../describe-failure.ts';
import { recallParsed } from './keep-parsed.ts';
import type { RenderOptions } from './render-pages.ts';

/** What the process apart tells: a line of progress, what came of it, or why nothing did. */
type Answer = { said: string } | { digests: [file: string, digest: string][] } | { failure: string };

/**
 * Renders every page in a process of its own. Astro's bundler leaves half a gigabyte behind that only the end of a
 * process gives back, and the steps that follow need it.
 *
 * @param options as those of `renderPages`
 * @returns digests of the pages that have a key, by path of their file
 * @throws {Refusal} with what went wrong there, as it is told to an editor
 */
export async function renderApart({ say, ...options }: RenderOptions): Promise<ReadonlyMap<string, string>> {
  const child = fork(fileURLToPath(import.meta.url), [JSON.stringify(options)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  return new Promise((resolve, reject) => {
    let answer: Answer | undefined;
    child.on('message', (message: Answer) => {
      if ('said' in message) say(message.said);
      else {
        answer = message;
        child.disconnect();
      }
    });
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      if (answer && 'digests' in answer) resolve(new Map(answer.digests));
      else if (answer && 'failure' in answer) reject(new Refusal(answer.failure));
      else reject(new Error(`生成网页的进程中途退出（${signal ?? code}）`));
    });
  });
}

if (process.send && process.argv[1] === fileURLToPath(import.meta.url)) {
  const answer = (message: Answer) => process.send!(message);
  // Also when the build that started it was killed: nothing may go on writing.
  process.once('disconnect', () => process.exit());
  const options = JSON.parse(process.argv[2]!) as Omit<RenderOptions, 'say'>;
  try {
    await recallParsed(options.cache);
    const { renderPages } = await import('./render-pages.ts');
    const digests = await renderPages({ ...options, say: (said) => answer({ said }) });
    answer({ digests: [...digests] });
  } catch (error) {
    answer({ failure: describeFailure(error) });
  }
}
