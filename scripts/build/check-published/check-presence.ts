import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Content } from '../../../src/loader/read-content.ts';
import type { PublishedFault } from './published-page.ts';

/** Lists in which every published article must stand: the files that make up the list. */
const LISTS: readonly [label: string, files: RegExp][] = [['网站地图', /^sitemap(?:-\d+)?\.xml$/u]];

/**
 * Lists of the archive in which an article is missing, or a withdrawn one still stands.
 */
export async function checkPresence({
  dist,
  files,
  site,
  base,
  content,
}: {
  dist: string;
  files: ReadonlySet<string>;
  site: string;
  base: string;
  content: Content;
}): Promise<PublishedFault[]> {
  const faults: PublishedFault[] = [];
  for (const [label, pattern] of LISTS) {
    const parts = [...files].filter((file) => pattern.test(file)).sort();
    if (parts.length === 0) {
      faults.push({ file: label, fault: `没有符合 ${pattern.source} 的文件` });
      continue;
    }
    const text = (await Promise.all(parts.map((file) => readFile(join(dist, file), 'utf8')))).join('\n');
    const listed = new Set(text.match(/\d{4}-\d{2}-\d{2}\/p\d{2}-\d{3,}(?=\/)/gu));
    for (const { name, status } of content.articles) {
      if (status !== 'withdrawn' && !listed.has(name))
        faults.push({ file: parts.join('、'), fault: `${label}里没有 ${site}${base}${name}/` });
      if (status === 'withdrawn' && listed.has(name))
        faults.push({ file: parts.join('、'), fault: `${label}里还有已撤下的 ${name}` });
    }
  }
  return faults;
}
