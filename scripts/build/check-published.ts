import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from '../describe-failure.ts';
import { watchProgress } from '../watch-progress.ts';
import type { BuildStep } from './build-step.ts';
import { checkArticles } from './check-published/check-articles.ts';
import { checkChecksums } from './check-published/check-checksums.ts';
import { checkCopied } from './check-published/check-copied.ts';
import { checkCutOff } from './check-published/check-cut-off.ts';
import { checkEvidence } from './check-published/check-evidence.ts';
import { checkFeedTexts } from './check-published/check-feed-texts.ts';
import { checkFeeds } from './check-published/check-feeds.ts';
import { checkHiddenBeside } from './check-published/check-hidden-beside.ts';
import { checkKinds } from './check-published/check-kinds.ts';
import { checkLinks } from './check-published/check-links.ts';
import { checkListed } from './check-published/check-listed.ts';
import { checkManifest } from './check-published/check-manifest.ts';
import { checkTitles } from './check-published/check-pages.ts';
import { checkPictures } from './check-published/check-pictures.ts';
import { checkPresence } from './check-published/check-presence.ts';
import { checkSearchFiles } from './check-published/check-search-files.ts';
import { checkSizes } from './check-published/check-sizes.ts';
import { chooseSample } from './check-published/choose-sample.ts';
import type { PageFacts, PublishedFault } from './check-published/published-page.ts';
import { validateHtml } from './check-published/validate-html.ts';
import { digestCode } from './digest-code.ts';
import { readKept, writeKept } from './kept-json.ts';
import { listPublished, readPublishedPages } from './published-pages.ts';

/**
 * html-validate takes some 50 milliseconds a page, and pages of a kind come from one template: the build reads,
 * links and compares every page, and validates this many of each kind, evenly spread. `npm test` validates all of them.
 */
const VALIDATED = 3;
/** How many different faults are told, and how many pages of each; the rest is counted. */
const TOLD = 60;
const PAGES_TOLD = 3;

/**
 * Checks the folder that is about to be published as a reader's browser and a search engine will see it.
 * Nothing is published when anything is wrong.
 *
 * @throws {Refusal} with the pages and what is wrong with them
 */
export const checkPublished: BuildStep = async (context) => {
  const { root, dist, site, base, cache, content, say } = context;
  const pages = await readPublishedPages(context);
  const files = listPublished(context);
  const links = checkLinks(pages, files);
  const xml = await readFiles(dist, files, /(?:\.xml|(?:^|\/)feed\.json)$/u);
  const { feeds, faults: inFeeds } = checkFeeds(xml);
  const validated = await validateSome(dist, cache, [...pages.keys()], say);
  const published = content.articles.filter(({ status }) => status !== 'withdrawn');
  const faults = [
    ...validated.faults,
    ...[...pages].flatMap(([file, page]) => page.faults.map((fault) => ({ file, fault }))),
    ...checkTitles(pages),
    ...links.faults,
    ...(await checkArticles(dist, pages, content.articles)),
    ...(await checkEvidence(dist, files, pages, published)),
    ...checkListed(pages, published),
    ...checkPictures(await readFiles(dist, files, /\.svg$/u)),
    ...checkSizes(measureFiles(dist, files, pages), pages, content.articles),
    ...inFeeds,
    ...checkFeedTexts(feeds, content.articles, `${site}${base}`),
    ...checkCopied({ root, dist, files, home: `${site}${base}` }),
    ...checkHiddenBeside(xml),
    ...checkHiddenBeside(await readFiles(dist, files, /^(?:manifest\.webmanifest|robots\.txt)$/u)),
    ...checkKinds(root, dist, files),
    ...checkCutOff(dist, files),
    ...checkChecksums(dist, files),
    ...checkSearchFiles(dist, files, published),
    ...(await checkManifest({ dist, files, base })),
    ...(await checkPresence({ dist, files, pages, feeds, site, base, content })),
  ];
  if (faults.length > 0)
    throw new Refusal(`网站有 ${faults.length} 处不对，没有发布：\n${tell(faults).join('\n')}`);
  say(`  ${pages.size} 页，链接 ${links.count} 个，验证 HTML ${validated.count} 页`);
};

/** Validates some pages of each kind; one that was found valid once is not asked again. */
async function validateSome(
  dist: string,
  cache: string,
  files: readonly string[],
  say: (line: string) => void,
): Promise<{ faults: PublishedFault[]; count: number }> {
  const version = await digestCode('scripts/build/check-published');
  const kept = join(cache, 'pages-valid.json');
  const known = new Set(await readKept<string[]>(kept, version));
  const faults: PublishedFault[] = [];
  const valid: string[] = [];
  const sample = chooseSample(files, VALIDATED);
  const progress = watchProgress(say, '页', sample.length);
  for (const file of sample) {
    const html = await readFile(join(dist, file), 'utf8');
    const digest = createHash('sha256').update(html).digest('base64url');
    const found = known.has(digest) ? [] : await validateHtml(html, file);
    if (found.length === 0) valid.push(digest);
    faults.push(...found);
    progress.step();
  }
  await writeKept(kept, version, valid);
  return { faults, count: sample.length };
}

/** Texts of the files whose path fits, by path. The scans among the data are no files of ours. */
async function readFiles(
  dist: string,
  files: ReadonlySet<string>,
  fits: RegExp,
): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  const wanted = [...files].filter((file) => fits.test(file) && !file.startsWith('data/scans/'));
  for (const file of wanted.sort()) texts.set(file, await readFile(join(dist, file), 'utf8'));
  return texts;
}

/**
 * Bytes of what a reader's browser fetches to read: pages, styles, programs, pictures. Asked for at once: to wait for each
 * of ten thousands takes ten times as long.
 */
function measureFiles(
  dist: string,
  files: ReadonlySet<string>,
  pages: ReadonlyMap<string, PageFacts>,
): Map<string, number> {
  const sizes = new Map([...pages].map(([file, { bytes }]) => [file, bytes]));
  for (const file of files)
    if (!sizes.has(file) && !/^(?:data|pagefind)\//u.test(file))
      sizes.set(file, statSync(join(dist, file)).size);
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
