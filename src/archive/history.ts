import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { writeCodes } from '../loader/find-forbidden.ts';

const run = promisify(execFile);

/** A commit that touched a file. */
export interface Commit {
  hash: string;
  /** When it was committed, ISO 8601 in UTC. */
  date: string;
  /** First line of its message; what cannot be seen stands as its code. */
  subject: string;
}

/** The commits of each file by its path from the root, newest first. */
export type History = ReadonlyMap<string, readonly Commit[]>;

const LARGEST_LOG = 512 * 1024 * 1024;
/** Stands before each field of a commit. A message may hold any character but this. */
const MARK = '\0';

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
    const format = '--format=%x00%H%x00%ct%x00%s';
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
  const fields = log.split(MARK);
  for (let at = 1; at + 2 < fields.length; at += 3) {
    const [hash, seconds, rest] = fields.slice(at, at + 3) as [string, string, string];
    if (cut.has(hash)) continue;
    const [subject = '', ...files] = rest.split('\n');
    const commit = {
      hash,
      date: new Date(Number(seconds) * 1000).toISOString(),
      subject: writeCodes(subject),
    };
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
