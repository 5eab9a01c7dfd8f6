import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { escapeMarkup } from '../../src/archive/escape-markup.ts';
import { type History, lastChange, readHistory } from '../../src/archive/history.ts';
import type { Content } from '../../src/loader/read-content.ts';
import type { BuildStep } from './build-step.ts';
import { listPublished, type PublishedPages, readPublishedPages } from './published-pages.ts';

/** A sitemap may list 50,000 pages; a longer one is cut into several under one index. */
const LONGEST = 45_000;

const ARTICLE = /^(\d{4}-\d{2}-\d{2}\/p\d{2}-\d{3,})\/$/u;
const PAGE = /^(\d{4}-\d{2}-\d{2})\/p(\d{2})\/$/u;
const ISSUE = /^(\d{4}-\d{2}-\d{2})\/$/u;
const TOPIC = /^topics\/([^/]+)\/$/u;

/**
 * Writes `sitemap.xml`: every page that asks to be found (no `noindex`, no redirect), with its last change as
 * git knows it. A page of which git knows nothing stands without a date.
 */
export const writeSitemap: BuildStep = async (context) => {
  const { root, dist, site, base, content, say } = context;
  const [history, published] = await Promise.all([readHistory(root), readPublishedPages(context)]);
  const paths = listIndexedPaths(published);
  const filesOf = sourcesOf(content);
  const entries = paths.map((path) => {
    const changed = lastChange(history, filesOf(path));
    return `<url><loc>${escapeMarkup(`${site}${base}${path}`)}</loc>${changed ? `<lastmod>${seconds(changed)}</lastmod>` : ''}</url>`;
  });
  const parts: string[][] = [];
  for (let from = 0; from < entries.length; from += LONGEST) parts.push(entries.slice(from, from + LONGEST));
  const write = async (name: string, text: string): Promise<void> => {
    await writeFile(join(dist, name), text);
    listPublished(context).add(name);
  };
  if (parts.length <= 1) await write('sitemap.xml', xml('urlset', parts[0] ?? []));
  else {
    const names = parts.map((_, index) => `sitemap-${index + 1}.xml`);
    await Promise.all(parts.map((part, index) => write(names[index]!, xml('urlset', part))));
    const list = names.map(
      (name) => `<sitemap><loc>${escapeMarkup(`${site}${base}${name}`)}</loc></sitemap>`,
    );
    await write('sitemap.xml', xml('sitemapindex', list));
  }
  say(`  ${entries.length} 页${known(history) ? '' : '；没有 git 记录，不写最后更改的日期'}`);
};

/** Paths under the base of all pages that search engines may list, sorted. */
function listIndexedPaths(pages: PublishedPages): string[] {
  return [...pages]
    .filter(([file, { unlisted }]) => !unlisted && /(?:^|\/)index\.html$/u.test(file))
    .map(([file]) => file.slice(0, -'index.html'.length))
    .sort();
}

/** From a page's path to the files under `content/` that it is made from. */
function sourcesOf(content: Content): (path: string) => readonly string[] {
  const all = [
    'content/archive.yaml',
    ...content.articles.map(({ file }) => file),
    ...content.issues.map(({ date }) => `content/issues/${date}.yaml`),
    ...content.topics.map(({ slug }) => `content/topics/${slug}.mdx`),
  ];
  const lists = new Map<string, string[]>();
  const add = (key: string, file: string) => {
    const list = lists.get(key);
    if (list) list.push(file);
    else lists.set(key, [file]);
  };
  for (const { name, date, page, topics, file } of content.articles) {
    add(`${name}/`, file);
    add(`${date}/`, file);
    add(`${date}/p${page}/`, file);
    for (const slug of topics) add(`topics/${slug}/`, file);
  }
  return (path) => {
    const made = lists.get(path) ?? [];
    const issue = ISSUE.exec(path) ?? PAGE.exec(path);
    if (issue) return [...made, `content/issues/${issue[1]}.yaml`];
    const topic = TOPIC.exec(path);
    if (topic) return [...made, `content/topics/${topic[1]}.mdx`];
    if (ARTICLE.test(path)) return made;
    const own = `content/pages/${path.slice(0, -1)}.mdx`;
    return path === '' || path === 'browse/' || path === 'topics/' || path === 'data/' ? all : [own];
  };
}

const known = (history: History) => history.size > 0;

/** W3C date and time without fractions of a second. */
const seconds = (iso: string) => iso.replace(/\.\d+Z$/u, 'Z');

const xml = (root: string, entries: readonly string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join('\n')}\n</${root}>\n`;
