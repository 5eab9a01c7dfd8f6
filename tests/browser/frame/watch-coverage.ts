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
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Profiler.enable');
  await devtools.send('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  const write = async () => {
    // Counted on from nothing; a page that is gone has nothing to say.
    const { result } = await devtools.send('Profiler.takePreciseCoverage').catch(() => ({ result: [] }));
    const own = result.flatMap(({ url, functions }) => {
      const script = /\/(_astro\/[^/?]+\.js)$/u.exec(url)?.[1];
      return script ? [{ script, functions }] : [];
    });
    if (own.length === 0) return;
    await mkdir(FOLDER, { recursive: true });
    await writeFile(join(FOLDER, `${randomUUID()}.json`), JSON.stringify(own));
  };
  let last = Promise.resolve();
  const keep = () => {
    last = last.then(write);
    return last;
  };
  // What a document ran is forgotten with the document: it is asked before a test goes to another …
  for (const name of ['goto', 'reload', 'goBack'] as const) {
    const go = page[name].bind(page) as (...args: unknown[]) => Promise<never>;
    page[name] = async (...args: unknown[]) => {
      await keep();
      return go(...args);
    };
  }
  // … and before a link, a form or a script leads to another: the way there is held, and gone afterwards.
  await page.exposeBinding('keepCoverage', keep);
  await page.addInitScript(holdNavigation);
  return keep;
}

/** Runs in the page, before all else. */
function holdNavigation(): void {
  let isKept = false;
  window.navigation?.addEventListener('navigate', (event) => {
    const { destination, navigationType, formData, downloadRequest, hashChange, cancelable } = event;
    const leaves = !destination.sameDocument && !hashChange && downloadRequest === null && formData === null;
    if (isKept || !leaves || !cancelable || navigationType === 'reload' || navigationType === 'traverse')
      return;
    event.preventDefault();
    const { keepCoverage } = window as unknown as { keepCoverage: () => Promise<void> };
    void keepCoverage().then(() => {
      isKept = true;
      if (navigationType === 'replace') location.replace(destination.url);
      else location.assign(destination.url);
    });
  });
}
