import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { watchProgress } from '../watch-progress.ts';
import { type Cleaned, makeCleaner } from './clean-file.ts';

/** Fewer files are done before a second thread has started. */
const WORTH_A_THREAD = 24;
/** What a thread may hold, in megabytes: a page is some kilobytes. */
const MEMORY = 512;
/** Files that a thread is given ahead, and finished ones that wait for an earlier one, for each thread. */
const AHEAD = 8;

/** How files are cleaned. */
export interface CleanOptions {
  /** Names of passes that are left out. */
  without: ReadonlySet<string>;
  /** Says one line of progress. */
  say: (line: string) => void;
  /** As many as there are processors when left out. */
  threads?: number;
}

/**
 * Cleans files on all processors.
 *
 * @param files paths
 * @returns what came of each, in the order of the files, as soon as it and all before it are done
 * @throws what a pass throws
 */
export async function* cleanFiles(
  files: readonly string[],
  { without, say, threads = availableParallelism() }: CleanOptions,
): AsyncGenerator<Cleaned> {
  const progress = watchProgress(say, '版', files.length);
  const wanted = Math.min(threads, Math.floor(files.length / (WORTH_A_THREAD / 2)));
  if (wanted < 2) {
    const clean = makeCleaner(without);
    for (const file of files) {
      yield clean(file);
      progress.step();
    }
    return;
  }
  const done = new Map<number, Cleaned>();
  let failed: unknown;
  let wake = () => {};
  const workers = Array.from({ length: wanted }, () => {
    const worker = new Worker(fileURLToPath(import.meta.url), {
      workerData: { cleanFiles: { without: [...without] } },
      resourceLimits: { maxOldGenerationSizeMb: MEMORY },
    });
    worker.on('error', (error) => {
      failed = error;
      wake();
    });
    worker.on('message', ({ at, cleaned }: { at: number; cleaned: Cleaned }) => {
      done.set(at, cleaned);
      wake();
    });
    return worker;
  });
  try {
    let given = 0;
    for (let next = 0; next < files.length; next += 1) {
      for (; given < files.length && given < next + AHEAD * wanted; given += 1)
        workers[given % wanted]!.postMessage({ at: given, file: files[given]! });
      while (!done.has(next)) {
        if (failed) throw failed;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      yield done.get(next)!;
      done.delete(next);
      progress.step();
    }
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

// This file is also what a thread of its own runs; other programs have threads too.
const task = workerData as { cleanFiles?: { without: string[] } } | null;
if (!isMainThread && parentPort && task?.cleanFiles) {
  const clean = makeCleaner(new Set(task.cleanFiles.without));
  parentPort.on('message', ({ at, file }: { at: number; file: string }) => {
    parentPort!.postMessage({ at, cleaned: clean(file) });
  });
}
