import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { type Commit, type History, readHistory } from './history.ts';

const run = promisify(execFile);

let history: Promise<History> | undefined;

/** The history of everything under `content/`, read once for a build. */
export function getHistory(): Promise<History> {
  history ??= readHistory(process.cwd());
  return history;
}

const blamed = new Map<string, Promise<ReadonlyMap<number, string>>>();

/**
 * The commit that last wrote a line of a file. Asked only of lines that an editor changed, which are few.
 *
 * @param file path from the root
 * @param line line of the file, from 1
 * @returns nothing where git does not know: no git, a shallow clone, a change that is not committed
 */
export async function findCommit(file: string, line: number): Promise<Commit | undefined> {
  const commits = (await getHistory()).get(file) ?? [];
  if (commits.length <= 1) return commits[0];
  let lines = blamed.get(file);
  if (!lines) {
    lines = blame(file);
    blamed.set(file, lines);
  }
  const hash = (await lines).get(line);
  return commits.find((commit) => commit.hash === hash);
}

async function blame(file: string): Promise<ReadonlyMap<number, string>> {
  try {
    const { stdout } = await run('git', ['blame', '-s', '-l', '--root', '--', file], {
      cwd: process.cwd(),
      maxBuffer: 64 * 1024 * 1024,
    });
    return new Map(stdout.split('\n').map((text, index) => [index + 1, text.slice(0, 40)]));
  } catch {
    return new Map();
  }
}
