import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { archive, countIn } from './frame/plain-search.ts';
import { answered, openSearchPage } from './frame/search-page.ts';

const total = (phrase: string) => archive.reduce((sum, one) => sum + countIn(one, phrase), 0);

test('逐处对齐: every hit a line, sorted left, right, by date; copied and kept as CSV whole', async () => {
  const { page, ask, complaints } = await openSearchPage({
    under: 'siteUnderBase',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await ask({ q: '协同', view: 'kwic' });
  const hits = total('协同');
  expect(await page.locator('[data-search-tally]').textContent()).toContain(`${hits} 处`);
  const column = (name: string) => page.locator(`.kwic td.${name}`).allTextContents();
  expect(await column('k')).toEqual(Array(Math.min(hits, 100)).fill('协同'));
  const dates = await column('s');
  expect(dates).toEqual(dates.toSorted().reverse());
  const compare = new Intl.Collator('zh-CN').compare;
  await page.locator('select[name="sort"]').selectOption('right');
  await expect.poll(() => new URL(page.url()).searchParams.get('sort')).toBe('right');
  await answered(page);
  const right = await column('r');
  expect(right).toEqual(right.toSorted(compare));
  await page.locator('select[name="sort"]').selectOption('left');
  await expect.poll(() => new URL(page.url()).searchParams.get('sort')).toBe('left');
  await answered(page);
  const left = (await column('l')).map((text) => [...text].reverse().join(''));
  expect(left).toEqual(left.toSorted(compare));
  await page.locator('select[name="width"]').selectOption('10');
  await expect.poll(async () => Math.max(...(await column('l')).map((text) => text.length))).toBe(10);

  await page.locator('[data-kwic-copy]').click();
  await expect.poll(() => page.locator('[data-kwic-copy]').textContent()).toBe('已复制');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const lines = copied.split(/\r?\n/u);
  expect(lines).toHaveLength(hits + 1);
  expect(lines[0]!.split('\t')).toEqual(['左文', '命中', '右文', '日期', '篇', '第几处']);
  const download = page.waitForEvent('download');
  await page.locator('[data-kwic-save]').click();
  const folder = await mkdtemp(join(tmpdir(), 'fengtai-csv-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, (await download).suggestedFilename());
  await (await download).saveAs(file);
  expect(file.endsWith('协同.csv')).toBe(true);
  const csv = await readFile(file, 'utf8');
  expect(csv.startsWith('\ufeff左文,命中,右文')).toBe(true);
  expect(csv.split('\r\n')).toHaveLength(hits + 1);

  // A line leads to its own hit.
  const line = page.locator('.kwic tbody tr').first();
  const context = (await line.locator('td.l').textContent())!.slice(-4);
  await line.locator('a').click();
  const current = page.locator('mark[aria-current]');
  await current.waitFor();
  const before = await current.evaluate((mark) => {
    const block = mark.closest('[data-block], .headline, .kicker, .deck')!;
    const range = document.createRange();
    range.setStart(block, 0);
    range.setEndBefore(mark);
    return range.toString();
  });
  expect(before.endsWith(context)).toBe(true);
  expect(complaints).toEqual([]);
});

test('逐处对齐 on a phone: the hit stands in the middle, what is cut off is cut at the far end and marked', async () => {
  const { page, ask } = await openSearchPage({ viewport: { width: 360, height: 740 } });
  const measure = () =>
    page.locator('.kwic').evaluate((table) => {
      const frame = table.parentElement!.getBoundingClientRect();
      const rows = [...table.querySelectorAll('tbody tr')].map((row) => {
        const box = (where: string) => row.querySelector(where)!.getBoundingClientRect();
        const span = row.querySelector<HTMLElement>('.l span')!;
        return {
          offMiddle: Math.abs((box('.k').left + box('.k').right - frame.left - frame.right) / 2),
          // Room between the context and its hit: below nothing where the near end is cut off.
          leftGap: box('.l span').right - box('.l bdi').right,
          isCut: span.scrollWidth > span.clientWidth,
          mark: getComputedStyle(span).textOverflow,
        };
      });
      return { rows, scrolls: table.scrollWidth > table.parentElement!.clientWidth };
    });
  await ask({ q: '京津冀', view: 'kwic' });
  const narrow = await measure();
  expect(narrow.scrolls).toBe(false);
  expect(narrow.rows.some(({ isCut }) => isCut)).toBe(true);
  for (const row of narrow.rows) {
    expect(row.offMiddle).toBeLessThan(2);
    expect(Math.abs(row.leftGap)).toBeLessThan(1);
    expect(row.mark).toBe('ellipsis');
  }
  // All forty characters are there for whoever wants them: the lines scroll, and begin with the hit in the middle.
  await ask({ q: '京津冀', view: 'kwic', width: '40' });
  const wide = await measure();
  expect(wide.scrolls).toBe(true);
  for (const row of wide.rows) {
    expect(row.offMiddle).toBeLessThan(2);
    expect(row.isCut).toBe(false);
  }
});

test('趋势: bars and their table say the same as plain counting, per 10,000 characters too; a bar opens the search', async () => {
  const { page, ask } = await openSearchPage();
  const phrases = ['协同', '倍增', '军民', '产业', '红十字'];
  await ask({ q: phrases[0]!, view: 'trend', phrase: phrases.slice(1) });
  const rows = () =>
    page
      .locator('[data-search-trend] tbody tr')
      .evaluateAll((lines) => lines.map((line) => [...line.children].map((cell) => cell.textContent)));
  const years = ['2023', '2024', '2025', '2026'];
  const inYear = (year: string) => archive.filter(({ date }) => date.startsWith(year));
  const characters = (year: string) =>
    inYear(year).reduce((sum, { texts }) => sum + texts.reduce((own, text) => own + text.length, 0), 0);
  const hits = (year: string, phrase: string) =>
    inYear(year).reduce((sum, one) => sum + countIn(one, phrase), 0);
  expect(await rows()).toEqual(
    years.map((year) => [
      year,
      ...phrases.map((phrase) => (characters(year) === 0 ? '–' : String(hits(year, phrase)))),
      // No issue of 2024 is in the archive: that is not the same as no hit.
      characters(year) === 0 ? '未收' : String(characters(year)),
    ]),
  );
  const drawn = years.flatMap((year) => phrases.filter((phrase) => hits(year, phrase) > 0)).length;
  expect(await page.locator('.trend a rect').count()).toBe(drawn);
  await page.locator('select[name="scale"]').selectOption('relative');
  await expect
    .poll(async () => (await rows())[0]![1])
    .toBe(((hits('2023', '协同') / characters('2023')) * 10_000).toFixed(2));
  await page.locator('select[name="unit"]').selectOption('month');
  await expect.poll(async () => (await rows()).length).toBeGreaterThan(12);
  await page.locator('.trend a[aria-label^="2023-04，协同"]').click();
  await expect.poll(() => new URL(page.url()).searchParams.get('month')).toBe('2023-04');
  await answered(page);
  expect(await page.locator('[data-search-result]').count()).toBe(
    archive.filter((one) => one.date.startsWith('2023-04') && countIn(one, '协同') > 0).length,
  );
});

test('趋势: a bar has its number above it, as in the table, also in 长辈版; none where they would run into each other', async () => {
  for (const [mode, width] of [
    ['', 360],
    ['', 1280],
    ['elder', 360],
  ] as const) {
    const { page, ask } = await openSearchPage({ viewport: { width, height: 740 } });
    await page.evaluate((mode) => {
      document.documentElement.dataset.mode = mode;
    }, mode);
    await ask({ q: '丰台', view: 'trend' });
    const numbers = page.locator('.trend [aria-hidden="true"]');
    const figures = await page.locator('[data-search-trend] tbody td:nth-child(2)').allTextContents();
    expect(await numbers.allTextContents()).toEqual(figures.filter((figure) => figure !== '–'));
    const apart = await numbers.evaluateAll((all) => {
      const boxes = all.map((one) => one.getBoundingClientRect());
      const top = document.querySelector('.trend')!.getBoundingClientRect().top;
      return boxes.map(({ top: own, left }, at) => own >= top - 1 && left > (boxes[at - 1]?.right ?? 0));
    });
    expect(apart, `${width} ${mode}`).not.toContain(false);
    await ask({ q: '丰台', view: 'trend', unit: 'month', scale: 'relative' });
    expect(await numbers.count()).toBe(0);
  }
});

test('趋势: on a phone that is turned the bars take the new width, and their words keep their size', async () => {
  const { page, ask } = await openSearchPage({ viewport: { width: 360, height: 740 } });
  await ask({ q: '协同', view: 'trend' });
  const measure = () =>
    page.locator('.trend').evaluate((frame) => {
      const picture = frame.querySelector('svg')!.getBoundingClientRect();
      return {
        free: Math.round(frame.clientWidth - picture.width),
        height: Math.round(picture.height),
        label: Math.round(frame.querySelector('text')!.getBoundingClientRect().height),
      };
    });
  const upright = await measure();
  expect(upright.free).toBe(0);
  await page.locator('.trend a').last().focus();
  const bar = await page.locator('.trend a').last().getAttribute('aria-label');
  for (const size of [
    { width: 740, height: 360 },
    { width: 360, height: 740 },
  ]) {
    await page.setViewportSize(size);
    await expect.poll(measure, { message: `${size.width}` }).toEqual(upright);
  }
  // Who was at a bar is there still.
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(bar);
});
