import { readdir, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/**
 * Where Node keeps what it makes of each module (types stripped, code compiled) by the digest of its text.
 * `require-node.mjs` says so to the first process; those that it starts, and their threads, are told by their
 * environment.
 */
export const KEPT_MODULES = fileURLToPath(new URL('../.cache/modules', import.meta.url));

/** All programs of a build are some 3,300 modules; Astro bundles pages anew for each change, some 60 a build. */
const MOST = 10_000;

/**
 * Forgets all modules when there are too many: Node forgets none by itself. They are made again as they are loaded.
 *
 * @param folder where they are kept
 * @param most how many may be kept
 */
export async function forgetModules(folder = KEPT_MODULES, most = MOST): Promise<void> {
  const files = await readdir(folder, { recursive: true }).catch(() => []);
  if (files.length > most) await rm(folder, { recursive: true, force: true }).catch(() => {});
}
