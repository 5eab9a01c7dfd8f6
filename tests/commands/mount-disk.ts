import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { describeFailure } from '../../scripts/describe-failure.ts';

/** Whether a test may mount a disk: as a rule it may where it runs as root in a container. */
export const canMount = process.platform === 'linux' && process.getuid?.() === 0 && tryMount();

function tryMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'mount-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder], { stdio: 'ignore' });
    execFileSync('umount', [folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * A disk of its own for one test.
 *
 * @param folder where it is mounted; a new one when left out
 */
export function mountDisk(size: string, folder?: string): string {
  const root = folder ?? mkdtempSync(join(tmpdir(), 'mount-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', root]);
  onTestFinished(() => {
    execFileSync('umount', [root]);
    rmSync(root, { recursive: true, force: true });
  });
  return root;
}

/** What a person is told of work that fails. */
export const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => 'nothing failed',
    (error: unknown) => describeFailure(error),
  );
