import type { TextBundle } from '../files.ts';
import { findPhrase, type Mode, type Range } from '../find-phrase.ts';
import { type CharacterMap, foldText, originOf } from '../fold.ts';
import { phrasesOf, type Term } from '../query.ts';
import type { SearchRequest, Sort } from '../request.ts';
import { partsOf } from '../searched-text.ts';
import { findArticles } from './answer-search.ts';
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
  const pages = Math.max(1, Math.ceil(contexts.length / LINES));
  const page = Math.min(wanted, pages);
  return {
    hits: contexts.length,
    articles: new Set(contexts.map(({ name }) => name)).size,
    pages,
    page,
    lines: contexts.slice((page - 1) * LINES, page * LINES),
  };
}

/**
 * Every hit of a search as a line of context, in the order of the archive, oldest first.
 *
 * The index says which articles have hits; their texts come in bundles of consecutive articles, each read once.
 *
 * @param report is told how many of how many bundles are read
 * @throws {LoadError} when a file does not arrive
 */
export async function listContexts(
  engine: SearchEngine,
  request: SearchRequest,
  report: (progress: { read: number; bundles: number }) => void,
): Promise<Context[]> {
  const { archive, query, ordinals } = await findArticles(engine, request);
  const { manifest, map } = archive;
  const terms = phrasesOf(query).map(({ phrase, field }) => ({ phrase: foldText(phrase, map), field }));
  if (terms.length === 0) return [];
  const wanted = Uint32Array.from(ordinals).sort();
  const bundles = manifest.bundles
    .map(([first, file], at) => {
      const end = manifest.bundles[at + 1]?.[0] ?? manifest.articles;
      return { first, file, own: wanted.filter((ordinal) => ordinal >= first && ordinal < end) };
    })
    .filter(({ own }) => own.length > 0);
  const contexts: Context[][] = [];
  let read = 0;
  const queue = bundles.entries();
  const readNext = async () => {
    for (const [at, { first, file, own }] of queue) {
      const { articles } = await engine.files.bundle(file);
      contexts[at] = Array.from(own, (ordinal) =>
        cutContexts(articles[ordinal - first]!, terms, request.mode, map),
      ).flat();
      report({ read: ++read, bundles: bundles.length });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, readNext));
  return contexts.flat();
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
