import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';

const LIMIT = 64 * 1024 * 1024;

/** Text as git stores it: `.gitattributes` asks for line feeds whatever the editor's system writes. */
const normalised = (text: string) => text.replaceAll('\r\n', '\n');

/**
 * The id that git gives a text: forty hexadecimal digits.
 *
 * @param text text of a file, or the bytes of a scan (which are taken as they are)
 */
export function blobIdOf(text: string | Uint8Array): string {
  const bytes = Buffer.from(typeof text === 'string' ? normalised(text) : text);
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

function runGit(root: string, args: readonly string[], input?: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const child = execFile('git', [...args], { cwd: root, maxBuffer: LIMIT }, (error, stdout) => {
      resolve(error ? undefined : stdout);
    });
    // Where git is not installed the pipe breaks before it is read.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });
}

/**
 * A text out of git's store.
 *
 * @param root folder of the repository
 * @param id blob id
 * @returns the text; `undefined` where it is not there (a shallow clone, no git, never committed)
 */
export async function readBlob(root: string, id: string): Promise<string | undefined> {
  if (!/^[0-9a-f]{40}$/u.test(id)) return undefined;
  return runGit(root, ['cat-file', 'blob', id]);
}

/**
 * Puts texts into git's store, so that the next run finds them even where the editor changes a file before
 * committing it. Where there is no git nothing happens.
 *
 * @param root folder of the repository
 * @param texts texts that stand in no file
 * @param files paths of files from the root
 */
export async function keepBlobs(
  root: string,
  texts: readonly string[],
  files: readonly string[],
): Promise<void> {
  for (const text of texts) await runGit(root, ['hash-object', '-w', '--stdin'], normalised(text));
  if (files.length > 0) await runGit(root, ['hash-object', '-w', '--stdin-paths'], `${files.join('\n')}\n`);
}
