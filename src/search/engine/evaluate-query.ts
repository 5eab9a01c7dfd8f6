import type { Facet } from '../files.ts';
import { type CharacterMap, foldText } from '../fold.ts';
import type { Query, Term } from '../query.ts';
import type { ArchiveTable } from './archive-table.ts';
import type { Hits } from './find-hits.ts';
import type { FacetColumn } from './search-engine.ts';

/** Articles that a query finds. */
export interface Found {
  /** Hits by article, only for those that match; 0 where nothing but a byline or a page was asked for. */
  counts: Map<number, number>;
  /** Hits in headline, kicker and deck. */
  inHead: Map<number, number>;
  /** Hits of each phrase that is looked for, in the order of the query: places of all articles. */
  hits: Hits[];
}

/** What the evaluation asks for. */
export interface Sources {
  table: ArchiveTable;
  map: CharacterMap;
  findHits(phrase: string): Promise<Hits>;
  facetColumns(facet: Facet): Promise<FacetColumn[]>;
}

/**
 * Evaluates a query: every clause holds. A query without a clause finds every article.
 *
 * @throws {LoadError} when a part of the index does not arrive
 */
export async function evaluateQuery(query: Query, sources: Sources): Promise<Found> {
  const { table } = sources;
  const looked = await Promise.all(
    query.map(async ({ terms, excluded }) => ({
      excluded,
      terms: await Promise.all(terms.map((term) => findTerm(term, sources))),
    })),
  );
  let matching: Set<number> | undefined;
  for (const { terms, excluded } of looked) {
    if (excluded) continue;
    const either = new Set<number>();
    for (const { articles } of terms) {
      for (const ordinal of articles) if (!matching || matching.has(ordinal)) either.add(ordinal);
    }
    matching = either;
  }
  matching ??= new Set(Array.from({ length: table.end - table.first }, (_, at) => table.first + at));
  for (const { terms, excluded } of looked) {
    if (!excluded) continue;
    for (const { articles } of terms) for (const ordinal of articles) matching.delete(ordinal);
  }
  const counts = new Map<number, number>();
  for (const ordinal of matching) counts.set(ordinal, 0);
  const inHead = new Map<number, number>();
  const hits = looked
    .filter(({ excluded }) => !excluded)
    .flatMap(({ terms }) => terms.flatMap((term) => (term.hits ? [term.hits] : [])));
  for (const { articles, places } of hits) {
    for (let at = 0; at < articles.length; at++) {
      const ordinal = articles[at]!;
      const count = counts.get(ordinal);
      if (count === undefined) continue;
      counts.set(ordinal, count + 1);
      if (places[at]! < table.headLengthOf(ordinal)) inHead.set(ordinal, (inHead.get(ordinal) ?? 0) + 1);
    }
  }
  return { counts, inHead, hits };
}

async function findTerm(
  { phrase, field }: Term,
  sources: Sources,
): Promise<{ articles: Iterable<number>; hits?: Hits }> {
  const { table, map } = sources;
  const folded = foldText(phrase, map);
  if (field === 'byline') {
    return { articles: await allWithValue('reporter', folded, sources) };
  }
  if (field === 'page') {
    const wanted = pageOf(folded);
    if (wanted !== undefined)
      return { articles: allWhere(table, (ordinal) => table.pageOf(ordinal) === wanted) };
    return { articles: await allWithValue('section', folded, sources) };
  }
  const hits = await sources.findHits(folded);
  if (field === 'anywhere') return { articles: new Set(hits.articles), hits };
  const inHead = hits.articles
    .map((ordinal, at) => (hits.places[at]! < table.headLengthOf(ordinal) ? at : 0xffff_ffff))
    .filter((at) => at !== 0xffff_ffff);
  const kept: Hits = {
    articles: inHead.map((at) => hits.articles[at]!),
    places: inHead.map((at) => hits.places[at]!),
    lengths: inHead.map((at) => hits.lengths[at]!),
  };
  return { articles: new Set(kept.articles), hits: kept };
}

function allWhere(table: ArchiveTable, holds: (ordinal: number) => boolean): number[] {
  const found: number[] = [];
  for (let ordinal = table.first; ordinal < table.end; ordinal++) if (holds(ordinal)) found.push(ordinal);
  return found;
}

/** Articles one of whose values of a facet holds a text. */
async function allWithValue(facet: Facet, folded: string, { table, map, facetColumns }: Sources) {
  const found: number[] = [];
  for (const { first, values, of } of await facetColumns(facet)) {
    const wanted = values.map((value) => foldText(value, map).includes(folded));
    of.forEach((own, at) => {
      if (first + at >= table.first && own.some((number) => wanted[number])) found.push(first + at);
    });
  }
  return found;
}

/** `2`, `02`, `第2版` are page 02; 不详 is the page that nobody knows; anything else is the name of a section. */
function pageOf(typed: string): string | undefined {
  if (/不详|不明|未详/u.test(typed)) return '00';
  return /^第?(\d{1,2})版?$/u.exec(typed)?.[1]?.padStart(2, '0');
}
