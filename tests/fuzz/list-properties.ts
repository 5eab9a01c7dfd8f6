import { readdir } from 'node:fs/promises';
import type { FuzzProperty } from './fuzz-property.ts';

const FOLDER = new URL('./properties/', import.meta.url);

/** All properties, by the name of their file. */
export async function listProperties(): Promise<(FuzzProperty & { file: string })[]> {
  const files = (await readdir(FOLDER)).filter((file) => file.endsWith('.ts')).sort();
  return Promise.all(
    files.map(async (file) => {
      const { fuzz } = (await import(new URL(file, FOLDER).href)) as { fuzz: FuzzProperty };
      return { ...fuzz, file: file.replace('.ts', '') };
    }),
  );
}
