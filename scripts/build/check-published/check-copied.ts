import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listPaths } from '../../../src/loader/list-paths.ts';
import type { PublishedFault } from './published-page.ts';

/**
 * Files that no page links to, and that are asked for all the same: what stands in `public/` (the program that keeps pages
 * on a reader's device, icons) is there as it is, and search engines are let in and told of the site map.
 *
 * @param published the root of the repository, the folder that is about to be published, what is in it, and its address
 */
export function checkCopied({
  root,
  dist,
  files,
  home,
}: {
  root: string;
  dist: string;
  files: ReadonlySet<string>;
  home: string;
}): PublishedFault[] {
  const faults: PublishedFault[] = [];
  for (const file of listPaths(join(root, 'public')))
    if (!files.has(file)) faults.push({ file, fault: 'public/ 里的这个文件没有发布' });
    else if (!readFileSync(join(dist, file)).equals(readFileSync(join(root, 'public', file))))
      faults.push({ file, fault: '与 public/ 里的不同' });

  const file = 'robots.txt';
  if (!files.has(file)) return [...faults, { file, fault: '没有这个文件' }];
  const lines = readFileSync(join(dist, file), 'utf8').split(/\r?\n/u);
  const map = `Sitemap: ${home}sitemap.xml`;
  if (!lines.includes(map)) faults.push({ file, fault: `应有一行 ${map}` });
  for (const line of lines)
    if (/^\s*Disallow:\s*\S/iu.test(line)) faults.push({ file, fault: `不让搜索引擎读：${line.trim()}` });
  return faults;
}
