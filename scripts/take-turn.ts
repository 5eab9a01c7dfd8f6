import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { holdLock } from './hold-lock.ts';
import { DESK, finishJournal, JOURNAL } from './write-tree.ts';

/**
 * Does what changes files of the repository while no other command does, after what was interrupted is complete, which
 * is told.
 *
 * @param root folder of the repository
 * @throws {Refusal} when another command is at it
 */
export async function takeTurn<T>(root: string, work: () => T | Promise<T>): Promise<T> {
  const release = await holdLock(join(root, DESK));
  try {
    const [first, ...others] = finishJournal(root);
    // Else who runs a killed command again is told that what it changes is not there, and not why.
    if (first !== undefined)
      process.stderr.write(
        `上次运行中途停了，现已补完 ${others.length + 1} 个文件：${first}${others.length > 0 ? ' 等' : ''}。\n`,
      );
    return await work();
  } finally {
    await release();
  }
}

/**
 * Completes what was interrupted, for commands that read `content/`: half of a change is nothing to read. Where nothing
 * was, nothing is written: what only reads works in a folder that is read-only.
 *
 * @param root folder of the repository
 * @throws {Refusal} when another command is at it
 */
export async function finishInterrupted(root: string): Promise<void> {
  if (existsSync(join(root, JOURNAL))) await takeTurn(root, () => undefined);
}
