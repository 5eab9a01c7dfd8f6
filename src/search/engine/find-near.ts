import { foldText, stripPassedOver } from '../fold.ts';
import { parseQuery, phrasesOf, type Query, type Term } from '../query.ts';
import type { SearchRequest } from '../request.ts';
import { partsOf } from '../searched-text.ts';
import { PER_PAGE, type Result, showResult } from './answer-search.ts';
import { evaluateQuery } from './evaluate-query.ts';
import { makeFilter } from './filter-articles.ts';
import type { SearchEngine } from './search-engine.ts';

/** An article that holds parts of what was looked for, and which. */
export interface NearResult extends Result {
  parts: string[];
}

/** A phrase is taken apart into pieces of at most so many. */
const MOST_PIECES = 24;
/** What comes near holds so many of them at least: 这个 alone stands everywhere. */
const LEAST_SHARE = 1 / 3;

/**
 * Articles that come near to a search which found nothing: they hold most of its pairs of characters, rare
 * pairs before frequent ones. What else was asked still holds: an article with an excluded word, of another byline or
 * page, or that a filter leaves out comes near to nothing.
 *
 * @throws {LoadError} when a part of the index does not arrive
 */
export async function findNear(engine: SearchEngine, request: SearchRequest): Promise<NearResult[]> {
  const archive = await engine.archive();
  const { table, map } = archive;
  const query = parseQuery(request.q);
  const phrases = phrasesOf(query).map(
    ({ phrase, field }): Term => ({ phrase: stripPassedOver(foldText(phrase, map)), field }),
  );
  const pieces = cutPieces(phrases);
  if (pieces.length < 2) return [];
  const found = await Promise.all(
    pieces.map(async ({ phrase, field }) => {
      const { articles, places } = await archive.findHits(phrase, 'exact');
      const own = articles.filter(
        (ordinal, at) => field === 'anywhere' || places[at]! < table.headLengthOf(ordinal),
      );
      return new Set(own);
    }),
  );
  const weights = found.map((articles) =>
    articles.size === 0 ? 0 : Math.log(1 + table.end / articles.size),
  );
  const best = weights.reduce((sum, weight) => sum + weight, 0);
  const scores = new Map<number, number>();
  const held = new Map<number, number>();
  found.forEach((articles, at) => {
    for (const ordinal of articles) {
      scores.set(ordinal, (scores.get(ordinal) ?? 0) + weights[at]!);
      held.set(ordinal, (held.get(ordinal) ?? 0) + 1);
    }
  });
  const least = pieces.length * LEAST_SHARE;
  const { counts } = await evaluateQuery(query.filter(isNoPhrase), {
    table,
    map,
    findHits: (phrase) => archive.findHits(phrase, request.mode),
    facetColumns: archive.facetColumns,
  });
  const fits = await makeFilter(archive, request);
  const near = [...scores]
    .filter(([ordinal, score]) => score >= best / 2 && held.get(ordinal)! >= least)
    .filter(([ordinal]) => counts.has(ordinal) && (fits?.(ordinal) ?? true))
    .sort((a, b) => b[1] - a[1] || b[0] - a[0])
    .slice(0, PER_PAGE);
  return Promise.all(
    near.map(async ([ordinal]) => {
      const { article } = await engine.files.articleText(table.nameOf(ordinal));
      const all = partsOf(article, map).parts;
      const found = phrases.flatMap(({ phrase, field }) => {
        const places = field === 'anywhere' ? all : all.filter(({ kind }) => kind !== 'block');
        return longestHeld(
          phrase,
          places.map(({ folded }) => folded.text),
        );
      });
      const parts = [...new Set(found)];
      const marked = parts.map((phrase) => ({
        terms: [{ phrase, field: 'anywhere' as const }],
        excluded: false,
      }));
      return {
        ...(await showResult(engine, archive, marked, 'exact', ordinal, 0)),
        parts,
      };
    }),
  );
}

/** What is asked besides phrases that are looked for: words left out, a byline, a page. */
const isNoPhrase = ({ terms, excluded }: Query[number]): boolean =>
  excluded || terms.every(({ field }) => field === 'byline' || field === 'page');

/** Overlapping pairs of characters, in the field of their phrase; a surrogate pair is one character. */
function cutPieces(phrases: readonly Term[]): Term[] {
  const pieces = phrases.flatMap(({ phrase, field }) => {
    const characters = [...phrase];
    const pairs =
      characters.length < 2
        ? characters
        : characters.slice(1).map((character, at) => characters[at]! + character);
    return pairs.map((pair) => [`${field} ${pair}`, { phrase: pair, field }] as const);
  });
  return [...new Map(pieces).values()].slice(0, MOST_PIECES);
}

/** The longest pieces of a phrase that stand in a text, from left to right; of two characters at least. */
function longestHeld(phrase: string, texts: readonly string[]): string[] {
  const characters = [...phrase];
  const held: string[] = [];
  const least = Math.min(2, characters.length);
  for (let from = 0; from + least <= characters.length; ) {
    let to = from;
    while (
      to < characters.length &&
      texts.some((text) => text.includes(characters.slice(from, to + 1).join('')))
    )
      to++;
    if (to - from >= least) held.push(characters.slice(from, to).join(''));
    from = Math.max(to, from + 1);
  }
  return held;
}
