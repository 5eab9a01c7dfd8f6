import { readContent } from '../../src/loader/read-content.ts';
import { tellProgress } from '../watch-progress.ts';
import { checkAccounts } from './check-accounts.ts';
import { leaveContent } from './hand-on-content.ts';
import { recallParsed } from './keep-parsed.ts';
import { timeStep } from './time-step.ts';

/** What is read, and where what makes the next build quicker lies. Paths are absolute. */
export interface ReadOptions {
  root: string;
  cache: string;
  /** Address under which the archive lies, with a slash at its end. */
  home: string;
  say: (line: string) => void;
}

/**
 * The first part of a build: reads and checks the content, insists that every page's account balances, and leaves
 * the content to the parts that follow.
 *
 * @throws {ContentError} with all that an editor has to mend
 */
export async function readAndAlign({ root, cache, home, say }: ReadOptions): Promise<void> {
  const keepParsed = await recallParsed(cache);
  const content = await timeStep(say, '读取并核对 content/', () =>
    readContent(root, tellProgress(say, '篇')),
  );
  await keepParsed(new Set(content.articles.map(({ file }) => file)));
  say(`  ${content.issues.length} 期，${content.articles.length} 篇`);
  const aligned = await timeStep(say, '逐字对照扫描文本', () =>
    checkAccounts(root, content, cache, home, say),
  );
  say(`  ${aligned} 版`);
  await leaveContent(cache, content);
}
