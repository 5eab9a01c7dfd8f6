import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Reads what an earlier build kept under a version.
 *
 * @param file path of the file
 * @param version digest of what made it
 * @returns nothing where there is nothing, or it was made by another version
 */
export async function readKept<T>(file: string, version: string): Promise<T | undefined> {
  try {
    const kept = JSON.parse(await readFile(file, 'utf8')) as { version: string; value: T };
    return kept.version === version ? kept.value : undefined;
  } catch {
    // Whatever is wrong with it, it can be made again.
    return undefined;
  }
}

/** Keeps something for the next build; a run that is cut off leaves the old file or the new one. */
export async function writeKept(file: string, version: string, value: unknown): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.part`, JSON.stringify({ version, value }));
  await rename(`${file}.part`, file);
}
