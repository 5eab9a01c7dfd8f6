import { spreadWork } from '../spread-work.ts';
import { watchProgress } from '../watch-progress.ts';
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
export async function* cleanFiles(
  files: readonly string[],
  { without, say, ...threads }: CleanOptions,
): AsyncGenerator<Cleaned> {
  const progress = watchProgress(say, '版', files.length);
  const module = new URL('./clean-file.ts', import.meta.url).href;
  for await (const cleaned of spreadWork(files, { module, make: makeCleaner, setup: without, ...threads })) {
    yield cleaned;
    progress.step();
  }
}
