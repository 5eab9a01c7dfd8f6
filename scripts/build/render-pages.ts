import { join, sep } from 'node:path';
import { build } from 'astro';

/** Where pages are rendered from and to, and for which address. Paths are absolute. */
export interface RenderOptions {
  root: string;
  out: string;
  cache: string;
  site: string;
  base: string;
}

/**
 * Renders every page.
 *
 * @throws what Astro throws; a content error lists every place an editor has to mend
 */
export async function renderPages({ root, out, cache, site, base }: RenderOptions): Promise<void> {
  // What is published is the same whatever the caller's shell or test runner has set.
  process.env.NODE_ENV = 'production';
  await build({
    root,
    site,
    base,
    outDir: out + sep,
    cacheDir: join(cache, 'astro') + sep,
    logLevel: 'warn',
  });
}
