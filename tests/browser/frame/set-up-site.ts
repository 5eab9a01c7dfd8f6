import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { type Served, serveFolder } from '../../../scripts/serve/serve-folder.ts';
import { buildSite } from './build-site.ts';
import { findChromium } from './find-chromium.ts';

/** A built and served site, as the tests know it. */
export interface Site {
  /** Address of its home page, with a slash at the end. */
  url: string;
  /** Absolute path of the built folder. */
  folder: string;
  base: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    /** The site at the root of its host. */
    site: Site;
    /** The same site under a base path. */
    siteUnderBase: Site;
    /** Address at which the shared Chromium listens. */
    browser: string;
  }
}

const root = fileURLToPath(new URL('../../..', import.meta.url));
/** What coverage is counted on is built in another way; `REUSE_SITE=1` must not find it. */
const FOLDER = join(root, '.cache', process.env.COVERAGE ? 'coverage' : 'tests');
/** Under which path the second site is built. */
const BASE = '/fengtai/archive/';

/**
 * Builds the archive twice (at the root, and under a base path), serves both and starts one Chromium for all
 * browser tests. `REUSE_SITE=1` takes what was built last time.
 */
export default async function setUpSite({ provide }: TestProject): Promise<() => Promise<void>> {
  const found = await findChromium(root);
  const served: Served[] = [];
  for (const [name, base] of [
    ['site', '/'],
    ['siteUnderBase', BASE],
  ] as const) {
    const folder = join(FOLDER, name);
    if (!process.env.REUSE_SITE || !existsSync(folder)) await buildSite(folder, base);
    const server = await serveFolder({ folder, base, port: 0 });
    served.push(server);
    provide(name, { url: server.url, folder, base });
  }
  const browser = await chromium.launchServer({ executablePath: found.executablePath, args: found.args });
  provide('browser', browser.wsEndpoint());
  return async () => {
    await browser.close();
    await Promise.all(served.map((server) => server.stop()));
  };
}
