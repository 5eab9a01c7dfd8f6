import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { checkAxe } from './frame/check-axe.ts';
import { listPages } from './frame/list-pages.ts';
import { openPage } from './frame/open-page.ts';

const article = (await listPages(inject('site').folder)).find(({ kind }) => kind === 'article')!.path;

/** What the fake voice was asked to say, and what ends its utterance; as the page sees it. */
interface FakeVoice {
  said: { text: string; rate: number; lang: string }[];
  finish: () => void;
  speaking: boolean;
}
declare global {
  interface Window {
    fakeVoice: FakeVoice;
  }
}

/** A voice that speaks when it is told to and ends when the test says so. */
function installVoice(langs: string[]): void {
  let current: { onend?: () => void; onerror?: () => void } | undefined;
  const fake: FakeVoice = {
    said: [],
    speaking: false,
    finish: () => {
      const ended = current;
      current = undefined;
      fake.speaking = false;
      ended?.onend?.();
    },
  };
  const synthesis = {
    getVoices: () => langs.map((lang) => ({ lang, localService: true, name: lang })),
    speak: (utterance: { text: string; rate: number; lang: string; onend?: () => void }) => {
      fake.said.push({ text: utterance.text, rate: utterance.rate, lang: utterance.lang });
      fake.speaking = true;
      current = utterance;
    },
    // What is cut off reports an error in some browsers, in others that it ended.
    cancel: () => {
      const cut = current;
      current = undefined;
      fake.speaking = false;
      cut?.onerror?.();
      cut?.onend?.();
    },
    addEventListener: () => {},
  };
  Object.defineProperty(window, 'speechSynthesis', { value: synthesis });
  Object.defineProperty(window, 'SpeechSynthesisUtterance', {
    value: class {
      rate = 1;
      lang = '';
      text: string;
      constructor(text: string) {
        this.text = text;
      }
    },
  });
  window.fakeVoice = fake;
}

async function openArticle(langs: string[], options: object = {}): Promise<Page> {
  const { page } = await openPage(article, {
    viewport: { width: 360, height: 740 },
    before: (page) => page.addInitScript(installVoice, langs),
    ...options,
  });
  return page;
}

/** Begins to read, and waits for the first block: the player is loaded only when it is asked for. */
async function start(page: Page): Promise<void> {
  await page.locator('[data-read-aloud]').click();
  await page.locator('.spoken').first().waitFor();
  await page.waitForFunction(() => window.fakeVoice.said.length > 0);
}
const press = (page: Page, name: string) => page.locator('read-aloud').getByRole('button', { name }).click();
const spoken = (page: Page) =>
  page.locator('.spoken').evaluateAll((nodes) => nodes.map((node) => node.textContent));

/** Lets the voice read on until the next block begins. */
async function finishBlock(page: Page): Promise<void> {
  const before = (await spoken(page))[0];
  for (let i = 0; i < 40 && (await spoken(page))[0] === before; i += 1) {
    await page.evaluate(() => window.fakeVoice.finish());
  }
}

test('reads the headline and then every block in order, marks the one that is read, and stops at the end', async () => {
  const page = await openArticle(['en-US', 'zh-CN']);
  const blocks = await page
    .locator('[data-article] h1, [data-article] .deck, [data-block]')
    .evaluateAll((nodes) => nodes.map((node) => node.textContent.trim()).filter((text) => text !== ''));
  await start(page);
  const read: string[] = [];
  for (let i = 0; i < blocks.length; i += 1) {
    const marked = await spoken(page);
    expect(marked).toHaveLength(1);
    read.push(marked[0]!.trim());
    expect(await page.locator('[aria-current="true"].spoken').count()).toBe(1);
    if (i < blocks.length - 1) await finishBlock(page);
  }
  expect(read).toEqual(blocks);
  await finishBlock(page);
  expect(await page.locator('read-aloud').getByRole('button', { name: '继续' }).isVisible()).toBe(true);
  const said = await page.evaluate(() => window.fakeVoice.said);
  const words = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
  expect(words(said.map(({ text }) => text).join(''))).toBe(words(blocks.join('')));
  expect(new Set(said.map(({ lang }) => lang))).toEqual(new Set(['zh-CN']));
});

test('the paragraph that is read is in view, and not behind the keys', async () => {
  const page = await openArticle(['zh-CN'], { reducedMotion: 'reduce' });
  await start(page);
  for (let i = 0; i < 4; i += 1) await press(page, '下一段');
  const paragraph = (await page.locator('.spoken').boundingBox())!;
  const keys = (await page.locator('read-aloud').boundingBox())!;
  expect(paragraph.y).toBeLessThan(keys.y);
  expect(paragraph.y + paragraph.height).toBeGreaterThan(0);
});

test('a pause is silent, and reading goes on at the sentence where it stopped', async () => {
  const page = await openArticle(['zh-CN']);
  await start(page);
  await press(page, '下一段');
  await page.evaluate(() => window.fakeVoice.finish());
  const sentence = await page.evaluate(() => window.fakeVoice.said.at(-1)!.text);
  await press(page, '暂停');
  expect(await page.evaluate(() => window.fakeVoice.speaking)).toBe(false);
  await press(page, '继续');
  expect(await page.evaluate(() => window.fakeVoice.said.at(-1)!.text)).toBe(sentence);
  expect(await page.evaluate(() => window.fakeVoice.speaking)).toBe(true);
});

test('goes one paragraph back, and does not leave the article at its ends', async () => {
  const page = await openArticle(['zh-CN']);
  await start(page);
  const first = await spoken(page);
  await press(page, '下一段');
  expect(await spoken(page)).not.toEqual(first);
  await press(page, '上一段');
  // A key that has nothing more to do keeps its place, so that the focus is not lost; it may be pressed.
  await page.locator('read-aloud').getByRole('button', { name: '上一段' }).click({ force: true });
  expect(await spoken(page)).toEqual(first);
});

test('the speed changes at once and is the same on the next visit', async () => {
  const page = await openArticle(['zh-CN']);
  await start(page);
  await press(page, '语速');
  expect(await page.evaluate(() => window.fakeVoice.said.at(-1)!.rate)).toBe(1.25);
  await page.reload();
  await start(page);
  expect(await page.evaluate(() => window.fakeVoice.said.at(-1)!.rate)).toBe(1.25);
});

test('what is pressed while reading pauses says nothing aloud until the reader goes on', async () => {
  const page = await openArticle(['zh-CN']);
  await start(page);
  await press(page, '暂停');
  const count = () => page.evaluate(() => window.fakeVoice.said.length);
  const before = await count();
  await press(page, '下一段');
  // Once round all speeds: the usual one is nothing to be kept.
  for (let at = 0; at < 5; at++) await press(page, '语速');
  expect(await count()).toBe(before);
  expect(await page.evaluate(() => localStorage.getItem('rate'))).toBeNull();
  const next = await spoken(page);
  await press(page, '继续');
  expect(await spoken(page)).toEqual(next);
  expect(await count()).toBe(before + 1);
});

test('works with the keyboard alone; Escape ends it and gives the focus back', async () => {
  const page = await openArticle(['zh-CN']);
  await page.locator('[data-read-aloud]').focus();
  await page.keyboard.press('Enter');
  await page.locator('read-aloud').waitFor();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('暂停');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  expect(await page.locator('.spoken').count()).toBe(1);
  await page.keyboard.press('Escape');
  expect(await page.locator('read-aloud, .spoken').count()).toBe(0);
  expect(await page.evaluate(() => document.activeElement?.matches('[data-read-aloud]'))).toBe(true);
  expect(await page.evaluate(() => window.fakeVoice.speaking)).toBe(false);
});

test('has no accessibility violation while it reads, nor targets too small in 长辈版', async () => {
  const page = await openArticle(['zh-CN']);
  await page.locator('[data-elder-toggle]').click();
  await start(page);
  await press(page, '下一段');
  expect(await checkAxe(page)).toEqual([]);
  for (const button of await page.locator('read-aloud button').all()) {
    const { width, height } = (await button.boundingBox())!;
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(60);
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});

test('is not offered where the browser has no Chinese voice', async () => {
  const page = await openArticle(['en-US', 'ja-JP']);
  await page.waitForLoadState('load');
  expect(await page.locator('[data-read-aloud]').isVisible()).toBe(false);
  const { page: other } = await openPage(article);
  await other.waitForLoadState('load');
  const has = await other.evaluate(() =>
    speechSynthesis.getVoices().some(({ lang }) => /^zh|^cmn/u.test(lang)),
  );
  expect(await other.locator('[data-read-aloud]').isVisible()).toBe(has);
});
