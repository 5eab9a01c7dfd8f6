import type { Failure, Question, Reply, SearchService } from '../../search/engine/serve-search.ts';

/** A question to the search that was not answered. */
export class SearchFailure extends Error {
  readonly kind: Failure['kind'];
  constructor({ kind, message }: Failure) {
    super(message);
    this.kind = kind;
  }
}

/**
 * Packed bytes of index that a worker may hold. Pagefind never lets go of what it has read, and holds it in
 * about eight times the room: a phone would close the page after a long visit. The next question then starts a
 * new worker, which finds the files in the browser's own store.
 */
const MOST_INDEX = 12 * 2 ** 20;

type Waiting = {
  resolve(result: unknown): void;
  reject(error: Error): void;
  report?(partial: unknown): void;
};

let worker: Worker | undefined;
let service: Promise<SearchService> | undefined;
let count = 0;
const waiting = new Map<number, Waiting>();

type Reported<M extends keyof SearchService> = Parameters<SearchService[M]>[1];

/**
 * Asks the search. It is started by the first question, in a worker; where a browser has no worker of modules,
 * beside the page itself.
 *
 * @param base base path of the site
 * @throws {SearchFailure}
 */
export async function askSearch<M extends keyof SearchService>(
  base: string,
  method: M,
  argument: Parameters<SearchService[M]>[0],
  report?: Reported<M>,
): Promise<Awaited<ReturnType<SearchService[M]>>> {
  type Result = Awaited<ReturnType<SearchService[M]>>;
  const started = startWorker();
  if (!started) {
    service ??= import('../../search/engine/serve-search.ts').then(({ makeSearchService }) =>
      makeSearchService(base),
    );
    const own = await service;
    const ask = own[method] as (argument: unknown, report: unknown) => Promise<Result>;
    return ask(argument, report ?? (() => {})).catch((error: unknown) => {
      const kind = (error as Error).name === 'LoadError' ? 'offline' : 'error';
      throw new SearchFailure({ kind, message: String(error) });
    });
  }
  return new Promise<Result>((resolve, reject) => {
    const id = ++count;
    waiting.set(id, {
      resolve: (result) => resolve(result as Result),
      reject,
      ...(report ? { report: report as (partial: unknown) => void } : {}),
    });
    const question: Question = { id, base, method, argument };
    started.postMessage(question);
  });
}

function startWorker(): Worker | undefined {
  if (worker || service) return worker;
  try {
    worker = new Worker(new URL('./search-worker.ts', import.meta.url), { type: 'module' });
  } catch {
    return undefined;
  }
  worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
    const one = waiting.get(data.id);
    if (!one) return;
    if ('partial' in data) {
      one.report?.(data.partial);
      return;
    }
    waiting.delete(data.id);
    if (data.failure) one.reject(new SearchFailure(data.failure));
    else one.resolve(data.result);
    if (waiting.size === 0 && (data.indexBytes ?? 0) > MOST_INDEX) {
      worker?.terminate();
      worker = undefined;
    }
  });
  worker.addEventListener('error', (event) => {
    // The worker's own script did not arrive, or its browser cannot run it.
    event.preventDefault();
    worker = undefined;
    const all = [...waiting.values()];
    waiting.clear();
    for (const { reject } of all)
      reject(new SearchFailure({ kind: 'offline', message: event.message ?? '' }));
  });
  return worker;
}
