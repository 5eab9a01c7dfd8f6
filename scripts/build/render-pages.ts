import { createHash } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { AstroIntegration } from 'astro';
import { handContent } from '../../src/loader/handed-content.ts';
import { loadAstro } from '../load-astro.ts';
import { watchProgress } from '../watch-progress.ts';
import { digestCode } from './digest-code.ts';
import { takeContent } from './hand-on-content.ts';
import { type KeptFiles, openKeptFiles } from './keep-files.ts';
import { previousOf } from './move-folders.ts';
import { writeOffered } from './write-offered.ts';

/** Where pages are rendered from and to, and for which address. Paths are absolute. */
export interface RenderOptions {
  root: string;
  out: string;
  cache: string;
  site: string;
  base: string;
  /** Paths of pages that are not made: the bench asks what the others need. */
  leaveOut?: RegExp;
  /** The content was read and checked in this build, and left in the cache: it is not read again. */
  left?: boolean;
  say: (line: string) => void;
}

/**
 * Renders every page; one whose key is that of the last build is taken from the cache. Best done in a process of its
 * own: Astro's bundler leaves half a gigabyte behind that only the end of a process gives back.
 *
 * @returns digests of the pages that have a key, by path of their file
 * @throws what Astro throws; a content error lists every place an editor has to mend
 */
export async function renderPages({
  root,
  out,
  cache,
  site,
  base,
  leaveOut,
  left = false,
  say,
}: RenderOptions): Promise<ReadonlyMap<string, string>> {
  if (left) handContent(await takeContent(cache));
  // What is published is the same whatever the caller's shell or test runner has set.
  process.env.NODE_ENV = 'production';
  const { build } = await loadAstro();
  // Astro's own way of keeping pages wrote each of them twice; what it left is of no use any more.
  await rm(join(cache, 'astro', 'dist'), { recursive: true, force: true });
  const code = await digestCode('src', 'scripts/pipeline', 'astro.config.mjs');
  const pages = standBetween({
    site,
    base,
    ...(leaveOut && { leaveOut }),
    say,
    open: async () =>
      openKeptFiles(
        join(cache, 'rendered'),
        out,
        `${code} ${site} ${base} ${await digestAssets(out)}`,
        previousOf(cache),
      ),
  });
  await build({
    root,
    site,
    base,
    outDir: out + sep,
    cacheDir: join(cache, 'astro') + sep,
    logLevel: 'warn',
    integrations: [pages.integration],
  });
  const kept = pages.kept();
  await kept.finish();
  say(`  ${pages.total()} 页，其中新生成 ${pages.rendered()} 页`);
  return kept.digests;
}

/** Pages name styles and programs by their content: those that were bundled are part of what a page is made with. */
async function digestAssets(out: string): Promise<string> {
  const names = await readdir(join(out, '_astro')).catch(() => []);
  return createHash('sha256').update(names.sort().join('\n')).digest('base64url').slice(0, 22);
}

/**
 * Stands between Astro and its renderer: gives Astro only the pages that have to be rendered, writes and keeps those
 * that have a key, and says how far it is.
 */
function standBetween({
  site,
  base,
  leaveOut,
  say,
  open,
}: Pick<RenderOptions, 'site' | 'base' | 'leaveOut' | 'say'> & { open: () => Promise<KeptFiles> }): {
  integration: AstroIntegration;
  kept: () => KeptFiles;
  total: () => number;
  rendered: () => number;
} {
  let kept: KeptFiles;
  let total = 0;
  let rendered = 0;
  const integration: AstroIntegration = {
    name: 'keep-files',
    hooks: {
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((renderer) => {
          const keys = new Map<string, { file: string; key: string }>();
          let step = () => {};
          const addressOf = (pathname: string) => `${base}${trim(pathname)}/`;
          const keep = (address: string, body: Uint8Array): boolean => {
            rendered += 1;
            step();
            const page = keys.get(address);
            if (page) kept.put(page.file, page.key, body);
            return page !== undefined;
          };
          return {
            ...renderer,
            getStaticPaths: async () => {
              kept = await open();
              const all = await renderer.getStaticPaths();
              const paths = leaveOut ? all.filter(({ pathname }) => !leaveOut.test(pathname)) : all;
              total = paths.length;
              const waiting = paths.filter(({ pathname, cacheKey }) => {
                if (cacheKey === undefined) return true;
                const file = `${trim(pathname)}/index.html`;
                if (kept.take(file, cacheKey)) return false;
                keys.set(addressOf(pathname), { file, key: cacheKey });
                return true;
              });
              step = watchProgress(say, '页', waiting.length).step;
              // All pages of an issue one after the other: a newspaper page is aligned with its scan once for them.
              waiting.sort((a, b) => (a.pathname < b.pathname ? -1 : a.pathname > b.pathname ? 1 : 0));
              const written = await writeOffered(
                waiting.map((path) => ({
                  path,
                  address: addressOf(path.pathname),
                  kind: path.route.component,
                })),
                {
                  render: async ({ path: { route }, address }) => {
                    const request = new Request(new URL(encodeURI(address), site));
                    const answer = await renderer.render(request, { routeData: route });
                    return (answer instanceof Response ? answer : answer.response).text();
                  },
                  write: ({ address }, html) => keep(address, html),
                },
              );
              return waiting.filter(({ pathname }) => !written.has(addressOf(pathname)));
            },
            render: async (request, options) => {
              const answer = await renderer.render(request, options);
              const response = answer instanceof Response ? answer : answer.response;
              const address = decodeURI(new URL(request.url).pathname);
              if (response.status !== 200 || !keys.has(address)) {
                rendered += 1;
                step();
                return answer;
              }
              keep(address, new Uint8Array(await response.arrayBuffer()));
              // A page without a body is none to Astro: it writes nothing.
              return new Response(null);
            },
          };
        });
      },
    },
  };
  return { integration, kept: () => kept, total: () => total, rendered: () => rendered };
}

const trim = (pathname: string) => pathname.replace(/^\/|\/$/gu, '');
