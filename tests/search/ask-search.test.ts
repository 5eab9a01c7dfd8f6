import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Question, Reply } from '../../src/search/engine/serve-search.ts';

/** A worker that answers when the test says so. */
class FakeWorker extends EventTarget {
  static readonly all: FakeWorker[] = [];
  readonly asked: Question[] = [];
  isTerminated = false;
  constructor() {
    super();
    FakeWorker.all.push(this);
  }
  postMessage(question: Question): void {
    this.asked.push(question);
  }
  terminate(): void {
    this.isTerminated = true;
  }
  answer(at: number, indexBytes: number): void {
    const data: Reply = { id: this.asked[at]!.id, result: at, indexBytes };
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

const MB = 2 ** 20;
let askSearch: typeof import('../../src/client/search/ask-search.ts').askSearch;
beforeEach(async () => {
  vi.stubGlobal('Worker', FakeWorker);
  vi.resetModules();
  FakeWorker.all.length = 0;
  ({ askSearch } = await import('../../src/client/search/ask-search.ts'));
});
afterEach(() => {
  vi.unstubAllGlobals();
});

test('one worker answers a whole visit while it holds little', async () => {
  for (let at = 0; at < 3; at++) {
    const asked = askSearch('/', 'warm', undefined);
    FakeWorker.all[0]!.answer(at, 12 * MB);
    await expect(asked).resolves.toBe(at);
  }
  expect(FakeWorker.all).toHaveLength(1);
  expect(FakeWorker.all[0]!.isTerminated).toBe(false);
});

test('a worker that holds too much index answers what it was asked, and the next question has a new one', async () => {
  const first = askSearch('/', 'warm', undefined);
  const second = askSearch('/', 'warm', undefined);
  const [worker] = FakeWorker.all;
  worker!.answer(0, 12 * MB + 1);
  await expect(first).resolves.toBe(0);
  // A question is still open: who asked it gets its answer.
  expect(worker!.isTerminated).toBe(false);
  worker!.answer(1, 12 * MB + 1);
  await expect(second).resolves.toBe(1);
  expect(worker!.isTerminated).toBe(true);
  const third = askSearch('/', 'warm', undefined);
  expect(FakeWorker.all).toHaveLength(2);
  FakeWorker.all[1]!.answer(0, 0);
  await expect(third).resolves.toBe(0);
  expect(FakeWorker.all[1]!.isTerminated).toBe(false);
});

test('a worker whose script does not arrive fails what was asked as a broken line; the next question tries again', async () => {
  const asked = askSearch('/', 'warm', undefined);
  FakeWorker.all[0]!.dispatchEvent(new Event('error', { cancelable: true }));
  await expect(asked).rejects.toMatchObject({ kind: 'offline' });
  const again = askSearch('/', 'warm', undefined);
  FakeWorker.all[1]!.answer(0, 0);
  await expect(again).resolves.toBe(0);
});

test('a browser without workers of modules searches beside the page; a broken line is told as that there too', async () => {
  vi.stubGlobal('Worker', function NoModules() {
    throw new TypeError('no');
  });
  vi.stubGlobal('location', { href: 'https://archive.example/' });
  vi.stubGlobal('fetch', async () => new Response('', { status: 503 }));
  const { EMPTY_REQUEST } = await import('../../src/search/request.ts');
  const asked = () => askSearch('/', 'search', { ...EMPTY_REQUEST, q: '丰台' }, () => {});
  await expect(asked()).rejects.toMatchObject({ kind: 'offline' });
  const nonsense = askSearch('/', 'countTrend', null as never);
  await expect(nonsense).rejects.toMatchObject({ kind: 'offline' });
  vi.stubGlobal('fetch', async () => Response.json({ shards: [], articles: 0, characters: {}, facets: [] }));
  await expect(askSearch('/', 'countTrend', null as never)).rejects.toMatchObject({ kind: 'error' });
});

test('what a worker says after it has answered is not heard', async () => {
  const asked = askSearch('/', 'warm', undefined);
  FakeWorker.all[0]!.answer(0, 0);
  await expect(asked).resolves.toBe(0);
  expect(() => FakeWorker.all[0]!.answer(0, 0)).not.toThrow();
});
