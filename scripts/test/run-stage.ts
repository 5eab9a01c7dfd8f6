import { spawn } from 'node:child_process';

/** How many tests of a stage passed and failed. */
export interface Tally {
  passed: number;
  failed: number;
}

/**
 * Runs a command of this project with what it says going straight to the terminal.
 *
 * @param root folder of the repository
 * @param command name of a program in `node_modules/.bin`, or `node`
 * @returns its exit code; 1 when a signal ended it
 */
export function runCommand(root: string, command: string, args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const program = command === 'node' ? process.execPath : command;
    const child = spawn(program, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}
