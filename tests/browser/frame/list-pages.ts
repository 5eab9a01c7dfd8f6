import { listPaths } from '../../../src/loader/list-paths.ts';

/** Kinds of pages, by their path. A page that fits none is of the kind `other`. */
const KINDS: readonly [kind: string, pattern: RegExp][] = [
  ['home', /^index\.html$/u],
  ['404', /^404\.html$/u],
  ['article', /^\d{4}-\d{2}-\d{2}\/p\d{2}-\d{3,}\/index\.html$/u],
  ['provenance', /^\d{4}-\d{2}-\d{2}\/p\d{2}-\d{3,}\/provenance\/index\.html$/u],
  ['scan', /^\d{4}-\d{2}-\d{2}\/p\d{2}\/scan\/index\.html$/u],
  ['page', /^\d{4}-\d{2}-\d{2}\/p\d{2}\/index\.html$/u],
  ['issue', /^\d{4}-\d{2}-\d{2}\/index\.html$/u],
  ['topic', /^topics\/[^/]+\/index\.html$/u],
  ['year', /^browse\/\d{4}\/index\.html$/u],
  ['names-all', /^names\/all\/index\.html$/u],
  ['names-of-kind', /^names\/all\/[^/]+\/index\.html$/u],
  ['name', /^names\/[^/]+\/index\.html$/u],
];

/** A built page: its file and path under the base, and its kind. */
export interface BuiltPage {
  /** `2023-04-14/p02-009/index.html` */
  file: string;
  /** `2023-04-14/p02-009/` */
  path: string;
  kind: string;
}

/**
 * All pages of a built folder, sorted by path. Single pages (`search/index.html`) are a kind of their own.
 *
 * @param folder absolute path
 */
export async function listPages(folder: string): Promise<BuiltPage[]> {
  return listPaths(folder)
    .filter((file) => file.endsWith('.html'))
    .sort()
    .map((file) => ({
      file,
      path: file.replace(/(?:^|\/)index\.html$/u, (all) => (all.startsWith('/') ? '/' : '')),
      kind: kindOf(file),
    }));
}

/** One page of each kind, the first of its kind. */
export async function listKinds(folder: string): Promise<BuiltPage[]> {
  const byKind = new Map<string, BuiltPage>();
  for (const page of await listPages(folder)) if (!byKind.has(page.kind)) byKind.set(page.kind, page);
  return [...byKind.values()];
}

function kindOf(file: string): string {
  return KINDS.find(([, pattern]) => pattern.test(file))?.[0] ?? file.replace(/\/?index\.html$/u, '');
}
