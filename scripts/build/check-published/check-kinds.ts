import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PublishedFault } from './published-page.ts';

/** Kinds of files that the archive has; a page of another kind would not be read by these checks, but by a browser. */
const KNOWN =
  /(?:\.(?:html|css|js|json|jsonl|csv|txt|xml|svg|png|ico|bin|webmanifest|pagefind|pf_meta|pf_index)|^(?:_headers|_redirects|\.htaccess|\.nojekyll))$/u;
/** Which line of the sources a line of a browser's script came from: made and published only where coverage is measured. */
const SOURCE_MAP = /^_astro\/[^/]+\.js\.map$/u;
/** What no page links to and a host asks for. */
const WANTED = ['404.html', '_headers', '.htaccess', '.nojekyll'];
/** Files by which a host sends headers. */
const HEADERS = ['_headers', '.htaccess'];

/**
 * Files of a kind that the archive does not have, and the few that a host looks for which are missing or say nothing.
 *
 * @param root of the repository: what somebody put into `public/` is meant to be published
 * @param dist folder that is about to be published
 * @param files what is in it; scans stay as they are
 */
export function checkKinds(root: string, dist: string, files: ReadonlySet<string>): PublishedFault[] {
  const faults: PublishedFault[] = [];
  const known = (file: string): boolean =>
    KNOWN.test(file) ||
    file.startsWith('data/scans/') ||
    (process.env.COVERAGE !== undefined && SOURCE_MAP.test(file)) ||
    existsSync(join(root, 'public', file));
  for (const file of files) if (!known(file)) faults.push({ file, fault: '不知道来历的文件' });
  for (const file of WANTED) if (!files.has(file)) faults.push({ file, fault: '没有这个文件' });
  for (const file of HEADERS)
    if (files.has(file) && !readFileSync(join(dist, file), 'utf8').includes('Content-Security-Policy'))
      faults.push({ file, fault: '没有内容安全策略（Content-Security-Policy）' });
  return faults;
}
