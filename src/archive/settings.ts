import { getEntry } from 'astro:content';
import type { ArchiveSettings } from '../model.ts';
import { once } from './once.ts';

/** Name, newspaper and addresses of the archive: `content/archive.yaml`. */
export const getSettings = once(
  async (): Promise<ArchiveSettings> =>
    (await getEntry('settings', 'archive'))!.data as unknown as ArchiveSettings,
);
