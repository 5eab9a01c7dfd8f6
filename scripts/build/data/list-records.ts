import { hash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { listPaths } from '../../../src/loader/list-paths.ts';
import type { Content } from '../../../src/loader/read-content.ts';
import { digestScan } from '../../../src/loader/scan-digests.ts';
import { type Article, type DataArticle, type Issue, type Span, UNKNOWN_PAGE } from '../../../src/model.ts';
import type { AlignedPage } from '../../../src/provenance/aligned-page.ts';
import { alignScannedPage, listScannedPages, type ScannedPage } from '../../../src/provenance/list-pages.ts';
import { nameAnchors } from '../../../src/provenance/name-anchors.ts';
import { sourceOf } from '../../../src/provenance/write-contract.ts';
import { spreadWork, WORTH_A_THREAD } from '../../spread-work.ts';
import { ALIGNING_CODE } from '../aligning-code.ts';
import { digestCode } from '../digest-code.ts';
import { digestBytes } from '../keep-files.ts';
import { readKept, writeKept } from '../kept-json.ts';

/** A scan as it is given away: its path under `data/` and its text. */
export interface DataScan {
  path: string;
  /** The bytes as delivered; where an article was withdrawn, the text without its lines. */
  text?: string;
  /** Path in the repository. */
  file: string;
  /** Digest of what is given away. */
  digest: string;
}

/** What is given away of one newspaper page. */
export interface PageRecords {
  articles: DataArticle[];
  /** Absent where the page has no scan. */
  scan?: DataScan;
}

/** What is written of one newspaper page: its articles, and its scan with the same articles where it has one. */
export interface PageToRecord {
  /** `<date>/p<NN>` */
  place: string;
  articles: readonly Article[];
  /** Its scan, and the digest of the bytes as delivered. */
  scanned?: ScannedPage & { digest: string };
  issue?: Issue;
  /** Digest of all that its records are made of. */
  key: string;
}

/** What all records have in common. */
export interface RecordSetup {
  /** Folder of the repository. */
  root: string;
  newspaper: string;
  /** Address under which the archive lies, with a slash at its end. */
  home: string;
  /** Folder where the records of each page are kept for the next build. */
  kept: string;
}

/** The file of a page's records, named by their key as well: what another state of the page gave has another name. */
const nameOf = ({ place, key }: PageToRecord): string => `${place}~${key}.json`;

/**
 * Lists the newspaper pages of which records are made, and what all records have in common.
 *
 * @param root folder of the repository
 * @param content what stands in `content/`
 * @param home address under which the archive lies, with a slash at its end
 * @param cache folder for what makes the next build quicker
 */
export async function planRecords(
  root: string,
  content: Content,
  home: string,
  cache: string,
): Promise<{ setup: RecordSetup; pages: PageToRecord[] }> {
  const code = await digestCode('scripts/build/data', ...ALIGNING_CODE);
  const articles = Map.groupBy(content.articles, ({ date, page }) => `${date}/p${page}`);
  const issues = new Map(content.issues.map((issue) => [issue.date, issue]));
  const scanned = new Map(
    listScannedPages(content).map((page) => {
      const digest = digestScan(root, page.scan.file);
      return [`${page.scan.date}/p${page.scan.page}`, { ...page, digest }];
    }),
  );
  const places = new Set([...articles.keys(), ...scanned.keys()]);
  const setup: RecordSetup = {
    root,
    newspaper: content.settings.newspaper,
    home,
    kept: join(cache, 'page-records'),
  };
  const pages = [...places].map((place): PageToRecord => {
    const [page, issue] = [scanned.get(place), issues.get(place.slice(0, place.indexOf('/')))];
    const own = articles.get(place) ?? [];
    const scan = page && [page.scan, page.page, page.digest];
    return {
      place,
      articles: own,
      ...(page && { scanned: page }),
      ...(issue && { issue }),
      key: hash('sha256', JSON.stringify([code, setup.newspaper, home, issue, own, scan]), 'base64url'),
    };
  });
  return { setup, pages };
}

/**
 * Lists everything that is given away, page by page in the order of the paper. Withdrawn articles are in none of it.
 * A few pages are held at a time: the records of twenty years are half a gigabyte. To find every span of a page in its
 * scan was more than half of the work on the data: records are kept, and taken while nothing of their page changes.
 *
 * @param root folder of the repository
 * @param content what stands in `content/`
 * @param home address under which the archive lies, with a slash at its end
 * @param cache folder for what makes the next build quicker
 */
export async function* listRecords(
  root: string,
  content: Content,
  home: string,
  cache: string,
): AsyncGenerator<PageRecords> {
  const { setup, pages } = await planRecords(root, content, home, cache);
  const past = new Set(listPaths(setup.kept));
  const waiting = new Set(pages.filter((page) => !past.delete(nameOf(page))));
  const made = spreadWork([...waiting], {
    module: import.meta.url,
    make: makeRecorder,
    setup,
    worthAThread: WORTH_A_THREAD.aligning,
  });
  const record = makeRecorder(setup);
  for (const page of pages) {
    if (waiting.has(page)) yield (await made.next()).value as PageRecords;
    // Whatever may have happened to the file, the records can be made again.
    else
      yield (await readKept<PageRecords>(join(setup.kept, nameOf(page)), page.key)) ?? (await record(page));
  }
  await made.return(undefined);
  for (const file of past) await rm(join(setup.kept, file), { force: true });
}

/**
 * Makes what records the articles of a page, and keeps the records. A page that was aligned for another reason need not be
 * aligned for this one.
 */
export function makeRecorder(
  setup: RecordSetup,
): (page: PageToRecord, aligned?: AlignedPage) => Promise<PageRecords> {
  return async (page, aligned) => {
    const records = await recordPage(setup, page, aligned);
    await writeKept(join(setup.kept, nameOf(page)), page.key, records);
    return records;
  };
}

async function recordPage(
  { root, newspaper, home }: RecordSetup,
  { articles, scanned, issue }: PageToRecord,
  aligned?: AlignedPage,
): Promise<PageRecords> {
  const own = articles.filter(({ status }) => status !== 'withdrawn');
  const record = (article: Article, aligned?: { page: AlignedPage; path: string }) =>
    makeRecord(article, { newspaper, issue, url: `${home}${article.name}/`, ...(aligned && { aligned }) });
  if (!scanned) return { articles: own.map((article) => record(article)) };
  const { file } = scanned.scan;
  const page = aligned ?? (await alignScannedPage(root, scanned));
  const path = file.replace(/^content\//u, '');
  const text = own.length < articles.length ? withholdLines(page) : undefined;
  return {
    articles: own.map((article) => record(article, { page, path })),
    scan:
      text === undefined
        ? { path, file, digest: scanned.digest }
        : { path, file, text, digest: digestBytes(Buffer.from(text)) },
  };
}

interface RecordParts {
  newspaper: string;
  issue: Issue | undefined;
  url: string;
  aligned?: { page: AlignedPage; path: string };
}

function makeRecord(article: Article, { newspaper, issue, url, aligned }: RecordParts): DataArticle {
  const known = issue?.pages.find(({ page }) => page === article.page);
  const anchors = nameAnchors(article, aligned?.page);
  const spans = new Map<number | string, Span[]>();
  for (const part of aligned?.page.parts ?? []) {
    if (part.article !== article) continue;
    const source = sourceOf(aligned!.page, part);
    if (source.length > 0) spans.set(part.block ?? part.role, source);
  }
  const heading = (role: string) => (spans.has(role) ? { [role]: spans.get(role) } : {});
  const optional = <K extends keyof Article>(key: K) =>
    article[key] === undefined ? {} : { [key]: article[key] };
  return {
    name: article.name,
    url,
    newspaper,
    date: article.date,
    dateSource: issue?.dateSource ?? 'inferred',
    ...(issue?.earliest && { earliest: issue.earliest }),
    ...(issue?.latest && { latest: issue.latest }),
    ...(issue?.issueNumber && { issueNumber: issue.issueNumber }),
    ...(article.page !== UNKNOWN_PAGE && { page: article.page }),
    pageSource: known?.pageSource ?? (article.page === UNKNOWN_PAGE ? 'unknown' : 'inferred'),
    order: article.order,
    ...optional('section'),
    ...optional('kicker'),
    headline: article.headline,
    headlineSource: article.headlineSource,
    ...optional('deck'),
    bylines: article.bylines,
    ...optional('jumpFrom'),
    ...optional('jumpTo'),
    ...optional('reprintedFrom'),
    ...optional('eventDate'),
    topics: article.topics,
    status: article.status as DataArticle['status'],
    characters: article.blocks.reduce((sum, { text }) => sum + text.replace(/\s/gu, '').length, 0),
    text: article.blocks.map(({ text }) => text).join('\n'),
    blocks: article.blocks.map(({ kind, text }, index) => ({
      kind,
      text,
      anchor: anchors[index]!,
      source: spans.get(index + 1) ?? [],
    })),
    headingSource: {
      ...heading('kicker'),
      ...heading('headline'),
      ...heading('deck'),
      ...heading('section'),
      ...heading('jump'),
    },
    ...(aligned && { scan: aligned.path }),
    doubts: article.doubts,
  };
}

/** The scan without the text of withdrawn articles: their lines stay, empty, so that numbers hold. */
function withholdLines(page: AlignedPage): string {
  const lines = page.lines.map((line) => Array.from({ length: line.length }, (_, i) => line[i]!));
  page.owner.forEach((index, character) => {
    if (page.owners[index]?.kind !== 'withdrawn') return;
    lines[page.characters.line[character]! - 1]![page.characters.offset[character]!] = '';
  });
  return lines.map((line) => line.join('')).join('\n');
}
