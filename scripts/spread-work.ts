import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { watchProgress } from './watch-progress.ts';

/**
 * Newspaper pages that are worth a thread, by what is done with them: to start one and load its program takes the
 * better part of a second.
 */
export const WORTH_A_THREAD = { cleaning: 12, aligning: 200, reading: 500 };
/** What a thread may hold, in megabytes: a newspaper page is some kilobytes. */
const MEMORY = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 16 };
/** Pieces that a thread is given ahead, and finished ones that wait for an earlier one, for each thread. */
const AHEAD = 8;
/**
 * Most pieces in a message, and messages that a thread gets at least: to send one costs a tenth of reading a page of the
 * finished site.
 */
const MOST_TOGETHER = 16;
const MESSAGES = 32;

/** Work on many pieces, none of which knows of another. */
export interface SpreadWork<Setup, Piece, Result> {
  /** Address (`import.meta.url`) of the module that exports `make` under its own name: a thread loads it from there. */
  module: string;
  /** Makes what works on a piece; asked once in each thread. */
  make: (setup: Setup) => (piece: Piece) => Result | Promise<Result>;
  /** What `make` is given. It goes to the threads, as pieces and results do: plain data alone. */
  setup: Setup;
  /** Pieces that are worth a thread. */
  worthAThread: number;
  /** Where it is said how far the work is, and what is counted: 版, 页. Nothing is said when left out. */
  progress?: { say: (line: string) => void; unit: string };
  /** As many as there are processors when left out. */
  threads?: number | undefined;
}

/** What came of a piece; what the system says of an error (`code`, `path`) would be lost on the way. */
type Done<Result> = { result: Result } | { error: Error; told: object };

/** Pieces that go to a thread together, or what came of them: numbered by the first. */
interface Sent<Item> {
  at: number;
  items: Item[];
}

/**
 * Works on pieces on all processors, a few pieces ahead of what is taken. The order of the results is that of the
 * pieces, so that what is made of them does not depend on the number of processors.
 *
 * @returns what came of each piece, as soon as it and all before it are done
 * @throws what the work throws
 */
export async function* spreadWork<Setup, Piece, Result>(
  pieces: readonly Piece[],
  {
    module,
    make,
    setup,
    worthAThread,
    progress,
    threads = availableParallelism(),
  }: SpreadWork<Setup, Piece, Result>,
): AsyncGenerator<Result> {
  const watched = progress && watchProgress(progress.say, progress.unit, pieces.length);
  const wanted = Math.min(threads, Math.floor(pieces.length / worthAThread));
  if (wanted < 2) {
    const work = make(setup);
    for (const piece of pieces) {
      yield await work(piece);
      // Whoever wants the next one is done with this one.
      watched?.step();
    }
    return;
  }
  const together = Math.max(1, Math.min(MOST_TOGETHER, Math.floor(pieces.length / (wanted * MESSAGES))));
  const ahead = together * Math.max(2, Math.ceil(AHEAD / together));
  const done = new Map<number, Done<Result>>();
  let failed: { error: unknown } | undefined;
  let wake = () => {};
  const workers = Array.from({ length: wanted }, () => {
    const worker = new Worker(fileURLToPath(import.meta.url), {
      workerData: { spreadWork: { module, name: make.name, setup } },
      resourceLimits: MEMORY,
    });
    worker.on('error', (error) => {
      failed ??= { error };
      wake();
    });
    worker.on('message', ({ at, items }: Sent<Done<Result>>) => {
      items.forEach((came, index) => {
        done.set(at + index, came);
      });
      wake();
    });
    return worker;
  });
  try {
    let given = 0;
    for (let next = 0; next < pieces.length; next += 1) {
      for (; given < pieces.length && given < next + ahead * wanted; given += together) {
        const items = pieces.slice(given, given + together);
        workers[(given / together) % wanted]!.postMessage({ at: given, items } satisfies Sent<Piece>);
      }
      while (!done.has(next)) {
        if (failed) throw failed.error;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      const came = done.get(next)!;
      done.delete(next);
      if ('error' in came) throw Object.assign(came.error, came.told);
      yield came.result;
      watched?.step();
    }
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

// This file is also what a thread of its own runs; other programs have threads too.
const task = workerData as { spreadWork?: { module: string; name: string; setup: unknown } } | null;
if (!isMainThread && parentPort && task?.spreadWork) {
  const { module, name, setup } = task.spreadWork;
  const port = parentPort;
  // Not waited for here: the module may itself import this one.
  const work = import(module).then((exported) => exported[name](setup) as (piece: unknown) => unknown);
  const workOn = async (piece: unknown): Promise<Done<unknown>> => {
    try {
      return { result: await (await work)(piece) };
    } catch (error) {
      return { error: error as Error, told: { ...(error as Error) } };
    }
  };
  port.on('message', async ({ at, items }: Sent<unknown>) => {
    const came: Done<unknown>[] = [];
    for (const item of items) came.push(await workOn(item));
    port.postMessage({ at, items: came } satisfies Sent<Done<unknown>>);
  });
}
