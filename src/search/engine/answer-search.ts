import type { PageFacts } from '../files.ts';
import { findPhrase, type Mode, type Range } from '../find-phrase.ts';
import { type CharacterMap, foldText, originOf } from '../fold.ts';
import { parseQuery, phrasesOf, type Query } from '../query.ts';
import type { SearchRequest } from '../request.ts';
import { partsOf, type SearchedArticle } from '../searched-text.ts';
import { cutPage } from './cut-page.ts';
import { cutSnippet, markSegments, type Segment } from './cut-snippet.ts';
import { evaluateQuery, type Found } from './evaluate-query.ts';
import { makeFilter } from './filter-articles.ts';
import { orderArticles } from './order-articles.ts';
import type { OpenArchive, SearchEngine } from './search-engine.ts';

/** How many results a page of results holds. */
export const PER_PAGE = 10;

/** A result as it is shown: the article, what is known of its page, and its hits. */
export interface Result extends PageFacts {
  /** `<date>/<id>` */
  name: string;
  headline: Segment[];
  kicker?: Segment[];
  snippet: Segment[];
  reporters: string[];
  /** Hits in the article; 0 where only a facet, a byline or a page was asked for. */
  hits: number;
}

/** The answer to a search. */
export interface Answer {
  /** Articles found. */
  total: number;
  /** Hits in them. */
  hits: number;
  pages: number;
  results: Result[];
  /** Whether the whole archive was searched, or the newest years so far. */
  complete: boolean;
  /** Date of the oldest article searched so far. */
  since?: string;
}

/** A result set: ordinals in the chosen order. */
export interface ResultSet {
  archive: OpenArchive;
  query: Query;
  found: Found;
  /** After dates and facets, in order. */
  ordinals: number[];
}

/**
 * Finds and orders all articles of a request.
 *
 * @param joined how many shards are searched; all when left out
 * @throws {LoadError} when a file does not arrive
 */
export async function findArticles(
  engine: SearchEngine,
  request: SearchRequest,
  joined?: number,
): Promise<ResultSet> {
  const archive = await engine.archive(joined);
  const query = parseQuery(request.q);
  const found = await evaluateQuery(query, {
    table: archive.table,
    map: archive.map,
    findHits: (phrase) => archive.findHits(phrase, request.mode),
    facetColumns: archive.facetColumns,
  });
  const fits = await makeFilter(archive, request);
  const ordinals = fits === undefined ? [...found.counts.keys()] : [...found.counts.keys()].filter(fits);
  return { archive, query, found, ordinals: orderArticles(ordinals, found, request, archive.table.dateOf) };
}

/**
 * Answers a search with one page of results.
 *
 * @throws {LoadError} when a file does not arrive
 */
export async function answerSearch(
  engine: SearchEngine,
  request: SearchRequest,
  joined?: number,
): Promise<Answer> {
  const { archive, query, found, ordinals } = await findArticles(engine, request, joined);
  const { table, manifest } = archive;
  const { pages, start, end } = cutPage(ordinals.length, request.page, PER_PAGE);
  const results = await Promise.all(
    ordinals
      .slice(start, end)
      .map((ordinal) =>
        showResult(engine, archive, query, request.mode, ordinal, found.counts.get(ordinal)!),
      ),
  );
  return {
    total: ordinals.length,
    hits: ordinals.reduce((sum, ordinal) => sum + found.counts.get(ordinal)!, 0),
    pages,
    results,
    complete: archive.joined === manifest.shards.length,
    ...(table.end > table.first ? { since: table.dateOf(table.first) } : {}),
  };
}

/** Loads the texts of one article and marks them. */
export async function showResult(
  engine: SearchEngine,
  { table, map }: OpenArchive,
  query: Query,
  mode: Mode,
  ordinal: number,
  hits: number,
): Promise<Result> {
  const name = table.nameOf(ordinal);
  const { article, ...facts } = await engine.files.articleText(name);
  return {
    name,
    ...markResult(article, query, mode, map),
    reporters: article.reporters,
    ...facts,
    hits,
  };
}

/** Headline, kicker and an excerpt of an article, with the phrases marked. */
export function markResult(
  article: SearchedArticle,
  query: Query,
  mode: Mode,
  map: CharacterMap,
): Pick<Result, 'headline' | 'kicker' | 'snippet'> {
  const terms = phrasesOf(query).map(({ phrase, field }) => ({ phrase: foldText(phrase, map), field }));
  const { parts } = partsOf(article, map);
  const marked = parts.map((part) => {
    const ranges = terms
      .filter(({ field }) => field === 'anywhere' || part.kind !== 'block')
      .flatMap(({ phrase }) => findPhrase(part.folded.text, phrase, mode))
      .map(([from, to]): Range => originOf(part.folded, from, to));
    return { part, ranges };
  });
  const headline = marked.find(({ part }) => part.kind === 'headline')!;
  const kicker = marked.find(({ part }) => part.kind === 'kicker');
  const deck = marked.find(({ part }) => part.kind === 'deck');
  const blocks = marked.filter(({ part }) => part.kind === 'block');
  // The block that holds most different phrases; where none does, a deck with a hit, else the beginning.
  const best =
    blocks.reduce<(typeof blocks)[number] | undefined>(
      (first, one) => (one.ranges.length > 0 && !first?.ranges.length ? one : first),
      undefined,
    ) ??
    (deck?.ranges.length ? deck : undefined) ??
    blocks[0];
  return {
    headline: markSegments(article.headline, headline.ranges),
    ...(kicker ? { kicker: markSegments(kicker.part.text, kicker.ranges) } : {}),
    snippet: best ? cutSnippet(best.part.text, best.ranges) : [],
  };
}
