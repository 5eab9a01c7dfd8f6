import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the archive: where the command runs, if it is one; else the repository of this script. */
export function findRoot(): string {
  const here = process.cwd();
  if (existsSync(join(here, 'content/archive.yaml'))) return here;
  return fileURLToPath(new URL('..', import.meta.url));
}
