import type { PublishedFault, PublishedPage } from './published-page.ts';

/**
 * What every page must be by itself: its language, one title and one heading, no id twice, a policy and
 * nothing that the policy forbids. And no two pages with one title.
 */
export function checkPages(pages: readonly PublishedPage[]): PublishedFault[] {
  const faults: PublishedFault[] = [];
  const titles = new Map<string, string>();
  for (const page of pages) {
    const report = (fault: string) => faults.push({ file: page.file, fault });
    if (page.lang !== 'zh-CN') report(`lang 读到 ${page.lang ?? '没有'}，应为 zh-CN`);
    const title = page.title?.trim();
    if (!title) report('没有标题（<title>）');
    for (const id of page.doubleIds) report(`id 重复：${id}`);
    for (const inline of page.inline) report(`有写在网页里的程序或样式：${inline}（安全策略不许）`);
    if (page.redirect) continue;
    if (page.headings !== 1) report(`有 ${page.headings} 个 h1，应为 1 个`);
    if (!page.policy) report('没有内容安全策略（Content-Security-Policy）');
    else if (/'unsafe-(?:inline|eval)'/u.test(page.policy)) report(`内容安全策略太松：${page.policy}`);
    if (!title || page.hidden) continue;
    const other = titles.get(title);
    if (other) report(`标题与 ${other} 相同：${title}`);
    else titles.set(title, page.file);
  }
  return faults;
}
