import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { holdLock } from './hold-lock.ts';
import { DESK, finishJournal, JOURNAL } from './write-tree.ts';

/**
 * Does what changes files of the repository while no other command does, after what was interrupted is complete.
 *
 * @param root folder of the repository
 * @throws {Refusal} when another command is at it
 */
export async function takeTurn<T>(root: string, work: () => T | Promise<T>): Promise<T> {
  const release = await holdLock(join(root, DESK));
  try {
    finishJournal(root);
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
