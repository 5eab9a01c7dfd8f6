import { readFile } from 'node:fs/promises';
import type { CleanedScan, Topic } from '../../src/model.ts';
import { describeFailure } from '../describe-failure.ts';
import { type CleanOptions, cleanScan, ScanError } from '../pipeline/index.ts';
import { spreadWork, WORTH_A_THREAD } from '../spread-work.ts';

/** A delivered file and what is known of it. */
export interface ScanToClean {
  /** Absolute path. */
  path: string;
  /** As `cleanScan` is told, without the topics: they are the same for all. */
  known: Omit<CleanOptions, 'topics'>;
}

/** What came of a file: the cleaned scan, or why it cannot be cleaned, told in Chinese. */
export type ScanCleaned = { cleaned: CleanedScan } | { failure: string };

/** What cleans bytes; tests give another one. */
export type Clean = (bytes: Uint8Array, options: CleanOptions) => CleanedScan;

/** Makes what cleans delivered files. */
export function makeScanCleaner(
  topics: Topic[],
  clean: Clean = cleanScan,
): (scan: ScanToClean) => Promise<ScanCleaned> {
  return async ({ path, known }) => {
    try {
      return { cleaned: clean(await readFile(path), { ...known, topics }) };
    } catch (error) {
      // A file that cannot be read does not keep the others out either.
      if (error instanceof ScanError || (error as NodeJS.ErrnoException).code)
        return { failure: describeFailure(error) };
      throw error;
    }
  };
}

/**
 * Cleans delivered files on all processors.
 *
 * @param clean another cleaner than the archive's; it works in this thread
 * @returns what came of each, in the order of the files
 */
export async function* cleanScans(
  scans: readonly ScanToClean[],
  topics: Topic[],
  clean?: Clean,
): AsyncGenerator<ScanCleaned> {
  if (!clean) {
    yield* spreadWork(scans, {
      module: import.meta.url,
      make: makeScanCleaner,
      setup: topics,
      worthAThread: WORTH_A_THREAD.cleaning,
    });
    return;
  }
  const work = makeScanCleaner(topics, clean);
  for (const scan of scans) yield await work(scan);
}
