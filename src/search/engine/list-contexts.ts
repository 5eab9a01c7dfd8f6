import { findPhrase, type Range } from '../find-phrase.ts';
import { foldText, originOf } from '../fold.ts';
import { phrasesOf } from '../query.ts';
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

/** More bundles than these are not read at once: a phone has little memory. */
const AT_ONCE = 4;

/**
 * Every hit of a search as a line of context, in order.
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
  const wanted = new Set(ordinals);
  const bundles = manifest.bundles
    .map(([first, file], at) => ({ first, file, end: manifest.bundles[at + 1]?.[0] ?? manifest.articles }))
    .filter(({ first, end }) => ordinals.some((ordinal) => ordinal >= first && ordinal < end));
  const contexts: Context[][] = [];
  let read = 0;
  const queue = bundles.entries();
  const readNext = async () => {
    for (const [at, { first, file }] of queue) {
      const { articles } = await engine.files.bundle(file);
      contexts[at] = articles.flatMap((article, number) => {
        if (!wanted.has(first + number)) return [];
        const { parts } = partsOf(article, map);
        const ranges = parts.flatMap((part) =>
          terms
            .filter(({ field }) => field === 'anywhere' || part.kind !== 'block')
            .flatMap(({ phrase }) => findPhrase(part.folded.text, phrase, request.mode))
            .sort((a, b) => a[0] - b[0])
            .map((range) => ({ part, range: originOf(part.folded, ...range) })),
        );
        return ranges.map(({ part, range }, hit) => ({
          ...cutContext(part.text, range),
          date: article.date,
          name: `${article.date}/${article.id}`,
          number: hit + 1,
        }));
      });
      report({ read: ++read, bundles: bundles.length });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, readNext));
  return sortContexts(contexts.flat(), request.sort);
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
