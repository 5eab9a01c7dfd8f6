import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { listKinds, listPages } from './frame/list-pages.ts';
import { sharePage } from './frame/open-page.ts';

const kinds = await listKinds(inject('site').folder);
const PHONE = { width: 360, height: 740 };
const DESK = { width: 1280, height: 800 };
const visit = sharePage({ viewport: PHONE });
const visitElder = sharePage({ viewport: PHONE, kept: { mode: 'elder' } });
const visitDesk = sharePage({ viewport: DESK });

/** Where the text of elements begins, in pixels from the left edge of the window. */
const beginnings = (page: Page, selector: string): Promise<number[]> =>
  page.locator(selector).evaluateAll((elements) =>
    elements.map((element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      return Math.round(range.getClientRects()[0]!.left);
    }),
  );

/** Where it ends. */
const ends = (page: Page, selector: string): Promise<number[]> =>
  page.locator(selector).evaluateAll((elements) =>
    elements.map((element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      return Math.round([...range.getClientRects()].at(-1)!.right);
    }),
  );

test.each(kinds)(
  '$kind: with text of 220 % a small phone has nothing to push from side to side',
  async ({ path, file, kind }) => {
    const { page } = await visit(kind === '404' ? file : path);
    await page.setViewportSize({ width: 320, height: 640 });
    for (const mode of ['', 'elder'])
      for (const size of ['1', '3']) {
        const over = await page.evaluate(
          ([mode, size]) => {
            const root = document.documentElement;
            Object.assign(root.dataset, { mode, size });
            root.style.fontSize = '220%';
            return root.scrollWidth - innerWidth;
          },
          [mode, size] as const,
        );
        expect(over, `${mode} ${size}`).toBeLessThanOrEqual(0);
      }
  },
);

test.each(kinds)('$kind: halves of a headline keep the space between them', async ({ path, file, kind }) => {
  const { page } = await visitDesk(kind === '404' ? file : path);
  const glued = await page.locator('.half + .half').evaluateAll((halves) =>
    halves.flatMap((half) => {
      const [one, two] = [half.previousElementSibling!, half].map((part) => part.getBoundingClientRect());
      const beside = two!.height > 0 && Math.abs(one!.top - two!.top) < 4;
      return beside && two!.left - one!.right < 2 ? [half.parentElement!.textContent] : [];
    }),
  );
  expect(glued).toEqual([]);
});

test('a letter stands in the margin of its names, also where there is one name', async () => {
  for (const width of [768, 1280]) {
    const { page } = await visit('names/all/people/');
    await page.setViewportSize({ width, height: 800 });
    const rows = await page.locator('.names.letter').evaluateAll((letters) =>
      letters.map((letter) => {
        const [head, name] = ['h2', 'li'].map((part) => letter.querySelector(part)!.getBoundingClientRect());
        return {
          beside: head!.right <= name!.left && Math.abs(head!.top - name!.top) < 4,
          names: letter.querySelectorAll('li').length,
          height: letter.getBoundingClientRect().height,
        };
      }),
    );
    expect(rows.filter(({ beside }) => !beside)).toEqual([]);
    const single = rows.filter(({ names }) => names === 1);
    expect(single.length).toBeGreaterThan(0);
    for (const { height } of single) expect(height).toBeLessThan(80);
  }
});

test('the letters begin at the edge of the text, on a phone too', async () => {
  const { page } = await visit('names/all/people/');
  const [first] = await beginnings(page, '.letters li:first-child a');
  const [title] = await beginnings(page, '.opening h1');
  expect(Math.abs(first! - title!)).toBeLessThanOrEqual(3);
  const target = (await page.locator('.letters a').first().boundingBox())!;
  expect(target.x).toBeGreaterThanOrEqual(0);
});

test('heads of the aligned hits stand over what they name', async () => {
  const { page } = await visitDesk('search/?q=丰台&view=kwic');
  await page.locator('.kwic td').first().waitFor();
  const row = '.kwic tbody tr:nth-child(3)';
  expect(await ends(page, '.kwic th:nth-child(1)')).toEqual(await ends(page, `${row} .l span`));
  expect(await beginnings(page, '.kwic th:nth-child(3)')).toEqual(await beginnings(page, `${row} .r span`));
  expect(await ends(page, '.kwic th:nth-child(4)')).toEqual(await ends(page, `${row} .s a`));
});

test('what is said of the things that are missing begins on one line, where there is room', async () => {
  const { page } = await visitDesk('missing/');
  const lists = await page
    .locator('.ledger')
    .evaluateAll((all) =>
      all.map((list) =>
        [...list.querySelectorAll(':scope > li > :last-child')].map((said) =>
          Math.round(said.getBoundingClientRect().left),
        ),
      ),
    );
  expect(lists.flat().length).toBeGreaterThan(10);
  for (const list of lists) expect(new Set(list).size).toBe(1);
});

test('what goes on to a second line of them begins at the edge', async () => {
  const { page } = await visitElder('missing/');
  const lefts = await page.locator('.ledger :is(time, .mark, .place)').evaluateAll((parts) => {
    const edge = document.querySelector('.ledger')!.getBoundingClientRect().left;
    return parts.map((part) => Math.round(part.getBoundingClientRect().left - edge));
  });
  expect(lefts.filter((left) => left > 0 && left < 40)).toEqual([]);
  expect(lefts.filter((left) => left === 0).length).toBeGreaterThan(lefts.length / 3);
});

test('an option or a short command of the handbook is not broken, and no line begins with the comma after it', async () => {
  const { page } = await visit('handbook/');
  const typed = await page
    .locator('.sheet-of-text :not(pre) > code')
    .evaluateAll((codes) =>
      codes.map((code) => ({ text: code.textContent!, lines: code.getClientRects().length })),
    );
  const broken = typed.filter(({ text, lines }) => text.length <= 20 && lines > 1);
  expect(typed.map(({ text }) => text)).toContain('--replace');
  expect(broken).toEqual([]);
});

test('a line of a column of print is a line of the scan in 长辈版 on a phone', async () => {
  const { page } = await visitElder('2025-02-14/p02/scan/');
  // 2月 11日上午，内蒙古自治: as long as the columns of this page are wide.
  const line = page.locator('.lines .text', { hasText: '11日上午，内蒙古自治' }).first();
  expect(
    await line.evaluate((text) => {
      const range = document.createRange();
      range.selectNodeContents(text);
      return new Set([...range.getClientRects()].map(({ bottom }) => Math.round(bottom / 10))).size;
    }),
  ).toBe(1);
});

test('people of a topic stand in two columns on a phone; its words are not broken', async () => {
  const { page } = await visit('topics/military/');
  expect(new Set(await beginnings(page, '.names-given .person a')).size).toBe(2);
  expect(await page.locator('.opening .deck').innerHTML()).toContain('军民<wbr>共建');
  expect(await page.locator('.opening .deck').textContent()).toBe(
    '党管武装、国防动员、民兵训练、军民共建：丰台报上关于军队和国防的报道。',
  );
});

test('an issue of an inferred date is printed with its mark, and with what it is inferred from', async () => {
  const { page } = await visitDesk('2025-02-14/');
  expect(await page.locator('.folio .evidence p:visible').count()).toBe(0);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.folio .evidence p:visible').allTextContents()).toEqual([
    expect.stringContaining('版上没有日期'),
  ]);
  expect(await page.locator('.folio .mark:visible').allTextContents()).toEqual(['日期推定']);
  await page.emulateMedia({ media: null });
});

test('a search that was not made is printed as what it offers: how one asks', async () => {
  const { page } = await visitDesk('search/');
  await page.locator('.search-help[open]').waitFor();
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.search-help dt:visible').count()).toBeGreaterThan(5);
  expect(await page.locator('.desk-search input:visible').count()).toBe(0);
  await page.emulateMedia({ media: null });
});

test('a day is read in one go: no line ends within it, and none begins with the mark behind it', async () => {
  const { folder } = inject('site');
  let days = 0;
  for (const { path, kind } of await listPages(folder)) {
    if (!path.startsWith('2025-') || (kind !== 'article' && kind !== 'scan')) continue;
    const { page } = await visitElder(path);
    const found = await page.locator('.keep.running').evaluateAll((kept) =>
      kept.map((span) => {
        const after = document.createRange();
        const next = span.nextSibling;
        if (next instanceof Text && /^[，。、；：）]/u.test(next.data)) {
          after.setStart(next, 0);
          after.setEnd(next, 1);
        } else after.selectNode(span);
        const [own, mark] = [span.getClientRects(), after.getClientRects()];
        const alone = mark[0]!.top > own[0]!.bottom - 4;
        return own.length > 1 || alone ? span.parentElement!.textContent!.slice(0, 40) : '';
      }),
    );
    days += found.length;
    expect(found.filter((text) => text !== '')).toEqual([]);
  }
  expect(days).toBeGreaterThan(10);
});

test('a paragraph with a day, an excerpt with a name: no last line of one character', async () => {
  let paragraphs = 0;
  for (const path of ['2025-02-14/p02-002/', '2025-02-28/p00-001/', 'names/丰台体育中心/', 'names/宛平城/']) {
    const { page } = await visitDesk(path);
    for (const [width, mode] of [
      [360, ''],
      [360, 'elder'],
      [412, 'elder'],
      [768, ''],
      [1280, 'elder'],
    ] as const) {
      await page.setViewportSize({ width, height: 800 });
      const lasts = await page.evaluate((mode) => {
        document.documentElement.dataset.mode = mode;
        const running = [...document.querySelectorAll('p:has(> .keep.running)')];
        return running.map((paragraph) => {
          const range = document.createRange();
          range.selectNodeContents(paragraph);
          const rects = [...range.getClientRects()].filter(({ width }) => width > 0);
          const foot = Math.max(...rects.map(({ bottom }) => bottom));
          const last = rects.filter(({ bottom }) => bottom > foot - 8);
          const size = Number.parseFloat(getComputedStyle(paragraph).fontSize);
          const wide = last.reduce((sum, { width }) => sum + width, 0);
          const rows = paragraph.getBoundingClientRect().height / size;
          return rows > 3 && wide < 2.2 * size ? paragraph.textContent!.slice(-12) : '';
        });
      }, mode);
      paragraphs += lasts.length;
      expect(
        lasts.filter((text) => text !== ''),
        `${path} ${width} ${mode}`,
      ).toEqual([]);
    }
  }
  expect(paragraphs).toBeGreaterThan(20);
});

test('长辈版 on a phone: the places of the bar and its switch stand in one row, in every size of text', async () => {
  const { page } = await visitElder('');
  for (const size of ['1', '2', '3']) {
    const tops = await page.locator('.nav > a, .nav [data-elder-toggle]').evaluateAll((all, size) => {
      document.documentElement.dataset.size = size;
      return all.map((one) => Math.round(one.getBoundingClientRect().top));
    }, size);
    expect(new Set(tops).size, size).toBe(1);
  }
});

test('长辈版 has no thin 宋体: what is not bold is 黑体', async () => {
  for (const path of [
    '',
    'topics/',
    'topics/jing-jin-ji/',
    '2025-02-14/',
    '2025-02-14/p02-002/provenance/',
  ]) {
    const { page } = await visitElder(path);
    const thin = await page.locator('main :is(p, li, dd, span, a)').evaluateAll((all) =>
      all.flatMap((element) => {
        const { fontFamily, fontWeight, display } = getComputedStyle(element);
        const own = [...element.childNodes].some((node) => node instanceof Text && node.data.trim() !== '');
        const isThin =
          own && display !== 'none' && Number(fontWeight) < 600 && /Songti/u.test(fontFamily.split(',')[0]!);
        return isThin ? [`${element.className} ${element.textContent!.trim().slice(0, 12)}`] : [];
      }),
    );
    expect(thin, path).toEqual([]);
  }
});

test('a mark is of one size wherever it stands', async () => {
  for (const path of ['', 'browse/', 'missing/', 'topics/', '2025-02-14/p02/']) {
    const { page } = await visit(path);
    const sizes = await page
      .locator('main .mark')
      .evaluateAll((marks) => marks.map((mark) => getComputedStyle(mark).fontSize));
    expect(new Set(sizes).size, path).toBeLessThanOrEqual(1);
  }
});
