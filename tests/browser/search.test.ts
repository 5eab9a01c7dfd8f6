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

/**
 * Asks the page as a reader does: by its address, phrase after phrase, page after page of results. All of it in the
 * page itself, for the way there and back takes longer than a search.
 *
 * @returns for each phrase the articles found; `undefined` where the page says another number, or fails
 */
async function askPage(phrases: readonly string[]): Promise<(string[] | undefined)[]> {
  const region = document.querySelector<HTMLElement>('[data-search-state]')!;
  const show = (query: Record<string, string>) =>
    new Promise<void>((resolve) => {
      region.dataset.searchState = 'idle';
      const watch = new MutationObserver(() => {
        if (!['done', 'error'].includes(region.dataset.searchState!)) return;
        watch.disconnect();
        resolve();
      });
      watch.observe(region, { attributeFilter: ['data-search-state'] });
      history.pushState(null, '', `?${new URLSearchParams(query)}`);
      dispatchEvent(new PopStateEvent('popstate'));
    });
  const answers: (string[] | undefined)[] = [];
  for (const q of phrases) {
    const found: string[] = [];
    let total = Number.POSITIVE_INFINITY;
    for (let page = 1; (page - 1) * 10 < total; page++) {
      await show({ q, p: String(page) });
      total = Number(region.dataset.searchTotal ?? Number.NaN);
      for (const node of region.querySelectorAll<HTMLElement>('[data-search-result]'))
        found.push(node.dataset.searchResult!);
    }
    answers.push(found.length === total ? found : undefined);
  }
  return answers;
}

describe('检索', () => {
  test('finds exactly the articles that hold a phrase: 300 random substrings', async () => {
    const { page, complaints } = await openPage('search/');
    await page.waitForLoadState('load');
    const phrases = drawPhrases(300);
    const found = await page.evaluate(askPage, phrases);
    const wrong = phrases.flatMap((phrase, at) => {
      const expected = plainSearch(phrase);
      return found[at]?.toSorted().join() === expected.toSorted().join()
        ? []
        : [`${phrase}: found ${found[at]?.join(' ')}, expected ${expected.join(' ')}`];
    });
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
