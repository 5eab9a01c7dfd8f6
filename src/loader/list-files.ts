import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Paths of all files below a folder, from the root, sorted; none where the folder is not there. */
export async function listFiles(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    },
  );
  const base = join(root, '/');
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name).slice(base.length).replaceAll('\\', '/'))
    .sort();
}
