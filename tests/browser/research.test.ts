import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { openPage } from './frame/open-page.ts';

const ARTICLE = '2026-03-13/p02-091/';

describe('provenance', () => {
  test('with scripts off a sentence leads to its scan line, and the line back', async () => {
    const { page, complaints } = await openPage(`${ARTICLE}provenance/`, { javaScriptEnabled: false });
    await page.locator('a.sentence', { hasText: '丰台累计疏解' }).click();
    expect(new URL(page.url()).hash).toBe('#n95');
    await page.locator('#n95 a.n').click();
    const sentence = page.locator(new URL(page.url()).hash);
    expect(await sentence.textContent()).toContain('丰台累计疏解');
    expect(complaints).toEqual([]);
  });

  test('a chosen sentence lights up in the scan, and the editor’s correction is named', async () => {
    const { page, complaints } = await openPage(`${ARTICLE}provenance/`);
    await page.locator('a.sentence', { hasText: '我们走出了一条' }).click();
    await page.locator('.lines .chosen').first().waitFor();
    const lit = await page.locator('.lines .chosen').allTextContents();
    expect(lit.join('')).toContain('丰台研发铸');
    expect(lit.join('')).toContain('基底');
    expect(await page.locator('del.corrected').getAttribute('title')).toContain('引号改正');
    await expect.poll(() => page.locator('#changes').textContent()).toContain('引号改正');
    expect(complaints).toEqual([]);
  });

  test('every line of the scan says in words what became of it', async () => {
    const { page } = await openPage('2026-03-13/p02/scan/');
    expect(await page.locator('.scan-page li').count()).toBe(117);
    const fates = await page.locator('.scan-page h2').allTextContents();
    expect(fates.some((fate) => fate.includes('版面附件'))).toBe(true);
    for (const fate of fates) expect(fate.trim()).not.toBe('');
    expect(await page.locator('.other.removed small').first().textContent()).toContain('识别软件');
  });
});

describe('the desk', () => {
  test('a citation is copied with today’s access date, a passage with its paragraph and anchor', async () => {
    const { page, complaints } = await openPage('2026-03-13/p02-009/');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.locator('cite-article [data-copy]').first().click();
    const read = () => page.evaluate(() => navigator.clipboard.readText());
    await expect
      .poll(read)
      .toMatch(
        /^高枝，武红利\. .+\[N\/OL\]\. 丰台报，\[2026-03-13\]（02）\[\d{4}-\d{2}-\d{2}\]\. http.+\/2026-03-13\/p02-009\/\.$/u,
      );
    await page.evaluate(() => {
      const text = document.querySelector('[data-block="p4"]')!;
      getSelection()!.selectAllChildren(text);
    });
    await page.locator('[data-cite-passage]').click();
    await expect.poll(read).toMatch(/^“虽然成效已初显.+”（第4段）\n高枝.+#l17\.$/su);
    expect(complaints).toEqual([]);
  });

  test('an article page carries nothing of provenance and history but their links', async () => {
    const html = await readFile(join(inject('site').folder, ARTICLE, 'index.html'), 'utf8');
    expect(html).toContain('provenance/#history');
    expect(html).not.toContain('provenance-pairs');
    expect(html).not.toContain('research.');
  });
});

test('data, sitemap, feeds and pages count the same articles', async () => {
  const { folder, base } = inject('site');
  const read = (path: string) => readFile(join(folder, path), 'utf8');
  const inData = (await read('data/articles.jsonl'))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line).name as string);
  const pages: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.name !== 'index.html') continue;
    const name = /data-article="([^"]+)"/u.exec(
      await readFile(join(entry.parentPath, entry.name), 'utf8'),
    )?.[1];
    if (name) pages.push(name);
  }
  const sitemap = [...(await read('sitemap.xml')).matchAll(/<loc>([^<]+)<\/loc>/gu)]
    .map(([, url]) => new URL(url!).pathname.slice(base.length).replace(/\/$/u, ''))
    .filter((path) => /^\d{4}-\d{2}-\d{2}\/p\d{2}-\d{3,}$/u.test(path));
  const feed = JSON.parse(await read('feed.json')).items as unknown[];
  expect(pages.sort()).toEqual([...inData].sort());
  expect(sitemap.sort()).toEqual([...inData].sort());
  expect(feed).toHaveLength(inData.length);
});
