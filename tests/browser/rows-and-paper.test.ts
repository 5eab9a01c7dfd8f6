import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { listKinds, listPages } from './frame/list-pages.ts';
import { sharePage } from './frame/open-page.ts';

const kinds = await listKinds(inject('site').folder);
const PHONE = { width: 360, height: 740 };
const visit = sharePage({ viewport: PHONE });
/** Lists whose items stand in rows. */
const LISTS = '.account, .colophon ul, .crumbs ol, .meta.centred, .key';

test.each(kinds)(
  '$kind: no item of a short list stands alone in the last row',
  async ({ path, file, kind }) => {
    const { page } = await visit(kind === '404' ? file : path);
    for (const mode of ['', 'elder']) {
      for (const width of [320, 360, 412, 600, 768, 1024, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        const alone = await page.evaluate(
          ({ mode, LISTS }) => {
            document.documentElement.dataset.mode = mode;
            return [...document.querySelectorAll<HTMLElement>(LISTS)].flatMap((list) => {
              const middles = [...list.children].map((item) => {
                const { top, height } = item.getBoundingClientRect();
                return top + height / 2;
              });
              const last = middles.at(-1)!;
              const rows = new Set(middles.map((middle) => Math.round(middle / 20)));
              const isAlone = middles.filter((middle) => Math.abs(middle - last) < 12).length === 1;
              // One below the other, or two lines of one and many, leave no choice.
              return isAlone && rows.size > 1 && rows.size < middles.length && middles.length > 3
                ? [`${list.className} ${list.textContent?.trim().slice(-12)}`]
                : [];
            });
          },
          { mode, LISTS },
        );
        expect(alone, `${width} ${mode}`).toEqual([]);
      }
    }
  },
);

test('each of these lists stands on some page', async () => {
  const pages = await Promise.all(
    kinds.map(({ file }) => readFile(join(inject('site').folder, file), 'utf8')),
  );
  const names = LISTS.match(/(?<=\.)\w+/gu) ?? [];
  expect(
    names.filter((name) => !new RegExp(`class="[^"]*\\b${name}\\b`, 'u').test(pages.join('\n'))),
  ).toEqual([]);
});

test('a quoted name in a headline is broken where it is wider than a line, not cut off', async () => {
  const { folder } = inject('site');
  const lists = new Set(['browse', 'issue', 'topics', 'topic', 'article']);
  let names = 0;
  for (const { path, file, kind } of await listPages(folder)) {
    if (!lists.has(kind) || !(await readFile(join(folder, file), 'utf8')).includes('class="keep"')) continue;
    const { page } = await visit(path);
    const { over, count } = await page.evaluate(() => {
      const root = document.documentElement;
      const all = [...document.querySelectorAll('.keep')];
      const over: string[] = [];
      for (const mode of ['', 'elder'])
        for (const size of ['1', '3'])
          for (const text of ['140%', '180%', '200%', '220%']) {
            Object.assign(root.dataset, { mode, size });
            root.style.fontSize = text;
            for (const name of all)
              if (
                [...name.getClientRects()].some(
                  ({ left, right }) => left < -1 || right > root.clientWidth + 1,
                )
              )
                over.push(`${name.textContent} ${mode} ${size} ${text}`);
          }
      return { over, count: all.length };
    });
    names += count;
    expect(over, path).toEqual([]);
  }
  expect(names).toBeGreaterThan(0);
});

/** How many sheets of A4 a page takes. */
async function countSheets(path: string): Promise<number> {
  const { page } = await visit(path);
  await page.waitForLoadState('networkidle');
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
  return pdf.match(/\/Type\s*\/Page\b(?!s)/gu)?.length ?? 0;
}

test('a whole scan is printed in two columns, without the lines that have nothing on them', async () => {
  const sheets = await countSheets('2023-04-14/p02/scan/');
  expect(sheets).toBeGreaterThan(1);
  expect(sheets).toBeLessThanOrEqual(5);
});

test('no sheet of a topic is left half empty before its years', async () => {
  expect(await countSheets('topics/military/')).toBe(2);
});

test('long lists are printed in columns', async () => {
  const columnsOf = async (path: string, list: string) => {
    const { page } = await visit(path);
    await page.emulateMedia({ media: 'print' });
    const [columns] = await page
      .locator(list)
      .evaluateAll((lists) => lists.map((element) => getComputedStyle(element).columnCount));
    await page.emulateMedia({ media: null });
    return columns;
  };
  expect(await columnsOf('names/王少峰/', '.mentions')).toBe('2');
  expect(await columnsOf('topics/doubling/', '.timeline .events')).toBe('2');
  expect(await columnsOf('data/', '.data dl')).toBe('2');
  // A hundred organisations: before, the letters stood below each other and left half of a sheet empty.
  expect(await columnsOf('names/all/organisations/', 'main')).toBe('3');
  expect(await countSheets('names/all/organisations/')).toBeLessThanOrEqual(2);
});

test('text and scan are printed beside each other', async () => {
  const { page } = await visit('2023-04-14/p02-009/provenance/');
  await page.emulateMedia({ media: 'print' });
  const [text, scan] = await Promise.all(
    ['p', '.lines'].map((part) => page.locator(`.pair:nth-of-type(2) > ${part}`).first().boundingBox()),
  );
  await page.emulateMedia({ media: null });
  expect(scan!.x).toBeGreaterThan(text!.x + text!.width);
  expect(Math.abs(scan!.y - text!.y)).toBeLessThan(20);
});

test('an account is printed whole, folded lines too, and leaves no sheet for the last of its forms', async () => {
  const path = '2025-02-28/p00-001/provenance/';
  const { page } = await visit(path);
  await page.emulateMedia({ media: 'print' });
  const last = page.locator('#changes details .places a').last();
  expect((await last.boundingBox())!.height).toBeLessThan(25);
  await page.emulateMedia({ media: null });
  expect(await countSheets(path)).toBeLessThanOrEqual(5);
});

test('pictures of pages are dimmed by night, and printed as they are', async () => {
  const { page } = await visit('handbook/');
  const filterOf = async (media: 'print' | 'screen', colorScheme: 'light' | 'dark') => {
    await page.emulateMedia({ media, colorScheme });
    const picture = page.locator('.sheet-of-text img').first();
    return picture.evaluate((image) => getComputedStyle(image).filter);
  };
  expect(await filterOf('screen', 'light')).toBe('none');
  expect(await filterOf('screen', 'dark')).toContain('brightness');
  expect(await filterOf('print', 'dark')).toBe('none');
  await page.emulateMedia({ media: null, colorScheme: 'light' });
});

test('a found list is printed with what was asked, and without its switches', async () => {
  const { page } = await visit('search/?q=丰台&view=kwic');
  await page.locator('.kwic').waitFor();
  const switches = page.locator(':is(button, select, [type="radio"], [type="checkbox"]):visible');
  expect(await switches.count()).toBeGreaterThan(0);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.desk-search input:visible').inputValue()).toBe('丰台');
  expect(await switches.count()).toBe(0);
  await page.emulateMedia({ media: null });
});

test('who prints from the search field finds no ring of the focus on the sheet', async () => {
  const { page } = await visit('search/?q=丰台');
  await page.locator('.results li').first().waitFor();
  const field = page.locator('.desk-search input');
  await field.focus();
  const ringOf = () => field.evaluate((input) => getComputedStyle(input).outlineStyle);
  expect(await ringOf()).not.toBe('none');
  await page.emulateMedia({ media: 'print' });
  expect(await ringOf()).toBe('none');
  await page.emulateMedia({ media: null });
});

test('bars are printed with their numbers', async () => {
  const { page } = await visit('search/?q=丰台&view=trend');
  await page.locator('.trend a').first().waitFor();
  expect(await page.locator('.trend-table td').first().isVisible()).toBe(false);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.trend-table td').first().isVisible()).toBe(true);
  await page.emulateMedia({ media: null });
});

test('a year stands on one line beside its months', async () => {
  const { page } = await visit('missing/');
  for (const width of [320, 360, 412]) {
    await page.setViewportSize({ width, height: 740 });
    const heights = await page
      .locator('.years .year')
      .evaluateAll((years) => years.map((year) => year.getBoundingClientRect().height));
    expect(heights.length).toBeGreaterThan(1);
    expect(Math.max(...heights), `${width}`).toBeLessThan(50);
  }
});
