import { access, mkdir, rm, writeFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { type AstroIntegration, build } from 'astro';
import { type Progress, watchProgress } from '../watch-progress.ts';

/** Where pages are rendered from and to, and for which address. Paths are absolute. */
export interface RenderOptions {
  root: string;
  out: string;
  cache: string;
  site: string;
  base: string;
  say: (line: string) => void;
}

/**
 * Renders every page; one whose key is that of the last build is taken from the cache.
 *
 * @throws what Astro throws; a content error lists every place an editor has to mend
 */
export async function renderPages({ root, out, cache, site, base, say }: RenderOptions): Promise<void> {
  // What is published is the same whatever the caller's shell or test runner has set.
  process.env.NODE_ENV = 'production';
  const kept = join(cache, 'astro');
  const release = await distrustHalfDone(kept);
  const counted = countPages(say);
  await build({
    root,
    site,
    base,
    outDir: out + sep,
    cacheDir: kept + sep,
    logLevel: 'warn',
    integrations: [counted.integration],
  });
  await release();
  say(`  ${counted.total()} 页，其中新生成 ${counted.rendered()} 页`);
}

/**
 * Astro writes the pages it keeps one by one, and what it knows of them at the end. After a run that was cut off
 * between, what it knows is of other pages than those that lie there: nothing of it may be used.
 *
 * @returns what says that the run came to its end
 */
async function distrustHalfDone(kept: string): Promise<() => Promise<void>> {
  const mark = join(kept, 'rendering');
  const wasCutOff = await access(mark).then(
    () => true,
    () => false,
  );
  if (wasCutOff) await rm(join(kept, 'incremental-build.json'), { force: true });
  await mkdir(kept, { recursive: true });
  await writeFile(mark, '');
  return () => rm(mark, { force: true });
}

/** Stands between Astro and its renderer to see how far it is. */
function countPages(say: (line: string) => void): {
  integration: AstroIntegration;
  total: () => number;
  rendered: () => number;
} {
  let places = new Map<string, number>();
  let rendered = 0;
  let progress: Progress | undefined;
  const integration: AstroIntegration = {
    name: 'count-pages',
    hooks: {
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((renderer) => ({
          ...renderer,
          getStaticPaths: async () => {
            // All pages of an issue one after the other: a newspaper page is aligned with its scan once for them.
            const paths = (await renderer.getStaticPaths()).sort((a, b) =>
              a.pathname < b.pathname ? -1 : a.pathname > b.pathname ? 1 : 0,
            );
            places = new Map(paths.map(({ pathname }, index) => [pathname, index]));
            progress = watchProgress(say, '页', paths.length);
            return paths;
          },
          render: (request, options) => {
            rendered += 1;
            const { pathname } = new URL(request.url);
            // Pages that need no rendering are passed over without a word: the place in the list counts.
            const place = places.get(pathname) ?? places.get(decodeURI(pathname));
            progress?.reach(place === undefined ? rendered : place + 1);
            return renderer.render(request, options);
          },
        }));
      },
    },
  };
  return { integration, total: () => places.size, rendered: () => rendered };
}
