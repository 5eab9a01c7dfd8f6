import { getEntry } from 'astro:content';
import type { ArchiveSettings } from '../model.ts';

/** Name, newspaper and addresses of the archive: `content/archive.yaml`. */
export async function getSettings(): Promise<ArchiveSettings> {
  return (await getEntry('settings', 'archive'))!.data as unknown as ArchiveSettings;
}
