import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * A digest that changes when the program that made something kept changes: the sources in some folders, the
 * packages, and Node. What was kept under another digest is made anew.
 *
 * @param paths folders and files, from the root of the repository
 */
export async function digestCode(...paths: readonly string[]): Promise<string> {
  const hash = createHash('sha256').update(process.version);
  hash.update(await readFile(join(root, 'package-lock.json')).catch(() => ''));
  for (const path of paths) {
    if (/\.m?[jt]s$/u.test(path)) {
      hash.update(path).update(await readFile(join(root, path)));
      continue;
    }
    const entries = await readdir(join(root, path), { recursive: true, withFileTypes: true });
    const files = entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    for (const file of files.sort()) hash.update(file.slice(root.length)).update(await readFile(file));
  }
  return hash.digest('base64url').slice(0, 22);
}
