import { getCollection } from 'astro:content';
import { hash } from 'node:crypto';
import { loadedArticles } from '../loader/loaded-articles.ts';
import { digestScan } from '../loader/scan-digests.ts';
import type { Article } from '../model.ts';
import { getArticleIndex } from './article-index.ts';
import { getArticles } from './articles.ts';
import { getIssueMap, getIssues } from './issues.ts';
import type { Companion, Mention } from './names/index-names.ts';
import type { Name } from './names/name-entries.ts';
import { getNames } from './names/site-names.ts';
import { getIssueNeighbours } from './neighbours.ts';
import { once, oncePer } from './once.ts';
import { getScannedPages } from './provenance.ts';
import { getRelated } from './related.ts';
import { getSettings } from './settings.ts';
import { getHistory } from './site-history.ts';
import { titleOf } from './titles.ts';

// A page that was rendered before is taken as it is while its key is the same: the key covers everything that the
// page shows of the content. Code, styles and packages are watched by what keeps the pages (`scripts/build/keep-files.ts`).

// An editor's own server renders the one page that is asked for, and keeps none: there no page has a key.
const KEYED = import.meta.env.PROD;

const digestOf = (value: unknown): string => hash('sha256', JSON.stringify(value), 'base64url').slice(0, 22);

/** What stands on pages of every kind: the archive's name and counts, topics, names, how dates are known. */
const getCommonKey = once(async (): Promise<string> => {
  const [settings, issues, { published }, topics, { names }] = await Promise.all([
    getSettings(),
    getIssues(),
    getArticleIndex(),
    getCollection('topics'),
    getNames(),
  ]);
  return digestOf([
    // What cuts text into words for line breaks.
    process.versions.icu,
    settings,
    issues.map(({ date, dateSource, evidence, pages }) => [date, dateSource, evidence, pages.length]),
    published.length,
    topics.map(({ id, data }) => [id, data]),
    names,
  ]);
});

/** Of a scan: its issue and its newspaper page both ask for it. */
const digestFile = oncePer(async (file): Promise<string> => digestScan(process.cwd(), file));

const getDates = once(
  async (): Promise<ReadonlyMap<string, readonly Article[]>> =>
    Map.groupBy(await getArticles(), ({ date }) => date),
);

/**
 * The key of an issue's pages, of its newspaper pages and their scans: its file, its scans, all its articles and
 * their commits. Articles of a page share its scan, and a jump line leads to another page of the issue.
 *
 * @param date of the issue
 */
export async function keyOfIssue(date: string): Promise<string | undefined> {
  return KEYED ? issueKey(date) : undefined;
}

const issueKey = oncePer(async (date: string): Promise<string> => {
  const [common, issues, neighbours, dates, scanned, history] = await Promise.all([
    getCommonKey(),
    getIssueMap(),
    getIssueNeighbours(),
    getDates(),
    getScannedPages(),
    getHistory(),
  ]);
  const { articles: loaded } = loadedArticles();
  const issue = issues.get(date);
  const articles = dates.get(date) ?? [];
  const scans = (issue?.pages ?? []).flatMap(({ page }) => scanned.get(`${date}/p${page}`)?.scan.file ?? []);
  const digests = await Promise.all(scans.map((file) => digestFile(file)));
  return digestOf([
    common,
    issue,
    neighbours.get(date),
    scans.map((file, index) => [file, digests[index]]),
    articles.map(({ name, file }) => [name, loaded.get(name)?.digest, history.get(file)]),
  ]);
});

/**
 * What the anchors and texts of a newspaper page's articles come from: its scan, what its issue says of it, its
 * articles.
 *
 * @param name `<date>/p<NN>`
 */
const pageKey = oncePer(async (name: string): Promise<string> => {
  const page = (await getScannedPages()).get(name);
  const { articles: loaded } = loadedArticles();
  const { byPage } = await getArticleIndex();
  const own = page?.articles ?? byPage.get(name) ?? [];
  return digestOf([
    page && (await digestFile(page.scan.file)),
    page?.page,
    own.map((article) => [article.name, loaded.get(article.name)?.digest]),
  ]);
});

/**
 * Each article and the key of its newspaper page: a mention links to its paragraph, whose anchor comes from the scan that
 * all articles of the page share. Names ask for it some hundred thousand times.
 */
const getPlaces = once(async (): Promise<ReadonlyMap<Article, string>> => {
  const { published } = await getArticleIndex();
  const places = new Map<Article, string>();
  for (const article of published)
    places.set(article, `${article.name} ${await pageKey(`${article.date}/p${article.page}`)}\n`);
  return places;
});

/**
 * The key of an article's page and of the page of its provenance: its issue's, its title (which depends on
 * articles of the same headline), and what is shown of related articles.
 */
export async function keyOfArticle(article: Article): Promise<string | undefined> {
  if (!KEYED) return undefined;
  let key = articleKeys.get(article);
  if (!key) {
    key = articleKey(article);
    articleKeys.set(article, key);
  }
  return key;
}

/** Asked for twice: for the page, and for that of its provenance. */
const articleKeys = new WeakMap<Article, Promise<string>>();

async function articleKey(article: Article): Promise<string> {
  const published = article.status !== 'withdrawn';
  const [issue, title, related] = await Promise.all([
    issueKey(article.date),
    titleOf(article),
    published ? getRelated(article) : [],
  ]);
  const shown = related.map(({ article: { name, date, kicker, headline, deck, section }, why }) => {
    return [name, date, kicker, headline, deck, section, why];
  });
  return digestOf([issue, article.name, title, shown]);
}

/**
 * The key of a name's page, or of one of its years: the name, the articles that mention it, names beside it.
 *
 * @param mentions all that the page shows
 * @param counted years, and how many articles of each the page counts
 */
export async function keyOfName(
  name: Name,
  mentions: readonly Mention[],
  companions: readonly Companion[] = [],
  counted: readonly (readonly [year: string, articles: number])[] = [],
): Promise<string | undefined> {
  if (!KEYED) return undefined;
  const [common, { byName }, places] = await Promise.all([getCommonKey(), getArticleIndex(), getPlaces()]);
  const offices = name.offices.map(({ article }) => byName.get(article)?.status);
  const beside = companions.map((companion) => [companion.name.slug, companion.articles]);
  let mentioned = '';
  for (const { article } of mentions) mentioned += places.get(article);
  return digestOf([common, name, offices, beside, mentioned, counted]);
}
