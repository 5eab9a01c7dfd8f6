import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openPage, sharePage } from './frame/open-page.ts';
import { openSearchPage } from './frame/search-page.ts';

const PHONE = { width: 360, height: 740 };

/** Lines of each element: text by the height at which it stands. */
const linesOf = (page: Page, selector: string): Promise<string[][]> =>
  page.locator(selector).evaluateAll((elements) =>
    elements.map((element) => {
      const lines = new Map<number, string>();
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode())
        for (let at = 0; at < node.textContent!.length; at++) {
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + 1);
          const { bottom } = range.getBoundingClientRect();
          const line = [...lines.keys()].find((other) => Math.abs(other - bottom) < 8) ?? bottom;
          lines.set(line, (lines.get(line) ?? '') + node.textContent![at]);
        }
      return [...lines.values()].map((line) => line.trim()).filter((line) => line !== '');
    }),
  );

test('a headline of two halves that is found breaks at its own space, as it does everywhere else', async () => {
  const { page, ask } = await openSearchPage({ viewport: PHONE });
  const headlines: string[][] = [];
  for (const p of ['1', '2', '3']) {
    await ask({ q: '丰台', p });
    headlines.push(...(await linesOf(page, '[data-search-result] .headline')));
  }
  expect(headlines).toContainEqual(['充分发挥区位优势', '科学谋划产业发展蓝图']);
  expect(headlines).toContainEqual(['加快区域产业创新', '形成全域联动的创新生态']);
});

test('a hit over the space of a headline is one mark', async () => {
  const { page, ask } = await openSearchPage({ viewport: PHONE });
  await ask({ q: '"区位优势 科学谋划"' });
  expect(await page.locator('.headline mark').allTextContents()).toEqual(['区位优势 科学谋划']);
  expect(await page.locator('.headline').allTextContents()).toEqual([
    '充分发挥区位优势 科学谋划产业发展蓝图',
  ]);
});

test('a short quoted name is not broken in the lines that are found; the text stays as printed', async () => {
  const { page, ask } = await openSearchPage({ viewport: PHONE });
  for (const q of ['丰台', '“旧业态”', '旧业', '替换“旧']) {
    await ask({ q });
    const texts = await page.locator('[data-search-snippet]').allTextContents();
    const lines = await linesOf(page, '[data-search-snippet]');
    expect(lines.map((own) => own.join('').replaceAll(' ', ''))).toEqual(
      texts.map((text) => text.replaceAll(' ', '')),
    );
    const names = texts.flatMap((text) => text.match(/“[^“”]{1,8}”/gu) ?? []);
    expect(names.length, q).toBeGreaterThan(0);
    // A hit that begins before a name and ends within it is one mark, and may be broken as it was.
    if (q.includes('替')) expect(await page.locator('mark').allTextContents()).toContain(q);
    else
      for (const name of names)
        expect(
          lines.flat().some((line) => line.includes(name)),
          `${q}: ${name}`,
        ).toBe(true);
  }
});

test('no found headline pushes the page of a small phone wider, with very large text', async () => {
  const { page, ask } = await openSearchPage({ viewport: { width: 320, height: 640 } });
  await ask({ q: '丰台' });
  for (const mode of ['', 'elder'])
    for (const size of ['140%', '200%', '220%'])
      expect(
        await page.evaluate(
          ([mode, size]) => {
            document.documentElement.dataset.mode = mode;
            document.documentElement.style.fontSize = size!;
            return document.documentElement.scrollWidth - innerWidth;
          },
          [mode, size],
        ),
        `${mode} ${size}`,
      ).toBeLessThanOrEqual(0);
});

const visitDesk = sharePage({ viewport: { width: 1280, height: 800 } });

test('whoever comes from a search sees at once how to go from hit to hit, and while reading on', async () => {
  for (const viewport of [PHONE, { width: 768, height: 1024 }, { width: 1280, height: 800 }]) {
    const { page } = await openPage('2023-06-16/p00-388/?hl=丰台', { viewport });
    const bar = page.locator('.hit-bar');
    await bar.waitFor();
    for (const down of [0, 300, 600]) {
      await page.evaluate((top) => scrollTo({ top, behavior: 'instant' }), down);
      const { y, height, width } = (await bar.boundingBox())!;
      expect(y + height, `${viewport.width} ${down}`).toBeLessThanOrEqual(viewport.height + 1);
      expect(y + height).toBeGreaterThan(viewport.height - 4);
      expect(width).toBeGreaterThan(300);
    }
  }
});

test('nothing that the keyboard comes to lies behind the bar of hits', async () => {
  for (const kept of [{}, { mode: 'elder' }]) {
    const { page } = await openPage('2023-06-16/p00-388/?hl=丰台', {
      viewport: PHONE,
      before: (opened) =>
        opened.addInitScript((all) => {
          for (const [name, value] of Object.entries(all)) localStorage.setItem(name, value);
        }, kept),
    });
    await page.locator('.hit-bar').waitFor();
    let passed = 0;
    for (let at = 0; at < 40; at++) {
      await page.keyboard.press('Tab');
      const [bottom, top] = await page.evaluate(() => {
        const bar = document.querySelector('.hit-bar')!;
        const focused = document.activeElement!;
        if (bar.contains(focused) || focused === document.body) return [0, 0];
        return [[...focused.getClientRects()].at(-1)!.bottom, bar.getBoundingClientRect().top] as const;
      });
      if (top! > PHONE.height / 2) passed += 1;
      if (top! > PHONE.height / 2) expect(bottom, `${at}`).toBeLessThanOrEqual(top!);
    }
    expect(passed).toBeGreaterThan(10);
  }
});

test('a suggested headline breaks as headlines do', async () => {
  const { page } = await visitDesk('');
  await page.locator('.masthead input[name="q"]').fill('丰台');
  const option = page.locator('[role="option"]', { hasText: '让产业协作深度融合' });
  await option.waitFor();
  expect(await linesOf(page, '[role="option"]:has-text("让产业协作深度融合") > span:first-child')).toEqual([
    ['构建现代化首都都市圈', '让产业协作深度融合丰台实践'],
  ]);
});

test('the ring of the keyboard round a found headline leaves its kicker legible', async () => {
  const { page } = await visitDesk('search/?q=丰台');
  await page.locator('.kicker + .headline').first().waitFor();
  await page.keyboard.press('j');
  while (!(await page.evaluate(() => document.activeElement!.matches('.kicker + .headline a'))))
    await page.keyboard.press('j');
  const above = await page.evaluate(() => {
    const link = document.activeElement!;
    const { outlineWidth, outlineOffset } = getComputedStyle(link);
    const ring = Number.parseFloat(outlineWidth) + Number.parseFloat(outlineOffset);
    const top = link.getBoundingClientRect().top + Number.parseFloat(getComputedStyle(link, '::after').top);
    const kicker = link.closest('.stack')!.querySelector('.kicker')!;
    // What is left of its line: type of 15 pixels stands in the middle of 24.
    const free = kicker.getBoundingClientRect().bottom - (top - ring);
    return free;
  });
  expect(above).toBeLessThanOrEqual(5);
});
