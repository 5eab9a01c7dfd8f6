/**
 * The query language: a phrase as typed, spaces between terms that must all occur, `-词` excludes, `词 | 词`
 * either, quotation marks keep spaces together, `标题:` `作者:` `版:` narrow a term. Any string is a query:
 * what cannot be an operator is text.
 */

/** Where a term has to stand. */
export type Field = 'anywhere' | 'headline' | 'byline' | 'page';

/** A phrase as typed (not folded), and where it has to stand. */
export interface Term {
  phrase: string;
  field: Field;
}

/** One condition: any of the terms; or none of them. */
export interface Clause {
  terms: Term[];
  excluded: boolean;
}

/** A query: all clauses hold. No clause: nothing was asked. */
export type Query = Clause[];

/** What narrows a term, as it is typed before the colon. */
const FIELD_NAMES: Record<string, Field> = {
  标题: 'headline',
  標題: 'headline',
  作者: 'byline',
  记者: 'byline',
  記者: 'byline',
  版: 'page',
};

const FIELD = /^(标题|標題|作者|记者|記者|版)[:：]/u;
const SPACE = /[\s\u3000]/u;
const QUOTES = new Set(['"', '＂']);
const EITHER = new Set(['|', '｜']);
const EXCLUDES = new Set(['-', '－', '−']);

type Piece = { kind: 'either' } | { kind: 'term'; term: Term; excluded: boolean };

/**
 * Reads a query.
 *
 * @param typed any string
 * @returns clauses in the order in which they were typed; terms without a character are left out
 */
export function parseQuery(typed: string): Query {
  const query: Query = [];
  let joins = false;
  for (const piece of readPieces(typed)) {
    if (piece.kind === 'either') {
      joins = query.length > 0;
      continue;
    }
    const last = query.at(-1);
    if (joins && last) last.terms.push(piece.term);
    else query.push({ terms: [piece.term], excluded: piece.excluded });
    joins = false;
  }
  return query;
}

/** The phrases that a reader looks for, without those that are excluded: what is marked. */
export function phrasesOf(query: Query): Term[] {
  return query
    .filter((clause) => !clause.excluded)
    .flatMap((clause) => clause.terms)
    .filter((term) => term.field === 'anywhere' || term.field === 'headline');
}

function* readPieces(typed: string): Generator<Piece> {
  const characters = [...typed];
  let at = 0;
  while (at < characters.length) {
    if (SPACE.test(characters[at]!)) {
      at++;
      continue;
    }
    if (EITHER.has(characters[at]!)) {
      at++;
      yield { kind: 'either' };
      continue;
    }
    const begin = at;
    let excluded = false;
    if (EXCLUDES.has(characters[at]!) && at + 1 < characters.length && !SPACE.test(characters[at + 1]!)) {
      excluded = true;
      at++;
    }
    const named = FIELD.exec(characters.slice(at, at + 4).join(''));
    let field: Field = 'anywhere';
    if (named && at + [...named[0]].length < characters.length) {
      field = FIELD_NAMES[named[1]!]!;
      at += [...named[0]].length;
    }
    const read = readPhrase(characters, at);
    at = read.at;
    if (read.phrase !== '') yield { kind: 'term', term: { phrase: read.phrase, field }, excluded };
    // Nothing came after the operator: it was meant as text (`标题:` alone, a dash before a bar).
    else if (!read.quoted) {
      const phrase = characters.slice(excluded ? begin + 1 : begin, at).join('');
      yield phrase === ''
        ? { kind: 'term', term: { phrase: characters[begin]!, field: 'anywhere' }, excluded: false }
        : { kind: 'term', term: { phrase, field: 'anywhere' }, excluded };
    }
  }
}

/** A phrase up to a space or a bar, or up to the closing quotation mark; an unclosed one is text. */
function readPhrase(characters: string[], start: number): { phrase: string; at: number; quoted: boolean } {
  if (QUOTES.has(characters[start]!)) {
    const close = characters.findIndex((character, at) => at > start && QUOTES.has(character));
    if (close > 0) {
      return { phrase: characters.slice(start + 1, close).join(''), at: close + 1, quoted: true };
    }
  }
  let at = start;
  while (at < characters.length && !SPACE.test(characters[at]!) && !EITHER.has(characters[at]!)) at++;
  return { phrase: characters.slice(start, at).join(''), at, quoted: false };
}
