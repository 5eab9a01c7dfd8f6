import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

const FOLDER = fileURLToPath(new URL('../../../.cache/coverage/browser', import.meta.url));

/**
 * Notes which parts of the site's own scripts a page runs, where `npm run coverage` asks for it.
 *
 * @returns what writes the notes down, before the page is closed
 */
export async function watchCoverage(page: Page): Promise<() => Promise<void>> {
  if (!process.env.COVERAGE) return async () => {};
  await page.coverage.startJSCoverage({ resetOnNavigation: false });
  return async () => {
    const entries = await page.coverage.stopJSCoverage().catch(() => []);
    const own = entries.flatMap(({ url, functions }) => {
      const script = /\/(_astro\/[^/?]+\.js)$/u.exec(url)?.[1];
      return script ? [{ script, functions }] : [];
    });
    await mkdir(FOLDER, { recursive: true });
    await writeFile(join(FOLDER, `${randomUUID()}.json`), JSON.stringify(own));
  };
}
