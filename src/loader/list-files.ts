import { join } from 'node:path';
import { listPaths } from './list-paths.ts';

/**
 * Paths of all files below a folder, from the root, sorted; none where the folder is not there. What begins with a dot
 * (`.DS_Store`) no editor wrote: it is left out.
 */
export async function listFiles(root: string, folder: string): Promise<string[]> {
  // All at once: to wait for each folder took three times as long.
  return listPaths(join(root, folder))
    .filter((path) => !path.startsWith('.', path.lastIndexOf('/') + 1))
    .map((path) => `${folder}/${path}`)
    .sort();
}
