import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

const FOLDER = fileURLToPath(new URL('../../../.cache/coverage/browser', import.meta.url));

/**
 * Notes which parts of the site's own scripts a page runs, where `npm run coverage` asks for it.
 *
 * @param runsScripts whether the page runs scripts at all
 * @returns what writes the notes down, before the page is closed
 */
export async function watchCoverage(page: Page, runsScripts: boolean): Promise<() => Promise<void>> {
  if (!process.env.COVERAGE || !runsScripts) return async () => {};
  const keep = async () => {
    const entries = await page.coverage.stopJSCoverage().catch(() => []);
    const own = entries.flatMap(({ url, functions }) => {
      const script = /\/(_astro\/[^/?]+\.js)$/u.exec(url)?.[1];
      return script ? [{ script, functions }] : [];
    });
    if (own.length === 0) return;
    await mkdir(FOLDER, { recursive: true });
    await writeFile(join(FOLDER, `${randomUUID()}.json`), JSON.stringify(own));
  };
  const start = () => page.coverage.startJSCoverage({ resetOnNavigation: false });
  await start();
  // What a document ran is forgotten with the document.
  for (const name of ['goto', 'reload', 'goBack'] as const) {
    const leave = page[name].bind(page) as (...args: unknown[]) => Promise<never>;
    page[name] = async (...args: unknown[]) => {
      await keep();
      await start();
      return leave(...args);
    };
  }
  return keep;
}
