import { expect, test } from 'vitest';
import { sharePage } from './frame/open-page.ts';

const visit = sharePage({ viewport: { width: 360, height: 740 } });

test('in what editors wrote no line ends within a year, a month or a day', async () => {
  const broken: string[] = [];
  let dates = 0;
  for (const path of ['topics/jing-jin-ji/', 'topics/doubling/', 'topics/military/', 'handbook/', 'about/']) {
    const { page } = await visit(path);
    for (let width = 320; width <= 420; width += 4) {
      await page.setViewportSize({ width, height: 740 });
      const found = await page.locator(':is(.intro, .sheet-of-text) p').evaluateAll((paragraphs) =>
        paragraphs.flatMap((paragraph) => {
          const texts = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
          const rows: [string, number][] = [];
          for (let text = texts.nextNode(); text; text = texts.nextNode())
            for (const { 0: date, index } of text.nodeValue!.matchAll(
              /\d{1,2}月\d{1,2}日|\d{4}年|(?<=\d{4}年)\d{1,2}月|^\d{1,2}月/gu,
            )) {
              const range = document.createRange();
              range.setStart(text, index);
              range.setEnd(text, index + date.length);
              const tops = [...range.getClientRects()].map(({ top }) => Math.round(top / 8));
              rows.push([date, new Set(tops).size]);
            }
          return rows;
        }),
      );
      dates += found.length;
      for (const [date, rows] of found) if (rows > 1) broken.push(`${path} ${width} ${date}`);
    }
  }
  expect(dates).toBeGreaterThan(100);
  expect(broken).toEqual([]);
});
