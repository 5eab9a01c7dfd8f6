import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from '../describe-failure.ts';
import type { BuildStep } from './build-step.ts';
import { checkArticles } from './check-published/check-articles.ts';
import { checkFeeds } from './check-published/check-feeds.ts';
import { checkLinkedData } from './check-published/check-linked-data.ts';
import { checkLinks } from './check-published/check-links.ts';
import { checkPages } from './check-published/check-pages.ts';
import { checkPictures } from './check-published/check-pictures.ts';
import { checkPresence } from './check-published/check-presence.ts';
import { checkSizes } from './check-published/check-sizes.ts';
import type { PublishedFault, PublishedPage } from './check-published/published-page.ts';
import { readPage } from './check-published/read-page.ts';
import { validateHtml } from './check-published/validate-html.ts';

/**
 * html-validate takes some 50 milliseconds a page, and pages of a kind come from one template: the build reads,
 * links and compares every page, and validates this many, evenly spread. `npm test` validates all of them.
 */
const VALIDATED = 40;
/** How many different faults are told, and how many pages of each; the rest is counted. */
const TOLD = 60;
const PAGES_TOLD = 3;

/**
 * Checks the folder that is about to be published as a reader's browser and a search engine will see it.
 * Nothing is published when anything is wrong.
 *
 * @throws {Refusal} with the pages and what is wrong with them
 */
export const checkPublished: BuildStep = async ({ dist, site, base, content, say }) => {
  const files = new Set(await listFolder(dist));
  const htmlFiles = [...files].filter((file) => file.endsWith('.html')).sort();
  const every = Math.max(1, Math.ceil(htmlFiles.length / VALIDATED));
  const pages: PublishedPage[] = [];
  const faults: PublishedFault[] = [];
  let validated = 0;
  for (const [index, file] of htmlFiles.entries()) {
    const html = await readFile(join(dist, file), 'utf8');
    pages.push(readPage(html, file));
    if (index % every !== 0) continue;
    validated += 1;
    faults.push(...(await validateHtml(html, file)));
  }
  faults.push(
    ...checkPages(pages),
    ...checkLinks(pages, files, { site, base }),
    ...checkArticles(pages, content.articles),
    ...checkLinkedData(pages),
    ...checkPictures(await readFiles(dist, files, /\.svg$/u)),
    ...checkSizes(await measureFiles(dist, files, pages), pages, content.articles),
  );
  const { feeds, faults: inFeeds } = checkFeeds(
    await readFiles(dist, files, /(?:\.xml|(?:^|\/)feed\.json)$/u),
  );
  faults.push(...inFeeds, ...(await checkPresence({ dist, files, pages, feeds, site, base, content })));
  if (faults.length > 0)
    throw new Refusal(`网站有 ${faults.length} 处不对，没有发布：\n${tell(faults).join('\n')}`);
  say(
    `  ${pages.length} 页，链接 ${new Set(pages.flatMap(({ links }) => [...links])).size} 个，验证 HTML ${validated} 页`,
  );
};

async function listFolder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    );
}

/** Texts of the files whose path fits, by path. The scans among the data are no files of ours. */
async function readFiles(
  dist: string,
  files: ReadonlySet<string>,
  fits: RegExp,
): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const file of [...files].sort())
    if (fits.test(file) && !file.startsWith('data/scans/'))
      texts.set(file, await readFile(join(dist, file), 'utf8'));
  return texts;
}

/** Bytes of what a reader's browser fetches to read: pages, styles, programs, pictures. */
async function measureFiles(
  dist: string,
  files: ReadonlySet<string>,
  pages: readonly PublishedPage[],
): Promise<Map<string, number>> {
  const sizes = new Map(pages.map(({ file, bytes }) => [file, bytes]));
  for (const file of files)
    if (!sizes.has(file) && !/^(?:data|pagefind)\//u.test(file))
      sizes.set(file, (await stat(join(dist, file))).size);
  return sizes;
}

/** One line for each fault, with some of the pages that have it. */
function tell(faults: readonly PublishedFault[]): string[] {
  const byFault = new Map<string, string[]>();
  for (const { file, fault } of faults) byFault.set(fault, [...(byFault.get(fault) ?? []), file]);
  const lines = [...byFault].map(([fault, files]) => {
    const more = files.length > PAGES_TOLD ? ` 等 ${files.length} 处` : '';
    return `${files.slice(0, PAGES_TOLD).join('、')}${more}  ${fault}`;
  });
  return lines.length > TOLD ? [...lines.slice(0, TOLD), `…… 另有 ${lines.length - TOLD} 种`] : lines;
}
