import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { PublishedFault } from './published-page.ts';

const FILE = 'manifest.webmanifest';
const Linked = z.looseObject({
  start_url: z.string().optional(),
  icons: z.array(z.looseObject({ src: z.string() })).min(1),
  shortcuts: z.array(z.looseObject({ url: z.string() })).optional(),
});

/** The manifest by which the archive is installed: JSON whose pictures and pages are there. */
export async function checkManifest({
  dist,
  files,
  base,
}: {
  dist: string;
  files: ReadonlySet<string>;
  base: string;
}): Promise<PublishedFault[]> {
  if (!files.has(FILE)) return [{ file: FILE, fault: '没有这个文件' }];
  let manifest: z.infer<typeof Linked>;
  try {
    manifest = Linked.parse(JSON.parse(await readFile(join(dist, FILE), 'utf8')));
  } catch (error) {
    return [{ file: FILE, fault: `不合规范：${String(error)}` }];
  }
  const links = [
    ...(manifest.start_url === undefined ? [] : [manifest.start_url]),
    ...manifest.icons.map(({ src }) => src),
    ...(manifest.shortcuts ?? []).map(({ url }) => url),
  ];
  return links
    .filter((link) => {
      const path = link.startsWith(base) ? link.slice(base.length) : '..';
      return !files.has(path === '' || path.endsWith('/') ? `${path}index.html` : path);
    })
    .map((link) => ({ file: FILE, fault: `链接 ${link}：没有这个文件` }));
}
