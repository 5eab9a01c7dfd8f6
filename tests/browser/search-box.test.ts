import { XMLParser } from 'fast-xml-parser';
import { expect, inject, test } from 'vitest';
import { openPage } from './frame/open-page.ts';
import { archive } from './frame/plain-search.ts';
import { answered } from './frame/search-page.ts';

test('suggestions by keyboard: a combobox with a list; recent searches stay on the device and can be forgotten', async () => {
  const { page, complaints } = await openPage('', {
    under: 'siteUnderBase',
    viewport: { width: 1280, height: 800 },
  });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const { base } = inject('siteUnderBase');
  const ofSearch = () =>
    asked.filter((path) => path.startsWith(`${base}search/`) || path.includes('pagefind'));
  expect(ofSearch()).toEqual([]);

  await page.keyboard.press('/');
  const field = page.locator('search-box input[name="q"]:visible').first();
  const isFocused = () => field.evaluate((input) => document.activeElement === input);
  await expect.poll(isFocused).toBe(true);
  await expect.poll(() => field.getAttribute('role')).toBe('combobox');
  expect(await field.getAttribute('aria-expanded')).toBe('false');
  await page.keyboard.type('丰台');
  await expect.poll(() => field.getAttribute('aria-expanded')).toBe('true');
  // The engine itself is not loaded for suggestions.
  expect(ofSearch().filter((path) => path.includes('pagefind'))).toEqual([]);
  const list = page.locator(`[id="${await field.getAttribute('aria-controls')}"]`);
  expect(await list.getAttribute('role')).toBe('listbox');
  const options = list.locator('[role="option"]');
  const texts = await options.locator(':scope > span:first-child').allTextContents();
  expect(texts.every((text) => text.includes('丰台'))).toBe(true);
  await page.keyboard.press('ArrowDown');
  const active = async () => {
    const id = await field.getAttribute('aria-activedescendant');
    return id === null ? undefined : page.locator(`[id="${id}"] span`).first().textContent();
  };
  await expect.poll(active).toBe(texts[0]);
  expect(await options.first().getAttribute('aria-selected')).toBe('true');
  await page.keyboard.press('ArrowUp');
  await expect.poll(active).toBeUndefined();
  await page.keyboard.press('ArrowUp');
  await expect.poll(active).toBe(texts.at(-1));
  // The last is a headline: it leads to its article.
  await page.keyboard.press('Escape');
  await expect.poll(() => field.getAttribute('aria-expanded')).toBe('false');
  expect(await field.inputValue()).toBe('丰台');
  await page.keyboard.press('Enter');
  await answered(page);
  expect(new URL(page.url()).pathname).toBe(`${base}search/`);
  expect(new URL(page.url()).searchParams.get('q')).toBe('丰台');

  // On the search page the same; what was searched comes back without typing.
  await page.keyboard.press('Control+k');
  const own = page.locator('#search-q');
  await expect.poll(() => own.evaluate((input) => document.activeElement === input)).toBe(true);
  await own.fill('协同');
  await page.keyboard.press('Enter');
  await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe('协同');
  await own.fill('');
  const recent = page.locator('.suggestions [role="option"]', { hasText: '近期检索' });
  await expect.poll(() => recent.count()).toBeGreaterThan(0);
  expect(await recent.first().textContent()).toContain('协同');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+Delete');
  await expect.poll(() => recent.count()).toBe(0);
  expect(await page.evaluate(() => localStorage.getItem('recent-searches'))).toBeNull();
  expect(complaints).toEqual([]);
});

test('suggestions stay out of the way of the input method, of Escape and of what is typed', async () => {
  const { page, complaints } = await openPage('', { viewport: { width: 1280, height: 800 } });
  await page.keyboard.press('/');
  const field = page.locator('search-box input[name="q"]:visible').first();
  await expect.poll(() => field.getAttribute('role')).toBe('combobox');
  const isOpen = async () => (await field.getAttribute('aria-expanded')) === 'true';
  const active = () => field.getAttribute('aria-activedescendant');
  await page.keyboard.type('丰台');
  await expect.poll(isOpen).toBe(true);
  // The arrows of an input method choose among its own words.
  await field.dispatchEvent('keydown', { key: 'ArrowDown', isComposing: true });
  expect(await active()).toBeNull();
  // Between two suggestions there is nothing to choose.
  await page.locator('.suggestions:visible').dispatchEvent('click');
  expect(await isOpen()).toBe(true);
  // Shift-Delete on what is no recent search deletes text, as everywhere.
  await page.keyboard.press('ArrowDown');
  await expect.poll(active).not.toBeNull();
  await page.keyboard.press('Shift+Delete');
  expect(await isOpen()).toBe(true);
  await page.keyboard.press('Escape');
  await expect.poll(isOpen).toBe(false);
  await page.keyboard.press('ArrowDown');
  await expect.poll(isOpen).toBe(true);
  // On to the button of the form: still in the box.
  await page.keyboard.press('Tab');
  expect(await isOpen()).toBe(true);
  await page.keyboard.press('Tab');
  await expect.poll(isOpen).toBe(false);

  // A name that is chosen is searched for.
  await field.focus();
  await expect.poll(isOpen).toBe(true);
  const options = page.locator('.suggestions:visible [role="option"]');
  const name = options.filter({ hasText: '名称' }).first();
  const wanted = (await name.locator('span').first().textContent())!;
  while ((await active()) !== (await name.getAttribute('id'))) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await answered(page);
  expect(new URL(page.url()).searchParams.get('q')).toBe(wanted);
  expect(complaints).toEqual([]);
});

test('who types and presses Enter before suggestions are there sees results, not a list over them', async () => {
  const { page, complaints } = await openPage('search/', { viewport: { width: 1280, height: 800 } });
  const loaded = Promise.withResolvers<void>();
  await page.route('**/_astro/search-box*', async (route) => {
    await loaded.promise;
    await route.continue();
  });
  await page.keyboard.press('/');
  const field = page.locator('search-box input[name="q"]:visible').first();
  await page.keyboard.type('倍增计划');
  await page.keyboard.press('Enter');
  await answered(page);
  loaded.resolve();
  await expect.poll(() => field.getAttribute('role')).toBe('combobox');
  // So long suggestions take to come, if they were asked for.
  await page.waitForTimeout(500);
  expect(await field.getAttribute('aria-expanded')).toBe('false');
  expect(await page.locator('.suggestions:visible').count()).toBe(0);
  // Typing on asks for them again.
  await page.keyboard.press('Backspace');
  await expect.poll(() => field.getAttribute('aria-expanded')).toBe('true');
  expect(complaints).toEqual([]);
});

test('a suggested headline leads to its article', async () => {
  const { page } = await openPage('', { viewport: { width: 1280, height: 800 } });
  const article = archive.find(({ headline }) => headline === '南苑森林湿地公园')!;
  const field = page.locator('search-box input[name="q"]:visible').first();
  await field.fill('湿地公园');
  const option = page.locator('[role="option"]', { hasText: '标题' });
  await option.first().click();
  await expect.poll(() => new URL(page.url()).pathname).toBe(`/${article.name}/`);
});

test('OpenSearch: a browser can add the search, and the address it is given answers', async () => {
  const { page } = await openPage('search/', { under: 'siteUnderBase' });
  const link = page.locator('link[rel="search"]');
  expect(await link.getAttribute('type')).toBe('application/opensearchdescription+xml');
  const response = await page.request.get(new URL((await link.getAttribute('href'))!, page.url()).href);
  expect(response.ok()).toBe(true);
  const { OpenSearchDescription: about } = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '',
  }).parse(await response.text());
  expect(about.ShortName.length).toBeLessThanOrEqual(16);
  expect(about.Description.length).toBeLessThanOrEqual(1024);
  const { template } = about.Url.find(({ type }: { type: string }) => type === 'text/html');
  const filled = new URL(template.replace('{searchTerms}', encodeURIComponent('协同')));
  await page.goto(new URL(filled.pathname + filled.search, inject('siteUnderBase').url).href);
  await answered(page);
  expect(await page.locator('#search-q').inputValue()).toBe('协同');
});

test('without scripts the search page says so and leads to the pages by date and topic', async () => {
  const { page } = await openPage('search/', { under: 'siteUnderBase', javaScriptEnabled: false });
  const note = page.locator('.no-script');
  expect(await note.isVisible()).toBe(true);
  expect(await note.textContent()).toContain('JavaScript');
  const { base } = inject('siteUnderBase');
  expect(
    await note.locator('a').evaluateAll((links) => links.map((one) => one.getAttribute('href'))),
  ).toEqual([`${base}browse/`, `${base}topics/`]);
});

test('what is typed into a field fits into an address that every host takes', async () => {
  for (const path of ['', 'search/']) {
    const { page } = await openPage(path);
    const field = page.locator('input[name="q"]:visible').first();
    await field.focus();
    await page.keyboard.insertText('丰'.repeat(3000));
    const typed = await field.inputValue();
    expect(typed.length, path).toBeGreaterThanOrEqual(200);
    // Hosts take eight thousand bytes of an address and its headers.
    expect(encodeURIComponent(typed).length, path).toBeLessThan(6000);
    await page.keyboard.press('Enter');
    await answered(page);
    expect(await page.locator('[data-search-tally]').textContent()).toBe('0 篇');
  }
});
