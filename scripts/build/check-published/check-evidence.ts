import { join } from 'node:path';
import { writeCodes } from '../../../src/loader/find-forbidden.ts';
import type { Article } from '../../../src/model.ts';
import { readScanText } from '../../../src/provenance/scan-text.ts';
import { asShown, forReaders } from './as-shown.ts';
import { digestEvidence } from './page-facts.ts';
import type { PageFacts, PublishedFault } from './published-page.ts';
import { readBytes } from './read-bytes.ts';
import { readEvidence, type ShownText } from './read-evidence.ts';

const SCAN_PAGE = /^(\d{4}-\d{2}-\d{2}\/p\d{2})\/scan\/index\.html$/u;
const LINE = /^n(\d+)(?:-\d+)?$/u;

/** What has to stand on a page: texts of an article by the names of their parts, and the lines of a scan. */
interface Wanted {
  parts: ReadonlyMap<string, string>;
  lines: readonly string[];
}

/**
 * What lets a reader check the archive: the page of each scan has its lines and no other, and the page that sets an article
 * beside its scan has the text of the article and, of the lines that it names, nothing that they do not have.
 *
 * @param dist folder that is about to be published, with the scans among its data
 * @param files what is in it
 * @param pages all its pages, by path of their file
 * @param articles that are published
 */
export async function checkEvidence(
  dist: string,
  files: ReadonlySet<string>,
  pages: ReadonlyMap<string, PageFacts>,
  articles: readonly Article[],
): Promise<PublishedFault[]> {
  const faults: PublishedFault[] = [];
  const articlesOf = Map.groupBy(articles, ({ date, page }) => `${date}/p${page}`);
  const places = new Set(articlesOf.keys());
  for (const file of pages.keys()) {
    const place = SCAN_PAGE.exec(file)?.[1];
    if (place !== undefined) places.add(place);
  }
  const check = (file: string, wanted: Wanted, isWhole: boolean) => {
    const found = tellDifferences(dist, file, pages.get(file), wanted, isWhole);
    faults.push(...found.map((fault) => ({ file, fault })));
  };
  for (const place of places) {
    const scan = `data/scans/${place}.txt`;
    // Pages that were taken in without a scan say so.
    if (!files.has(scan)) continue;
    const lines = await readLines(dist, scan);
    check(`${place}/scan/index.html`, { parts: new Map(), lines }, true);
    for (const article of articlesOf.get(place) ?? [])
      check(`${article.name}/provenance/index.html`, { parts: partsOf(article), lines }, false);
  }
  return faults;
}

/** Lines of a scan as pages show them, each after its number. */
async function readLines(dist: string, file: string): Promise<string[]> {
  const { lines } = await readScanText(dist, file);
  return lines.map((line, index) => `${index + 1}${asShown(writeCodes(line))}`);
}

function partsOf({ section, kicker, headline, deck, blocks }: Article): Map<string, string> {
  const parts = new Map<string, string>();
  for (const [part, text] of Object.entries({ section, kicker, headline, deck }))
    if (text !== undefined) parts.set(part, asShown(text));
  for (const [index, { text }] of blocks.entries()) parts.set(`b${index + 1}`, asShown(text));
  return parts;
}

/** Parts that a page may have or not: a section that its kicker names; how a jump line is printed only the scan says. */
const OPTIONAL = new Set(['section', 'jump']);

function tellDifferences(
  dist: string,
  file: string,
  page: PageFacts | undefined,
  { parts, lines }: Wanted,
  isWhole: boolean,
): string[] {
  if (!page) return ['没有这一页'];
  const anchors = page.ids.split('\n').filter((id) => parts.has(id) || LINE.test(id));
  const wanted = anchors.map((anchor) => ({
    anchor,
    text: parts.get(anchor) ?? lineAt(anchor, lines) ?? '',
  }));
  const has = new Set(anchors);
  const isComplete = isWhole
    ? anchors.length === lines.length
    : [...parts.keys()].every((part) => OPTIONAL.has(part) || has.has(part));
  if (isComplete && page.evidence === digestEvidence(wanted)) return [];
  const shown = readEvidence(readBytes(join(dist, file)).toString('latin1'));
  return [...tellTexts(shown, parts), ...tellLines(shown, lines, isWhole)];
}

const lineAt = (anchor: string, lines: readonly string[]): string | undefined =>
  lines[Number(LINE.exec(anchor)?.[1]) - 1];

/** Where a page has another text of an article than it says. */
function tellTexts(shown: readonly ShownText[], parts: Wanted['parts']): string[] {
  const faults: string[] = [];
  const found = new Map(shown.map(({ anchor, text }) => [anchor, text]));
  for (const [part, text] of parts)
    if (found.get(part) !== text && (found.has(part) || !OPTIONAL.has(part)))
      faults.push(`对照的 ${part} ${tell(text, found.get(part))}`);
  for (const part of found.keys())
    if (!parts.has(part) && !OPTIONAL.has(part) && !LINE.test(part)) faults.push(`对照里有不该有的 ${part}`);
  return faults;
}

/** Lines that the scan does not have as the page shows them; beside an article a part of each may stand. */
function tellLines(shown: readonly ShownText[], lines: readonly string[], isWhole: boolean): string[] {
  const faults: string[] = [];
  const found = shown.filter(({ anchor }) => LINE.test(anchor));
  for (const { anchor, text } of found) {
    const line = lineAt(anchor, lines);
    if (line === undefined || (isWhole ? text !== line : !isWithin(text, line)))
      faults.push(`扫描文本第 ${Number.parseInt(anchor.slice(1), 10)} 行${tell(line, text)}`);
  }
  if (isWhole && found.length !== lines.length)
    faults.push(`扫描文本应有 ${lines.length} 行，网页上有 ${found.length} 行`);
  return faults;
}

/** So much of a text is told, and so much before the place where it differs. */
const [TOLD, BEFORE] = [30, 10];

function tell(wanted: string | undefined, found: string | undefined): string {
  const [text, other] = [wanted, found].map((shown) => (shown === undefined ? undefined : forReaders(shown)));
  const cut = (one: string | undefined, another = '') => {
    if (one === undefined) return '（没有）';
    let at = 0;
    while (at < one.length && one[at] === another[at]) at += 1;
    return one.slice(Math.max(0, at - BEFORE), at + TOLD);
  };
  return `应为“${cut(text, other)}”，网页上是“${cut(other, text)}”`;
}

/** Whether all characters of a text stand in another, in their order. */
function isWithin(shown: string, line: string): boolean {
  const whole = forReaders(line);
  let at = 0;
  for (const character of forReaders(shown).replace(/\s/gu, '')) {
    const next = whole.indexOf(character, at);
    if (next === -1) return false;
    at = next + character.length;
  }
  return true;
}
