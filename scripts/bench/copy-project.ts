import { cp, symlink } from 'node:fs/promises';
import { join } from 'node:path';

const PARTS = [
  'src',
  'scripts',
  'public',
  'astro.config.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];

/** Copies what builds the archive, without its content, into a folder; the packages are linked. */
export async function copyProject(root: string, folder: string): Promise<void> {
  for (const part of PARTS) await cp(join(root, part), join(folder, part), { recursive: true });
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
}
