import { getCollection } from 'astro:content';
import { listScans } from '../loader/list-scans.ts';
import type { Article, Issue, Provenance } from '../model.ts';
import type { AlignedPage } from '../provenance/aligned-page.ts';
import { alignScannedPage, listScannedPages, type ScannedPage } from '../provenance/list-pages.ts';
import { nameAnchors } from '../provenance/name-anchors.ts';
import { traceArticle } from '../provenance/trace-article.ts';
import { getArticles } from './articles.ts';
import { keepLast } from './keep-last.ts';

/**
 * Pages are rendered in the order of the paper: a few aligned ones are enough to align each once. What is kept longer
 * outlives the young generation, and has to be sought out among all that is old.
 */
const MOST_KEPT = 4;

let scanned: Promise<ReadonlyMap<string, ScannedPage>> | undefined;
const kept = keepLast<Promise<AlignedPage>>(MOST_KEPT);

/** The pages that have a scan, by `<date>/p<NN>`. */
export function getScannedPages(): Promise<ReadonlyMap<string, ScannedPage>> {
  if (import.meta.env.PROD && scanned) return scanned;
  scanned = readScannedPages();
  return scanned;
}

async function readScannedPages(): Promise<ReadonlyMap<string, ScannedPage>> {
  const [articles, issues, { scans }] = await Promise.all([
    getArticles(),
    getCollection('issues').then((entries) => entries.map((entry) => entry.data as Issue)),
    listScans(process.cwd()),
  ]);
  const pages = listScannedPages({ articles: [...articles], issues, scans });
  return new Map(pages.map((page) => [`${page.scan.date}/p${page.scan.page}`, page]));
}

/**
 * A page of the archive aligned with its scan.
 *
 * @param name `<date>/p<NN>`
 * @returns nothing where the page has no scan
 */
export async function getAlignedPage(name: string): Promise<AlignedPage | undefined> {
  const page = (await getScannedPages()).get(name);
  if (!page) return undefined;
  let aligned = import.meta.env.PROD ? kept.get(name) : undefined;
  if (!aligned) {
    aligned = alignScannedPage(process.cwd(), page);
    kept.put(name, aligned);
  }
  return aligned;
}

/** An article is asked for by several components of its pages, one right after the other. */
const TRACES_KEPT = 4;
const traced = keepLast<Promise<Provenance | undefined>>(TRACES_KEPT);

/** Where an article's text comes from; nothing where its page has no scan, or it is withdrawn. */
export function getProvenance(article: Article): Promise<Provenance | undefined> {
  const known = import.meta.env.PROD ? traced.get(article.name) : undefined;
  if (known) return known;
  const provenance = trace(article);
  traced.put(article.name, provenance);
  return provenance;
}

async function trace(article: Article): Promise<Provenance | undefined> {
  if (article.status === 'withdrawn') return undefined;
  const name = `${article.date}/p${article.page}`;
  const page = await getAlignedPage(name);
  const own = page?.articles.find((each) => each.name === article.name);
  if (!page || !own) return undefined;
  return traceArticle(page, own, (await getScannedPages()).get(name)!.scan.file);
}

/** Anchors of all articles of a page, by the article's name. Few characters each: they are all kept. */
const anchorsOfPages = new Map<string, Promise<ReadonlyMap<string, string[]>>>();

async function nameAnchorsOfPage(name: string): Promise<ReadonlyMap<string, string[]>> {
  const page = await getAlignedPage(name);
  const anchors = new Map<string, string[]>();
  for (const article of page?.articles ?? []) anchors.set(article.name, nameAnchors(article, page));
  return anchors;
}

/**
 * The anchors of an article's blocks, one each: made from the scan line on which the block begins (`l107`), so
 * that a link to a paragraph holds when others are added, taken out or moved.
 */
export async function getAnchors(article: Article): Promise<string[]> {
  const name = `${article.date}/p${article.page}`;
  let page = import.meta.env.PROD ? anchorsOfPages.get(name) : undefined;
  if (!page) {
    page = nameAnchorsOfPage(name);
    anchorsOfPages.set(name, page);
  }
  // A page without a scan has no lines to be named after.
  return (await page).get(article.name) ?? nameAnchors(article, undefined);
}
