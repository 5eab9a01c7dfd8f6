import { foldText, stripPassedOver } from '../fold.ts';
import { parseQuery, phrasesOf } from '../query.ts';
import type { SearchRequest } from '../request.ts';
import { partsOf } from '../searched-text.ts';
import { PER_PAGE, type Result, showResult } from './answer-search.ts';
import type { SearchEngine } from './search-engine.ts';

/** An article that holds parts of what was looked for, and which. */
export interface NearResult extends Result {
  parts: string[];
}

/** A phrase is taken apart into pieces of at most so many. */
const MOST_PIECES = 24;

/**
 * Articles that come near to a search which found nothing: they hold most of its pairs of characters, rare
 * pairs before frequent ones.
 *
 * @throws {LoadError} when a part of the index does not arrive
 */
export async function findNear(engine: SearchEngine, request: SearchRequest): Promise<NearResult[]> {
  const archive = await engine.archive();
  const phrases = phrasesOf(parseQuery(request.q)).map(({ phrase }) =>
    stripPassedOver(foldText(phrase, archive.map)),
  );
  const pieces = cutPieces(phrases);
  if (pieces.length < 2) return [];
  const found = await Promise.all(
    pieces.map(async (piece) => new Set((await archive.findHits(piece, 'exact')).articles)),
  );
  const weights = found.map((articles) =>
    articles.size === 0 ? 0 : Math.log(1 + archive.table.end / articles.size),
  );
  const best = weights.reduce((sum, weight) => sum + weight, 0);
  const scores = new Map<number, number>();
  found.forEach((articles, at) => {
    for (const ordinal of articles) scores.set(ordinal, (scores.get(ordinal) ?? 0) + weights[at]!);
  });
  const { from = '', to = '9999' } = request;
  const near = [...scores]
    .filter(([ordinal, score]) => {
      const date = archive.table.dateOf(ordinal);
      return score >= best / 2 && date >= from && date <= to;
    })
    .sort((a, b) => b[1] - a[1] || b[0] - a[0])
    .slice(0, PER_PAGE);
  return Promise.all(
    near.map(async ([ordinal]) => {
      const { table, map } = archive;
      const { article } = await engine.files.articleText(table.nameOf(ordinal));
      const texts = partsOf(article, map).parts.map(({ folded }) => folded.text);
      const parts = [...new Set(phrases.flatMap((phrase) => longestHeld(phrase, texts)))];
      const query = parts.map((phrase) => ({
        terms: [{ phrase, field: 'anywhere' as const }],
        excluded: false,
      }));
      return { ...(await showResult(engine, archive, query, 'exact', ordinal, 0)), parts };
    }),
  );
}

/** Overlapping pairs of characters; a surrogate pair is one character. */
function cutPieces(phrases: readonly string[]): string[] {
  const pieces = phrases.flatMap((phrase) => {
    const characters = [...phrase];
    if (characters.length < 2) return characters;
    return characters.slice(1).map((character, at) => characters[at]! + character);
  });
  return [...new Set(pieces)].slice(0, MOST_PIECES);
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
