import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeCharacterMap } from '../../scripts/build/search/make-character-map.ts';
import { makeSearchService } from '../../src/search/engine/serve-search.ts';
import { findPhrase } from '../../src/search/find-phrase.ts';
import { foldText, readCharacterMap } from '../../src/search/fold.ts';
import { EMPTY_REQUEST } from '../../src/search/request.ts';
import { makeArticles, type OpenSearch, openSearch } from './open-search.ts';

/** Everything that a scanner, an editor or an attacker may leave in a text. */
const AWKWARD = [
  '丰台区“京津冀”协同发展，ＴＯＤ模式。',
  '豐臺區㎡①é e\u0301 1.5% <mark>&amp;</mark>',
  '\ud840\udc00\ud840 \udc00\u0000\ufffe\uffff',
  '\u200b\u200d\u202e文\ufeff字',
  'pagefind_dcd zzzzzzzzz aaaaaaaaa',
  '的的的的的，的的；的',
  '    \t\n  ',
  '——……！？；：、（）《》',
  'C++ "引号" \\ / % ? # & =',
];
const fragment = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...AWKWARD) },
  {
    weight: 3,
    arbitrary: fc.string({ unit: fc.constantFrom(...'丰台区京津冀，。“”的ＴOd 1'.split('')), maxLength: 30 }),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
);
const [texts] = fc.sample(
  fc.array(
    fc.record({
      headline: fragment,
      blocks: fc.array(
        fc.array(fragment, { maxLength: 4 }).map((pieces) => pieces.join('')),
        { maxLength: 4 },
      ),
    }),
    { minLength: 60, maxLength: 60 },
  ),
  { seed: 20230414, numRuns: 1 },
) as [{ headline: string; blocks: string[] }[]];
const source = makeArticles(texts);
const map = readCharacterMap(
  makeCharacterMap(new Set(texts.flatMap(({ headline, blocks }) => [...headline, ...blocks.join('')]))),
);
const stretches = source.articles.map(({ date, id, headline, blocks }) => ({
  name: `${date}/${id}`,
  texts: [headline, ...blocks].map((text) => foldText(text.replaceAll('\uffff', '\ufffe'), map)),
}));

let open: OpenSearch;
beforeAll(async () => {
  // Three shards, several volumes and lanes: what an archive of twenty thousand articles has.
  open = await openSearch(source, { shard: 20, volume: 400, lane: 1 });
});
afterAll(() => open.close());

/** Hits of a phrase in each article by plain search in the text. */
const count = (phrase: string, mode: 'exact' | 'letters') =>
  stretches.flatMap(({ name, texts }) => {
    const folded = foldText(phrase, map);
    const hits = texts.reduce((sum, text) => sum + findPhrase(text, folded, mode).length, 0);
    return hits > 0 ? [[name, hits] as const] : [];
  });
const sorted = (list: readonly (readonly [string, number])[]) => list.map(String).toSorted();

describe('the engine over any text', () => {
  test.each(['exact', 'letters'] as const)(
    '%s: finds every phrase that stands there, with its hits, and no other',
    async (mode) => {
      const phrase = fc.oneof(
        // What stands in the text …
        fc.tuple(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 10 })).map(([which, from, length]) => {
          const all = texts.flatMap(({ headline, blocks }) => [headline, ...blocks]);
          const text = all[which % all.length]!;
          return text.slice(from % (text.length + 1)).slice(0, length);
        }),
        // … and what may not.
        fragment,
      );
      await fc.assert(
        fc.asyncProperty(phrase, async (typed) => {
          // A quotation mark would end the phrase; the others are text.
          const wanted = typed.replaceAll(/["＂\uffff]/gu, '');
          fc.pre(wanted.trim() !== '');
          const found = await open.search.listFound({ ...EMPTY_REQUEST, q: `"${wanted}"`, mode });
          expect(sorted(found)).toEqual(sorted(count(wanted, mode)));
        }),
        { numRuns: mode === 'exact' ? 300 : 100, seed: 1 },
      );
    },
  );

  test('the newest years answer first, older ones join, and the last answer says that it is complete', async () => {
    const partial: { complete: boolean; total: number; since?: string }[] = [];
    const last = await open.search.search({ ...EMPTY_REQUEST, q: '的' }, (answer) => partial.push(answer));
    expect(partial.map(({ complete }) => complete)).toEqual([false, false]);
    expect(last.complete).toBe(true);
    const totals = [...partial, last].map(({ total }) => total);
    expect(totals).toEqual(totals.toSorted((a, b) => a - b));
    const since = [...partial, last].map((answer) => answer.since!);
    expect(since).toEqual(since.toSorted().reverse());
    expect(last.total).toBe(count('的', 'exact').length);
  });

  test('headline first, then how often the phrase stands in the article', async () => {
    const found = await open.search.listFound({ ...EMPTY_REQUEST, q: '丰台' });
    const inHead = (name: string) => {
      const own = stretches.find((one) => one.name === name)!;
      return own.texts[0]!.includes('丰台');
    };
    const ranks = found.map(([name, hits]) => Number(inHead(name)) * 1000 + hits);
    expect(ranks.length).toBeGreaterThan(10);
    expect(ranks).toEqual(ranks.toSorted((a, b) => b - a));
  });

  test('a bundle is read once, whatever is sorted or turned, and all lines can be taken along', async () => {
    const request = { ...EMPTY_REQUEST, q: '丰台', view: 'kwic' as const, sort: 'right' as const };
    const { hits } = await open.search.listContexts(request, () => {});
    expect(hits).toBe(count('丰台', 'exact').reduce((sum, [, own]) => sum + own, 0));
    const before = open.asked.length;
    await open.search.listContexts({ ...request, sort: 'left', page: 2 }, () => {});
    await open.search.listContexts({ ...request, sort: 'date' }, () => {});
    const csv = await open.search.writeContexts({ request, separator: ',' });
    expect(open.asked.slice(before)).toEqual([]);
    expect(csv.split('\r\n').length).toBe(hits + 1);
  });
});

describe('contexts by date', () => {
  test('every page is the page of all of them, and only its own texts are read', async () => {
    // Few lines an article: they fill several pages and several bundles.
    const many = makeArticles(
      Array.from({ length: 240 }, (_, at) => ({
        headline: at % 3 === 0 ? '丰台站' : '站',
        blocks: ['丰台“丰台', ...Array<string>(at % 4).fill('的丰台区')],
      })),
    );
    const own = await openSearch(many, { bundles: 24, bundle: 100 });
    try {
      for (const q of ['丰台', '标题:丰台 | 台区', '丰台 -站区']) {
        for (const mode of ['exact', 'letters'] as const) {
          const request = { ...EMPTY_REQUEST, q, mode, view: 'kwic' as const };
          const before = own.asked.length;
          const first = await own.search.listContexts(request, () => {});
          expect(first.pages).toBeGreaterThan(1);
          const isBundle = (path: string) => path.includes('bundle.');
          expect(own.asked.slice(before).filter(isBundle).length).toBeLessThan(12);
          const pages = [first];
          for (let page = 2; page <= first.pages; page++)
            pages.push(await own.search.listContexts({ ...request, page }, () => {}));
          // Reads everything, and sorts it by date afterwards.
          await own.search.listContexts({ ...request, sort: 'left' }, () => {});
          for (const [at, page] of pages.entries())
            expect(page).toEqual(await own.search.listContexts({ ...request, page: at + 1 }, () => {}));
        }
      }
    } finally {
      await own.close();
      globalThis.fetch = open.fetch;
      Object.assign(globalThis, { location: { href: 'file:///' } });
    }
  });
});

test('the same archive gives the same bytes, file by file', async () => {
  const digests = async (folder: string) => {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    return Promise.all(
      files.sort().map(async (file) => {
        const digest = createHash('sha256').update(await readFile(file));
        return `${file.slice(folder.length)} ${digest.digest('hex')}`;
      }),
    );
  };
  const again = await openSearch(source, { shard: 20, volume: 400, lane: 1 });
  try {
    const files = await digests(open.folder);
    expect(files.some((file) => file.includes('.pf_index '))).toBe(true);
    expect(await digests(again.folder)).toEqual(files);
  } finally {
    await again.close();
    Object.assign(globalThis, { location: { href: 'file:///' } });
  }
});

describe('a part of the index that does not arrive', () => {
  const parts = [/\.pf_index$/u, /\.pf_meta$/u, /places\./u, /manifest\.json$/u];
  const damaged: [what: string, respond: () => Response][] = [
    ['is not there', () => new Response('', { status: 404 })],
    ['is the page of a hotel’s network', () => new Response('<!doctype html><title>Welcome')],
    ['is cut short', () => new Response(new Uint8Array([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255, 3]))],
  ];
  test.each(damaged)(
    '%s: the search fails instead of finding too little, and finds all when it is back',
    async (_what, respond) => {
      const request = { ...EMPTY_REQUEST, q: '"京津冀"' };
      for (const part of parts) {
        // Without the one that was opened before, which has most of it already.
        globalThis.fetch = open.fetch;
        const search = makeSearchService(`${open.folder}/`);
        open.intercept = (path) => (part.test(path) ? respond() : undefined);
        await expect(search.listFound(request), String(part)).rejects.toThrow('没有读到');
        open.intercept = () => undefined;
        // What was under way with it has failed by the time that a reader tries again.
        await new Promise((resolve) => setTimeout(resolve, 50));
        expect(sorted(await search.listFound(request))).toEqual(sorted(count('京津冀', 'exact')));
      }
    },
  );
});
