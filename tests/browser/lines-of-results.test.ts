import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
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
