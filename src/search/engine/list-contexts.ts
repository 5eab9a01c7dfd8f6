import type { TextBundle } from '../files.ts';
import { findPhrase, type Mode, type Range } from '../find-phrase.ts';
import { type CharacterMap, foldText, originOf } from '../fold.ts';
import { phrasesOf, type Term } from '../query.ts';
import type { SearchRequest, Sort } from '../request.ts';
import { partsOf } from '../searched-text.ts';
import { findArticles, type ResultSet } from './answer-search.ts';
import { cutPage } from './cut-page.ts';
import { newestFirst } from './order-articles.ts';
import type { SearchEngine } from './search-engine.ts';

/** A hit in its context: as printed, at most `width` characters on each side and never beyond its block. */
export interface Context {
  left: string;
  key: string;
  right: string;
  date: string;
  /** `<date>/<id>` */
  name: string;
  /** Which hit of its article it is, counted from 1. */
  number: number;
}

/** Characters of context that are kept with each hit; what is shown may be less. */
export const WIDEST = 40;

/** Lines on a page: a table of thousands would freeze a phone. */
export const LINES = 100;

/** More bundles than these are not read at once: a phone has little memory. */
const AT_ONCE = 4;

/** One page of contexts, and how many there are. */
export interface ContextPage {
  hits: number;
  articles: number;
  pages: number;
  page: number;
  lines: Context[];
}

/** A page of sorted contexts: counted from 1, the last where so many pages are not there. */
export function pageContexts(contexts: readonly Context[], wanted: number): ContextPage {
  const { pages, page, start, end } = cutPage(contexts.length, wanted, LINES);
  return {
    hits: contexts.length,
    articles: new Set(contexts.map(({ name }) => name)).size,
    pages,
    page,
    lines: contexts.slice(start, end),
  };
}

/** Is told how many of how many bundles of texts are read. */
export type ReportBundles = (progress: { read: number; bundles: number }) => void;

/**
 * Every hit of a search as a line of context, in the order of the archive, oldest first. All texts with a hit are
 * read: what stands left and right of a hit is known from nothing else.
 *
 * @throws {LoadError} when a file does not arrive
 */
export async function listContexts(
  engine: SearchEngine,
  request: SearchRequest,
  report: ReportBundles,
): Promise<Context[]> {
  const found = await findArticles(engine, request);
  const ordinals = Array.from(Uint32Array.from(found.ordinals).sort());
  return (await readContexts(engine, request, found, ordinals, report)).flat();
}

/**
 * One page of the contexts by date, newest first. How many hits each article has is known from the index, so that
 * only the texts of this page are read.
 *
 * @throws {LoadError} when a file does not arrive
 */
export async function listNewestContexts(
  engine: SearchEngine,
  request: SearchRequest,
  report: ReportBundles,
): Promise<ContextPage> {
  const result = await findArticles(engine, request);
  const { archive, found } = result;
  const withHits = Uint32Array.from(
    result.ordinals.filter((ordinal) => found.counts.get(ordinal)! > 0),
  ).sort();
  const ordered = newestFirst(Array.from(withHits), archive.table.dateOf);
  const hits = ordered.reduce((sum, ordinal) => sum + found.counts.get(ordinal)!, 0);
  const { pages, page, start, end } = cutPage(hits, request.page, LINES);
  const wanted: number[] = [];
  let before = 0;
  let skipped = 0;
  for (const ordinal of ordered) {
    const after = before + found.counts.get(ordinal)!;
    if (after <= start) skipped = after;
    else if (before < end) wanted.push(ordinal);
    before = after;
  }
  const lines = (await readContexts(engine, request, result, wanted, report)).flat();
  return {
    hits,
    articles: ordered.length,
    pages,
    page,
    lines: lines.slice(start - skipped, end - skipped),
  };
}

/** Contexts of each of some articles. Their texts come in bundles of consecutive articles, each read once. */
async function readContexts(
  engine: SearchEngine,
  request: SearchRequest,
  { archive, query }: ResultSet,
  ordinals: readonly number[],
  report: ReportBundles,
): Promise<Context[][]> {
  const { manifest, map } = archive;
  const terms = phrasesOf(query).map(({ phrase, field }) => ({ phrase: foldText(phrase, map), field }));
  if (terms.length === 0) return [];
  const bundles = manifest.bundles
    .map(([first, file], at) => {
      const end = manifest.bundles[at + 1]?.[0] ?? manifest.articles;
      return { first, file, own: ordinals.filter((ordinal) => ordinal >= first && ordinal < end) };
    })
    .filter(({ own }) => own.length > 0);
  const contexts = new Map<number, Context[]>();
  let read = 0;
  const queue = bundles.values();
  const readNext = async () => {
    for (const { first, file, own } of queue) {
      const { articles } = await engine.files.bundle(file);
      for (const ordinal of own) {
        contexts.set(ordinal, cutContexts(articles[ordinal - first]!, terms, request.mode, map));
      }
      report({ read: ++read, bundles: bundles.length });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, readNext));
  return ordinals.map((ordinal) => contexts.get(ordinal)!);
}

/** Every hit in one article, in the order in which its page marks them. */
function cutContexts(
  article: TextBundle['articles'][number],
  terms: readonly Term[],
  mode: Mode,
  map: CharacterMap,
): Context[] {
  return partsOf(article, map)
    .parts.flatMap((part) =>
      terms
        .filter(({ field }) => field === 'anywhere' || part.kind !== 'block')
        .flatMap(({ phrase }) => findPhrase(part.folded.text, phrase, mode))
        .sort((a, b) => a[0] - b[0])
        .map((range) => cutContext(part.text, originOf(part.folded, ...range))),
    )
    .map((context, hit) => ({
      ...context,
      date: article.date,
      name: `${article.date}/${article.id}`,
      number: hit + 1,
    }));
}

function cutContext(text: string, [from, to]: Range): Pick<Context, 'left' | 'key' | 'right'> {
  const left = [...text.slice(Math.max(0, from - 2 * WIDEST), from)].slice(-WIDEST).join('');
  const right = [...text.slice(to, to + 2 * WIDEST)].slice(0, WIDEST).join('');
  return { left, key: text.slice(from, to), right };
}

/** By date, by what stands right of the hit, or by what stands left of it, read from the hit outwards. */
export function sortContexts(contexts: readonly Context[], sort: Sort): Context[] {
  const order = new Intl.Collator('zh-CN').compare;
  const keyed = contexts.map((context, at) => ({
    context,
    at,
    key: sort === 'right' ? context.right : sort === 'left' ? [...context.left].reverse().join('') : '',
  }));
  if (sort === 'date')
    return keyed
      .sort((a, b) => compare(b.context.date, a.context.date) || a.at - b.at)
      .map(({ context }) => context);
  return keyed.sort((a, b) => order(a.key, b.key) || a.at - b.at).map(({ context }) => context);
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
