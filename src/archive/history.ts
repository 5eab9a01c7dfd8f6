import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A commit that touched a file. */
export interface Commit {
  hash: string;
  /** When it was committed, ISO 8601 in UTC. */
  date: string;
  /** First line of its message. */
  subject: string;
}

/** The commits of each file by its path from the root, newest first. */
export type History = ReadonlyMap<string, readonly Commit[]>;

const LARGEST_LOG = 512 * 1024 * 1024;
const COMMIT_MARK = '\u0001';
const FIELD_MARK = '\u0002';

/**
 * Reads the history of everything under `content/` in one pass of `git log`.
 *
 * A folder without git, or a machine without it, has no history. In a shallow clone the oldest commit seems
 * to have made every file; it is left out, so that no date is given rather than a wrong one.
 *
 * @param root folder of the repository
 */
export async function readHistory(root: string): Promise<History> {
  try {
    const format = `--format=${COMMIT_MARK}%H${FIELD_MARK}%ct${FIELD_MARK}%s`;
    const log = ['-c', 'core.quotePath=false', 'log', format, '--name-only', '--no-renames', '--relative'];
    const [{ stdout }, cut] = await Promise.all([
      run('git', [...log, '--', 'content'], { cwd: root, maxBuffer: LARGEST_LOG }),
      readShallowCommits(root),
    ]);
    return parseLog(stdout, cut);
  } catch {
    return new Map();
  }
}

/** Commits at which a shallow clone was cut off. */
async function readShallowCommits(root: string): Promise<ReadonlySet<string>> {
  const { stdout } = await run('git', ['rev-parse', '--git-path', 'shallow'], { cwd: root });
  const text = await readFile(resolve(root, stdout.trim()), 'utf8').catch(() => '');
  return new Set(text.split('\n').filter(Boolean));
}

function parseLog(log: string, cut: ReadonlySet<string>): History {
  const history = new Map<string, Commit[]>();
  for (const record of log.split(COMMIT_MARK).slice(1)) {
    const [head = '', ...files] = record.split('\n');
    const [hash = '', seconds = '', subject = ''] = head.split(FIELD_MARK);
    if (cut.has(hash)) continue;
    const commit = { hash, date: new Date(Number(seconds) * 1000).toISOString(), subject };
    for (const file of files) {
      if (!file) continue;
      const commits = history.get(file);
      if (commits) commits.push(commit);
      else history.set(file, [commit]);
    }
  }
  return history;
}

/**
 * When one of several files was last changed.
 *
 * @returns ISO 8601; `undefined` where git knows none of them
 */
export function lastChange(history: History, files: Iterable<string>): string | undefined {
  let last: string | undefined;
  for (const file of files) {
    const date = history.get(file)?.[0]?.date;
    if (date && (!last || date > last)) last = date;
  }
  return last;
}

/** When a file was first committed: when the archive took it in. */
export const firstSeen = (history: History, file: string): string | undefined =>
  history.get(file)?.at(-1)?.date;
