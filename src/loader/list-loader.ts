import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import { ContentError, type ContentProblem } from './content-problem.ts';
import { handedContent } from './handed-content.ts';
import type { Content } from './read-content.ts';

/** What a list loader loads: where it stands, how it is read, what names an item. */
export interface ListSource<T> {
  name: string;
  /** Folders or files under the root whose change means reading again. */
  path: string | readonly string[];
  read: (root: string) => Promise<{ items: T[]; problems: ContentProblem[] }>;
  /** The same items, of content that was read and checked before. */
  pick: (content: Content) => T[];
  idOf: (item: T) => string;
}

/**
 * A loader for content that is read and checked as a whole: issues, names, settings.
 *
 * @throws {ContentError} with all problems at once
 */
export function listLoader<T extends object>({ name, path, read, pick, idOf }: ListSource<T>): Loader {
  return {
    name,
    async load({ store, config, watcher, logger, generateDigest }) {
      const root = fileURLToPath(config.root);
      const reload = async () => {
        const handed = watcher ? undefined : handedContent();
        const { items, problems } = handed ? { items: pick(handed.content), problems: [] } : await read(root);
        if (problems.length > 0) throw new ContentError(problems);
        store.clear();
        for (const item of items) {
          const data = item as Record<string, unknown>;
          store.set({ id: idOf(item), data, digest: generateDigest(data) });
        }
      };
      await reload();
      watcher?.on('all', async (_event, changed) => {
        const file = relative(root, changed).replaceAll('\\', '/');
        if (![path].flat().some((prefix) => file.startsWith(prefix))) return;
        await reload().catch((error: unknown) => logger.error(String(error)));
      });
    },
  };
}
