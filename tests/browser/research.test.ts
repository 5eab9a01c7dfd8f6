import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Route } from 'playwright-core';
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

  test('the other forms of the citation come when they are asked for, and can be copied', async () => {
    const { page, complaints } = await openPage('2026-03-13/p02-009/');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    expect(await page.locator('cite-article [data-form]').count()).toBe(1);
    await page.locator('[data-more-forms]').click();
    await expect.poll(() => page.locator('cite-article [data-form]').count()).toBe(7);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-form'))).toBe('gbt-2015');
    await page.locator('[data-form="mla"] [data-copy]').click();
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toContain('构建现代化首都都市圈');
    expect(complaints).toEqual([]);
  });

  test('a button that was pressed twice has its own name again', async () => {
    const { page } = await openPage('2026-03-13/p02-009/');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.clock.install();
    const copy = page.locator('cite-article [data-copy]').first();
    await copy.click();
    await expect.poll(() => copy.textContent()).toBe('已复制');
    await copy.click();
    await page.clock.fastForward(10_000);
    await expect.poll(() => copy.textContent()).toBe('复制');
  });

  test('where the browser gives no clipboard the citation is chosen, ready for Ctrl+C', async () => {
    const { page } = await openPage('2026-03-13/p02-009/');
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
    });
    const copy = page.locator('cite-article [data-copy]').first();
    await copy.click();
    await expect.poll(() => copy.textContent()).toBe('请按 Ctrl+C');
    expect(await page.evaluate(() => getSelection()!.toString())).toMatch(/^高枝，武红利\. /u);
    expect(await page.locator('cite-article [role="status"]').textContent()).toBe('请按 Ctrl+C');
  });

  test('on a phone, which has no such keys, a long press is what it asks for', async () => {
    const { page } = await openPage('2026-03-13/p02-009/', {
      hasTouch: true,
      isMobile: true,
      viewport: { width: 360, height: 740 },
      before: (page) =>
        page.addInitScript(() => {
          navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
        }),
    });
    const copy = page.locator('cite-article [data-copy]').first();
    await copy.tap();
    await expect.poll(() => copy.textContent()).toBe('请长按选中的字');
    expect(await page.evaluate(() => getSelection()!.toString())).toMatch(/^高枝，武红利\. /u);
  });

  test('where the browser gives no clipboard the citation of a passage is chosen, and not the passage; it goes when the reader goes on', async () => {
    for (const clipboard of ['denied', 'missing']) {
      const { page, complaints } = await openPage('2026-03-13/p02-009/');
      await page.evaluate((missing) => {
        if (missing) Object.defineProperty(navigator, 'clipboard', { value: undefined });
        else navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
        getSelection()!.selectAllChildren(document.querySelector('[data-block="p4"]')!);
      }, clipboard === 'missing');
      await page.locator('[data-cite-passage]').click();
      const field = page.getByLabel('请按 Ctrl+C');
      await expect.poll(() => field.isVisible(), { message: clipboard }).toBe(true);
      // What would be copied; the clipboard itself belongs to all tests that run beside this one.
      await page.evaluate(() => {
        document.addEventListener('copy', (event) => {
          event.preventDefault();
          const { value, selectionStart, selectionEnd } = event.target as HTMLTextAreaElement;
          document.body.dataset.copied = value.slice(selectionStart, selectionEnd);
        });
      });
      await page.keyboard.press('Control+c');
      await expect
        .poll(() => page.evaluate(() => document.body.dataset.copied))
        .toMatch(/^“虽然成效已初显.+”（第4段）\n高枝.+#l17\.$/su);
      expect(await page.locator('cite-article [role="status"]').textContent()).toBe('请按 Ctrl+C');
      await page.keyboard.press('Tab');
      await expect.poll(() => field.count(), { message: clipboard }).toBe(0);
      await expect
        .poll(() => page.locator('[data-cite-passage]').isVisible(), { message: clipboard })
        .toBe(false);
      expect(complaints).toEqual([]);
    }
  });

  test('a passage can be cited as soon as it is more than a slip of the finger, and only of the article’s text', async () => {
    const { page } = await openPage('2026-03-13/p02-009/');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const cite = page.locator('[data-cite-passage]');
    const choose = (selector: string, length: number) =>
      page.evaluate(
        ([selector, length]) => {
          const walker = document.createTreeWalker(document.querySelector(selector)!, NodeFilter.SHOW_TEXT);
          let text = walker.nextNode()!;
          while ((text.textContent ?? '').trim().length < 12) text = walker.nextNode()!;
          getSelection()!.setBaseAndExtent(text, 0, text, length);
        },
        [selector, length] as const,
      );
    await choose('[data-block="p4"]', 8);
    await expect.poll(() => cite.isVisible()).toBe(true);
    await choose('[data-block="p4"]', 3);
    await expect.poll(() => cite.isVisible()).toBe(false);
    await choose('[data-block="p4"]', 8);
    await expect.poll(() => cite.isVisible()).toBe(true);
    await choose('footer', 8);
    await expect.poll(() => cite.isVisible()).toBe(false);
  });

  test('other forms that do not arrive are a page that the reader is led to; with Ctrl they open beside this one', async () => {
    const { page } = await openPage('2026-03-13/p02-009/', { serviceWorkers: 'block' });
    const more = page.locator('[data-more-forms]');
    const opened = page.context().waitForEvent('page');
    await more.click({ modifiers: ['Control'] });
    expect(new URL((await opened).url()).hash).toBe('#cite');
    expect(await page.locator('cite-article [data-form]').count()).toBe(1);
    const { pathname } = new URL(await more.evaluate((link) => (link as HTMLAnchorElement).href));
    // The first time the line is down, the second time somebody else answers: both only for what the page fetches.
    for (const fail of [
      (route: Route) => route.abort(),
      (route: Route) => route.fulfill({ contentType: 'text/html', body: '<title>Welcome</title>' }),
    ]) {
      await page.goto(new URL('2026-03-13/p02-009/', inject('site').url).href);
      await page.route(`**${pathname}`, (route, request) =>
        request.resourceType() === 'fetch' ? fail(route) : route.continue(),
      );
      await more.click();
      await expect.poll(() => new URL(page.url()).pathname).toBe(pathname);
      await page.unroute(`**${pathname}`);
    }
  });

  test('with scripts off the other forms are a page', async () => {
    const { page } = await openPage('2026-03-13/p02-009/', { javaScriptEnabled: false });
    await page.locator('[data-more-forms]').click();
    expect(new URL(page.url()).hash).toBe('#cite');
    expect(await page.locator('#cite [data-form]').count()).toBe(7);
    expect(await page.locator('#cite').textContent()).toContain('@article{fengtai-2026-03-13-p02-009');
  });

  test('a reader who finds no address copies a report that names file and line', async () => {
    const { page } = await openPage(ARTICLE);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.locator('summary', { hasText: '怎样报告' }).click();
    await page.locator('.desk .evidence [data-copy]').click();
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toMatch(/content\/articles\/2026-03-13\/p02-091\.mdx 第 \d+ 行/u);
  });

  test('an article page carries nothing of provenance, history and the other citations but their links', async () => {
    const html = await readFile(join(inject('site').folder, ARTICLE, 'index.html'), 'utf8');
    expect(html).toContain('provenance/#history');
    expect(html).not.toContain('provenance-pairs');
    expect(html).not.toContain('_astro/provenance.');
    expect(html).not.toContain('BibTeX');
  });
});

describe('names', () => {
  test('the most mentioned stand first; a letter leads to its place among all', async () => {
    const { page } = await openPage('names/', { javaScriptEnabled: false });
    const [first, second] = await page.locator('#person ~ .name-list li').allTextContents();
    expect(first).toContain('王少峰');
    const articles = (text?: string) => Number(/(\d+) 篇/u.exec(text ?? '')?.[1]);
    expect(articles(first)).toBeGreaterThan(articles(second));
    await page.locator('nav[aria-label^="人物"] a', { hasText: 'W' }).click();
    await page.waitForURL(/\/names\/all\/people\/#letter-w$/u);
    expect(await page.locator('section[aria-labelledby="letter-w"] a').allTextContents()).toContain('王少峰');
  });

  test('who cuts the address of a list finds all lists, and comes back', async () => {
    const { page } = await openPage('names/all/', { javaScriptEnabled: false });
    expect(await page.locator('h1').textContent()).toBe('全部人物、地点、机构');
    await page.locator('#place ~ p a').click();
    await page.waitForURL(/\/names\/all\/places\/$/u);
    await page.locator('.crumbs').getByRole('link', { name: '全部' }).click();
    await page.waitForURL(/\/names\/all\/$/u);
  });

  test('an inferred date stands with its mark', async () => {
    const { page } = await openPage(`names/${encodeURIComponent('王少峰')}/`);
    const rows = await page.locator('.mentions .when').allTextContents();
    for (const row of rows) expect(row.includes('日期推定'), row).toBe(!row.includes('2023年4月14日'));
  });
});

test('data, search index, sitemap, feeds and pages count the same articles', async () => {
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
  const manifest = JSON.parse(await read('search/data/manifest.json')) as { articles: number };
  expect(pages.sort()).toEqual([...inData].sort());
  expect(sitemap.sort()).toEqual([...inData].sort());
  expect(feed).toHaveLength(inData.length);
  expect(manifest.articles).toBe(inData.length);
});
