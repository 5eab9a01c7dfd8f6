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
 * @param hold takes all that the command says, at its end, in place of the terminal: where another talks there
 * @returns its exit code; 1 when a signal ended it
 */
export function runCommand(
  root: string,
  command: string,
  args: readonly string[],
  hold?: (said: string) => void,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const program = command === 'node' ? process.execPath : command;
    const child = spawn(program, args, {
      cwd: root,
      stdio: hold ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      shell: process.platform === 'win32',
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => {
        said += text;
      });
    child.once('error', reject);
    child.once('close', (code) => {
      hold?.(said);
      resolve(code ?? 1);
    });
  });
}
