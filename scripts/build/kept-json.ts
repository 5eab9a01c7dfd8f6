import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

// At once: to wait for each of thousands of small files takes longer than to read or write them.

/**
 * Reads what an earlier build kept under a version.
 *
 * @param file path of the file
 * @param version digest of what made it
 * @returns nothing where there is nothing, or it was made by another version
 */
export async function readKept<T>(file: string, version: string): Promise<T | undefined> {
  try {
    const kept = JSON.parse(readFileSync(file, 'utf8')) as { version: string; value: T };
    return kept.version === version ? kept.value : undefined;
  } catch {
    // Whatever is wrong with it, it can be made again.
    return undefined;
  }
}

/** Keeps something for the next build; a run that is cut off leaves the old file or the new one. */
export async function writeKept(file: string, version: string, value: unknown): Promise<void> {
  const text = JSON.stringify({ version, value });
  try {
    writeFileSync(`${file}.part`, text);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.part`, text);
  }
  renameSync(`${file}.part`, file);
}
