import { spreadWork, WORTH_A_THREAD } from '../spread-work.ts';
import { type Cleaned, makeCleaner } from './clean-file.ts';

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
export function cleanFiles(
  files: readonly string[],
  { without, say, ...threads }: CleanOptions,
): AsyncGenerator<Cleaned> {
  return spreadWork(files, {
    module: new URL('./clean-file.ts', import.meta.url).href,
    make: makeCleaner,
    setup: without,
    worthAThread: WORTH_A_THREAD.cleaning,
    progress: { say, unit: '版' },
    ...threads,
  });
}
