import { fileURLToPath } from 'node:url';
import { describe, expect, inject, test } from 'vitest';
import { collectSearched } from '../../scripts/build/index-search.ts';
import { readContent } from '../../src/loader/read-content.ts';
import { foldText } from '../../src/search/fold.ts';
import { openPage } from './frame/open-page.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { articles } = collectSearched(await readContent(root));

/** Every stretch of text that a match may not leave, folded, by article. */
const texts = articles.map(({ date, id, headline, kicker, deck, blocks }) => ({
  name: `${date}/${id}`,
  stretches: [headline, ...(kicker ? [kicker] : []), ...(deck ? [deck] : []), ...blocks].map((text) =>
    foldText(text, new Map()),
  ),
}));

/** The same sequence on every run: a failure can be looked into. */
function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function drawPhrases(count: number): string[] {
  const random = makeRandom(20230414);
  const all = texts.flatMap(({ stretches }) => stretches);
  const phrases: string[] = [];
  while (phrases.length < count) {
    const stretch = all[Math.floor(random() * all.length)]!;
    const length = 2 + Math.floor(random() * 7);
    const from = Math.floor(random() * (stretch.length - length + 1));
    const phrase = stretch.slice(from, from + length);
    if (phrase.length === length && /^[\p{L}\p{N}]+$/u.test(phrase)) phrases.push(phrase);
  }
  return phrases;
}

const plainSearch = (phrase: string) =>
  texts.filter(({ stretches }) => stretches.some((text) => text.includes(phrase))).map(({ name }) => name);

/** Asks the page as a reader does: by its address, page after page of results. */
async function askPage(page: import('playwright-core').Page, query: string): Promise<string[]> {
  const found: string[] = [];
  for (let number = 1; ; number++) {
    await page.evaluate(
      ([q, at]) => {
        document.querySelector<HTMLElement>('[data-search-state]')!.dataset.searchState = 'idle';
        history.pushState(null, '', `?${new URLSearchParams({ q: q!, p: at! })}`);
        dispatchEvent(new PopStateEvent('popstate'));
      },
      [query, String(number)],
    );
    const region = page.locator('[data-search-state="done"]');
    await region.waitFor({ state: 'attached' });
    found.push(
      ...(await page
        .locator('[data-search-result]')
        .evaluateAll((nodes) => nodes.map((node) => (node as HTMLElement).dataset.searchResult!))),
    );
    const total = Number(await region.getAttribute('data-search-total'));
    if (number * 10 >= total) {
      expect(found).toHaveLength(total);
      return found;
    }
  }
}

describe('检索', () => {
  test('finds exactly the articles that hold a phrase: 300 random substrings', async () => {
    const { page, complaints } = await openPage('search/');
    const wrong: string[] = [];
    for (const phrase of drawPhrases(300)) {
      const found = await askPage(page, phrase);
      const expected = plainSearch(phrase);
      if (found.toSorted().join() !== expected.toSorted().join()) {
        wrong.push(`${phrase}: found ${found.join(' ')}, expected ${expected.join(' ')}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(complaints.filter((line) => !line.includes('/favicon.ico'))).toEqual([]);
  }, 300_000);

  test('loads nothing of the search before it is used', async () => {
    const { page } = await openPage('search/');
    const requested: string[] = [];
    page.on('request', (request) => requested.push(request.url()));
    await page.reload();
    await page.waitForLoadState('networkidle');
    const { base } = inject('site');
    const engine = requested.filter((url) =>
      [`${base}pagefind/`, `${base}search/data/`].some((path) => new URL(url).pathname.startsWith(path)),
    );
    expect(engine).toEqual([]);
  });
});
