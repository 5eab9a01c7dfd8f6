import type { Content } from '../../../src/loader/read-content.ts';
import { type Article, type DataArticle, type Span, UNKNOWN_PAGE } from '../../../src/model.ts';
import type { AlignedPage } from '../../../src/provenance/align-page.ts';
import { alignScannedPage, listScannedPages } from '../../../src/provenance/list-pages.ts';
import { nameAnchors } from '../../../src/provenance/name-anchors.ts';
import { sourceOf } from '../../../src/provenance/write-contract.ts';

/** A scan as it is given away: its path under `data/` and its text. */
export interface DataScan {
  path: string;
  /** The bytes as delivered; where an article was withdrawn, the text without its lines. */
  text: string | undefined;
  /** Path in the repository. */
  file: string;
}

/** What is given away of one newspaper page. */
export interface PageRecords {
  articles: DataArticle[];
  /** Absent where the page has no scan. */
  scan?: DataScan;
}

/**
 * Lists everything that is given away, page by page in the order of the paper. Withdrawn articles are in none of it.
 * One page is held at a time: the records of twenty years are half a gigabyte.
 *
 * @param root folder of the repository
 * @param content what stands in `content/`
 * @param urlOf full address of a path under the base
 */
export async function* listRecords(
  root: string,
  content: Content,
  urlOf: (path: string) => string,
): AsyncGenerator<PageRecords> {
  const articles = Map.groupBy(content.articles, ({ date, page }) => `${date}/p${page}`);
  const scanned = new Map(
    listScannedPages(content).map((page) => [`${page.scan.date}/p${page.scan.page}`, page]),
  );
  for (const place of new Set([...articles.keys(), ...scanned.keys()])) {
    const own = (articles.get(place) ?? []).filter(({ status }) => status !== 'withdrawn');
    const there = scanned.get(place);
    if (!there) {
      yield { articles: own.map((article) => makeRecord(article, content, urlOf)) };
      continue;
    }
    const page = await alignScannedPage(root, there);
    const path = there.scan.file.replace(/^content\//u, '');
    const withdrawn = there.articles.some(({ status }) => status === 'withdrawn');
    yield {
      articles: own.map((article) => makeRecord(article, content, urlOf, { page, path })),
      scan: { path, file: there.scan.file, text: withdrawn ? withholdLines(page) : undefined },
    };
  }
}

const issuesOf = new WeakMap<Content, Map<string, Content['issues'][number]>>();

function issueOf(content: Content, date: string) {
  let issues = issuesOf.get(content);
  if (!issues) {
    issues = new Map(content.issues.map((issue) => [issue.date, issue]));
    issuesOf.set(content, issues);
  }
  return issues.get(date);
}

function makeRecord(
  article: Article,
  content: Content,
  urlOf: (path: string) => string,
  aligned?: { page: AlignedPage; path: string },
): DataArticle {
  const issue = issueOf(content, article.date);
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
    url: urlOf(`${article.name}/`),
    newspaper: content.settings.newspaper,
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
