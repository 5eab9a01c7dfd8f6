import { appendFile, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { serveFolder } from '../../scripts/serve/serve-folder.ts';
import { copyProject } from './frame/copy-project.ts';
import { listPages } from './frame/list-pages.ts';
import { openBrowser } from './frame/open-page.ts';

/** More than one page of names holds. */
const MANY = 700;

/** Words that stand in the articles, as a list of places. */
async function listWords(root: string): Promise<string[]> {
  const folder = join(root, 'content/articles');
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.mdx')).sort();
  const known = await readFile(join(root, 'content/names/places.yaml'), 'utf8');
  const others = await Promise.all(
    ['people', 'organisations'].map((kind) => readFile(join(root, `content/names/${kind}.yaml`), 'utf8')),
  );
  const words = new Set<string>();
  for (const file of files) {
    const text = (await readFile(join(folder, file), 'utf8')).replace(/^---.*?^---/msu, '');
    for (const [run] of text.matchAll(/\p{Script=Han}{4,}/gu)) words.add(run.slice(0, 4));
  }
  return [...words].filter((word) => ![known, ...others].some((list) => list.includes(word))).slice(0, MANY);
}

test('with more names of a kind than a page holds, each letter has a page, and none violates a policy', {
  timeout: 300_000,
}, async () => {
  const copy = await copyProject();
  const words = await listWords(copy.root);
  expect(words).toHaveLength(MANY);
  await appendFile(
    join(copy.root, 'content/names/places.yaml'),
    words.map((word) => `\n- headword: "${word}"\n`).join(''),
  );
  const { code, said } = await copy.build();
  expect(code, said).toBe(0);
  const pages = (await listPages(copy.dist)).filter(({ path }) => path.startsWith('names/all/places/'));
  expect(pages.length).toBeGreaterThan(10);

  const server = await serveFolder({ folder: copy.dist, base: '/', port: 0 });
  onTestFinished(() => server.stop());
  const context = await (await openBrowser()).newContext({
    locale: 'zh-CN',
    viewport: { width: 360, height: 740 },
  });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
  });
  await page.exposeFunction('tellViolation', (text: string) => complaints.push(`policy: ${text}`));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      (window as unknown as { tellViolation: (text: string) => void }).tellViolation(
        `${event.violatedDirective} ${event.blockedURI}`,
      );
    });
  });

  const shown = new Set<string>();
  for (const { path } of pages) {
    await page.goto(new URL(path, server.url).href);
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wider, path).toBeLessThanOrEqual(0);
    for (const link of await page.locator('main a[href^="/names/"]').allTextContents())
      shown.add(link.trim());
  }
  expect(complaints).toEqual([]);
  // From the first page a reader comes to a letter, and from there to each name.
  await page.goto(new URL('names/all/places/', server.url).href);
  await page.locator('main a[href^="/names/all/places/"]').first().click();
  await page.waitForURL(/\/names\/all\/places\/[^/]+\/$/u);
  const text = [...shown].join('\n');
  expect(words.filter((word) => !text.includes(word))).toEqual([]);
  // That a violation would have been seen.
  await page.evaluate(() => {
    document.head.append(Object.assign(document.createElement('script'), { textContent: '1' }));
  });
  await expect.poll(() => complaints.join()).toContain('policy: script-src');
});
