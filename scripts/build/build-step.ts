import type { Content } from '../../src/loader/read-content.ts';

/** What every step of the build is given. Paths are absolute; `base` begins and ends with a slash. */
export interface BuildContext {
  root: string;
  /** The folder that is being built; it becomes the published one at the end. */
  dist: string;
  /** Folder for what makes the next build quicker; it may be deleted at any time. */
  cache: string;
  base: string;
  site: string;
  content: Content;
  /** Digests of the pages whose bytes the renderer knows, by path of their file; the others are read. */
  digests?: ReadonlyMap<string, string>;
  /** Says one line of progress on stderr. */
  say: (line: string) => void;
}

/** A step after the pages are rendered: search index, data, checks of the published folder. */
export type BuildStep = (context: BuildContext) => Promise<void>;
