import type { PageBytes } from './page-bytes.ts';

/** A part of a page: as text, and as it is put down. */
export interface OfferedPart {
  toString(): string;
  putInto(page: PageBytes): void;
}

/** What of a page is its own, in the order in which it stands there; between these stands its frame. */
export interface OfferedPage {
  /** Says which frame it has, among the pages of its kind. */
  frame: string;
  parts: readonly OfferedPart[];
}

// Pages are written by what Astro has bundled, and put together by the build beside it, in one process.
const KEY = Symbol.for('fengtai-archive.offered-pages');
const shared = globalThis as { [KEY]?: Map<string, () => Promise<OfferedPage>> };

/** Pages that need not be rendered by Astro, by their address from the root of the host, not encoded. */
export function offeredPages(): Map<string, () => Promise<OfferedPage>> {
  shared[KEY] ??= new Map();
  return shared[KEY];
}
