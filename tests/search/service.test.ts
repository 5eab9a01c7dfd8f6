import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  makeSearchService,
  type OwnSearchService,
  type Reply,
  serveSearch,
} from '../../src/search/engine/serve-search.ts';
import { EMPTY_REQUEST, type SearchRequest } from '../../src/search/request.ts';
import { makeArticles, type OpenSearch, openSearch } from './open-search.ts';

const source = makeArticles(
  Array.from({ length: 30 }, (_, at) => ({
    headline: at % 2 === 0 ? '丰台站\t开通' : '首都',
    blocks: [`第${at}篇说到丰台区“京津冀”协同。`],
  })),
);
const request = (more: Partial<SearchRequest>): SearchRequest => ({ ...EMPTY_REQUEST, ...more });

let open: OpenSearch;
let search: OwnSearchService;
beforeAll(async () => {
  open = await openSearch(source, { shard: 10 });
});
afterAll(() => open.close());
beforeEach(() => {
  vi.unstubAllGlobals();
  // As on a page that was just opened.
  Object.assign(globalThis, { fetch: open.fetch, location: { href: 'file:///' } });
  open.intercept = () => undefined;
  search = makeSearchService(`${open.folder}/`);
});

/** The worker's side of the search, and what it posts to the page. */
function openPort() {
  const replies: Reply[] = [];
  let hear: (event: { data: never }) => void = () => {};
  serveSearch({
    addEventListener: (_type, listener) => {
      hear = listener as typeof hear;
    },
    postMessage: (reply) => replies.push(reply),
  });
  let id = 0;
  return async (method: string, argument: unknown) => {
    hear({ data: { id: ++id, base: `${open.folder}/`, method, argument } as never });
    const own = () => replies.filter((reply) => reply.id === id);
    await vi.waitFor(() => expect(own().some((reply) => !('partial' in reply))).toBe(true), 10_000);
    return own();
  };
}

describe('quotation marks', () => {
  let quoting: OpenSearch;
  beforeAll(async () => {
    const texts = ['推进“四项行动”见效', '推进「四项行动」见效', '推进‘四项行动’见效', '推进四项行动见效'];
    quoting = await openSearch(makeArticles(texts.map((text) => ({ headline: '简讯', blocks: [text] }))));
  });
  afterAll(() => quoting.close());

  test.each([
    ['“四项行动”', ['推进【“四项行动”】见效', '推进【「四项行动」】见效']],
    ['「四项行动」', ['推进【“四项行动”】见效', '推进【「四项行动」】见效']],
    ['﹃四项行动﹄见效', ['推进【“四项行动”见效】', '推进【「四项行动」见效】']],
    ['『四项行动』', ['推进【‘四项行动’】见效']],
    ['﹁四项行动﹂', ['推进【‘四项行动’】见效']],
  ])('%s finds what is quoted alike, however the marks are written, and marks it', async (q, expected) => {
    Object.assign(globalThis, { fetch: quoting.fetch });
    const { results } = await quoting.search.search(request({ q }), () => {});
    const shown = results.map(({ snippet }) =>
      snippet.map(({ text, marked }) => (marked ? `【${text}】` : text)).join(''),
    );
    expect(shown.toSorted()).toEqual(expected.toSorted());
  });
});

describe('the search as the page asks it, across a worker', () => {
  test('a question gets what is known so far and then the whole answer, with the room that the index takes', async () => {
    const ask = openPort();
    const replies = await ask('search', request({ q: '丰台' }));
    const totals = replies.map(({ partial, result }) => ((partial ?? result) as { total: number }).total);
    expect(totals).toEqual([10, 20, 30]);
    expect(replies.at(-1)!.indexBytes).toBeGreaterThan(0);
    // The second question is answered by what the first one opened.
    const before = open.asked.length;
    await ask('search', request({ q: '丰台' }));
    expect(open.asked.slice(before)).toEqual([]);
  });

  test('a line that is down is told as that, any other fault as a fault', async () => {
    const ask = openPort();
    open.intercept = (path) =>
      path.endsWith('manifest.json') ? new Response('', { status: 503 }) : undefined;
    expect((await ask('search', request({ q: '丰台' })))[0]!.failure).toMatchObject({ kind: 'offline' });
    open.intercept = () => undefined;
    expect((await ask('search', null))[0]!.failure).toMatchObject({ kind: 'error' });
    expect((await ask('search', request({ q: '丰台' }))).at(-1)!.result).toMatchObject({ total: 30 });
  });

  test('nothing is held before anything was asked', async () => {
    expect(search.indexBytes()).toBe(0);
    await search.warm(undefined);
    await search.search(request({ q: '丰台' }), () => {});
    expect(search.indexBytes()).toBeGreaterThan(0);
  });
});

describe('lines of context', () => {
  test('texts that did not arrive are asked for again, not remembered as missing', async () => {
    const asked = request({ q: '丰台', view: 'kwic', sort: 'left' });
    open.intercept = (path) => (path.includes('bundle.') ? new Response('', { status: 404 }) : undefined);
    await expect(search.listContexts(asked, () => {})).rejects.toThrow('没有读到');
    open.intercept = () => undefined;
    expect((await search.listContexts(asked, () => {})).hits).toBe(45);
  });

  test('a failed reading that a newer question has overtaken leaves the newer one alone', async () => {
    let isDown = true;
    open.intercept = (path) =>
      isDown && path.includes('bundle.') ? new Response('', { status: 404 }) : undefined;
    const failing = open.search
      .listContexts(request({ q: '丰台', sort: 'left' }), () => {})
      .catch(() => 'failed');
    const newer = open.search
      .listContexts(request({ q: '首都', sort: 'left' }), () => {})
      .catch(() => 'failed');
    expect(await Promise.all([failing, newer])).toEqual(['failed', 'failed']);
    isDown = false;
    expect((await search.listContexts(request({ q: '首都', sort: 'left' }), () => {})).hits).toBe(15);
  });

  test('a search without a phrase has no lines, and reads no texts for them', async () => {
    const before = open.asked.length;
    const { hits, lines, pages } = await search.listContexts(request({ q: '-首都', sort: 'left' }), () => {});
    expect({ hits, lines, pages }).toEqual({ hits: 0, lines: [], pages: 1 });
    expect(open.asked.slice(before).filter((path) => path.includes('bundle.'))).toEqual([]);
  });

  test('what is copied for a spreadsheet has no tab inside a field', async () => {
    const text = await search.writeContexts({ request: request({ q: '丰台站' }), separator: '\t' });
    const rows = text.split('\r\n');
    expect(rows).toHaveLength(16);
    expect(rows.every((row) => row.split('\t').length === 6)).toBe(true);
    expect(rows[1]).toContain('丰台站\t 开通\t');
  });
});

test('near: a phrase that stands nowhere is taken apart; single characters are no part', async () => {
  const near = await search.findNear(request({ q: '“京津冀协同发展” 龘' }));
  expect(near[0]!.parts).toEqual(['京津冀', '协同', '龘'].slice(0, 2));
});

test('an old browser that cannot unpack by itself searches all the same', async () => {
  vi.stubGlobal('DecompressionStream', undefined);
  const { total } = await search.search(request({ q: '“京津冀”' }), () => {});
  expect(total).toBe(30);
});

test('a part of the index is checked however it is asked for; what others fetch in the same page goes its own way', async () => {
  await search.warm(undefined);
  open.intercept = () => new Response('<!doctype html><title>Welcome');
  const { status } = await fetch(new Request('https://archive.example/elsewhere.json'));
  expect(status).toBe(200);
  expect(open.asked.at(-1)).toBe('/elsewhere.json');
  const part = new Request(`file://${open.folder}/pagefind/index/zh.pf_index`);
  await expect(fetch(part)).rejects.toThrow('没有读到');
});

test('an archive without an article yet finds nothing, and says so', async () => {
  const empty = await openSearch(makeArticles([]));
  try {
    const partial: unknown[] = [];
    const answer = await empty.search.search(request({ q: '丰台' }), (one) => partial.push(one));
    expect(answer).toEqual({ total: 0, hits: 0, pages: 1, results: [], complete: true });
    expect(partial).toEqual([]);
  } finally {
    await empty.close();
  }
});
