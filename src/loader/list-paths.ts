import { type Dirent, readdirSync } from 'node:fs';

/**
 * Paths of all files below a folder, with slashes, in no order; none where it is not there. Put together by hand and all
 * at once: a finished site has 140,000 files, and a build lists them four times.
 *
 * @throws what the file system says, where a folder cannot be read
 */
export function listPaths(folder: string): string[] {
  const paths: string[] = [];
  const list = (within: string): void => {
    for (const entry of readFolder(`${folder}/${within}`)) {
      if (entry.isFile()) paths.push(`${within}${entry.name}`);
      else if (entry.isDirectory()) list(`${within}${entry.name}/`);
    }
  };
  list('');
  return paths;
}

function readFolder(path: string): Dirent[] {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
