import type { PublishedFault, PublishedPage } from './published-page.ts';

/** Schemes of addresses that lead out of the archive. */
const ELSEWHERE = /^(?:https?|mailto|tel):/iu;

/**
 * Internal links and anchors that lead nowhere, and addresses that are programs.
 *
 * @param pages all pages
 * @param files all files of the folder, by path
 * @param where origin and base path of the site
 */
export function checkLinks(
  pages: readonly PublishedPage[],
  files: ReadonlySet<string>,
  { site, base }: { site: string; base: string },
): PublishedFault[] {
  const byFile = new Map(pages.map((page) => [page.file, page]));
  const faults: PublishedFault[] = [];
  const known = new Map<string, string | undefined>();

  /** What is wrong with an address under the base; one answer for each address. */
  const lookUp = (path: string, fragment: string): string | undefined => {
    const file = fileOf(path, files);
    if (!file) return '没有这个文件';
    if (fragment === '' || fragment.startsWith(':~:')) return undefined;
    return byFile.get(file)?.ids.has(fragment) ? undefined : `那一页没有 #${fragment}`;
  };

  for (const page of pages) {
    // The page of what is not found is shown at any address: only addresses from the root lead somewhere.
    const here = new URL(page.file.replace(/(?:^|(?<=\/))index\.html$/u, ''), `${site}${base}`);
    for (const link of page.links) {
      const url = URL.canParse(link, here) ? new URL(link, here) : undefined;
      if (!url) faults.push({ file: page.file, fault: `不成地址：${link}` });
      else if (!/^https?:$/u.test(url.protocol)) {
        if (!ELSEWHERE.test(link) && !/^data:image\/(?:png|webp|jpeg|gif)[;,]/u.test(link))
          faults.push({ file: page.file, fault: `不许的地址：${link}` });
      } else if (url.origin === site) {
        if (!url.pathname.startsWith(base)) {
          faults.push({ file: page.file, fault: `链接 ${link} 不在 ${base} 之下` });
          continue;
        }
        const path = decodeURIComponent(url.pathname.slice(base.length));
        const fragment = decodeURIComponent(url.hash.slice(1));
        const key = `${path}#${fragment}`;
        if (!known.has(key)) known.set(key, lookUp(path, fragment));
        const fault = known.get(key);
        if (fault) faults.push({ file: page.file, fault: `链接 ${link}：${fault}` });
      }
    }
  }
  return faults;
}

function fileOf(path: string, files: ReadonlySet<string>): string | undefined {
  if (path === '' || path.endsWith('/'))
    return files.has(`${path}index.html`) ? `${path}index.html` : undefined;
  return files.has(path) ? path : undefined;
}
