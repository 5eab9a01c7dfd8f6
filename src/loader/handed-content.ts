import type { Content } from './read-content.ts';

/** Content that was read and checked before the pages are made. Nothing of it may be changed. */
export interface HandedContent {
  content: Content;
  /** Digest of the text that each article was read from, by its name. */
  digests: ReadonlyMap<string, string>;
}

// A build reads and checks the content before Astro begins: its loaders would do all of it again. They run in Astro's
// own copy of these modules, so what is handed on lies where both find it.
const KEY = Symbol.for('fengtai-archive.handed-content');
const shared = globalThis as { [KEY]?: HandedContent | undefined };

/** What the loaders take instead of reading; nothing on an editor's own server, and where pages are made by themselves. */
export const handedContent = (): HandedContent | undefined => shared[KEY];

/** Gives the loaders of this process the content of this build; nothing, and they read for themselves. */
export function handContent(handed: HandedContent | undefined): void {
  shared[KEY] = handed;
}
