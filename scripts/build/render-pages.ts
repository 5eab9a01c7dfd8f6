import { build } from 'astro';

/**
 * Renders every page into `dist/`.
 *
 * @param root folder of the repository
 * @throws what Astro throws; a content error lists every place an editor has to mend
 */
export async function renderPages(root: string): Promise<void> {
  await build({ root, logLevel: 'warn' });
}
