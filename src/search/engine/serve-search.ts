import { type Choice, EMPTY_REQUEST, type SearchRequest, type Sort } from '../request.ts';
import { type Answer, answerSearch, findArticles } from './answer-search.ts';
import { countFacets, type FacetCount } from './count-facets.ts';
import { countTrend, type Trend } from './count-trend.ts';
import { findNear, type NearResult } from './find-near.ts';
import {
  type Context,
  type ContextPage,
  listContexts,
  listNewestContexts,
  pageContexts,
  sortContexts,
} from './list-contexts.ts';
import { LoadError } from './load-packed.ts';
import { SearchEngine } from './search-engine.ts';
import { writeContexts } from './write-contexts.ts';

/** What the search can be asked. Each is called by its name with one argument. */
export interface SearchService {
  /** Loads the engine ahead of the first query. */
  warm(base: undefined): Promise<void>;
  /** Answers from the newest shards first: `report` gets an answer as each older shard joins. */
  search(request: SearchRequest, report: (answer: Answer) => void): Promise<Answer>;
  countFacets(request: SearchRequest): Promise<Record<Choice, FacetCount[]>>;
  /** What the mode 忽略标点 would find. */
  countLetters(request: SearchRequest): Promise<{ total: number; hits: number }>;
  findNear(request: SearchRequest): Promise<NearResult[]>;
  /** A page of the hits in their contexts; `report` is told how far the reading is. */
  listContexts(
    request: SearchRequest,
    report: (progress: { read: number; bundles: number }) => void,
  ): Promise<ContextPage>;
  /** All hits in their contexts as a table of text. */
  writeContexts(asked: { request: SearchRequest; separator: ',' | '\t' }): Promise<string>;
  countTrend(request: SearchRequest): Promise<Trend>;
  /** All articles found, in order, with their hits: `[name, hits]`. */
  listFound(request: SearchRequest): Promise<[name: string, hits: number][]>;
  /** Milliseconds that a phrase takes from question to ordered articles; for `npm run bench`. */
  timeHits(phrase: string): Promise<number>;
}

/** Why a question was not answered: `offline` where a file did not arrive. */
export interface Failure {
  kind: 'offline' | 'error';
  message: string;
}

/** A message to the search and one from it. */
export type Question = { id: number; base: string; method: keyof SearchService; argument: unknown };
export type Reply = {
  id: number;
  partial?: unknown;
  result?: unknown;
  failure?: Failure;
  /** With a result: so much index is held now, in packed bytes. */
  indexBytes?: number;
};

/** The service beside whoever asks. */
export interface OwnSearchService extends SearchService {
  indexBytes(): number;
}

/** Makes the service that answers from the files under a base path. */
export function makeSearchService(base: string): OwnSearchService {
  const engine = new SearchEngine(base);
  // The contexts of the last search: a reader sorts them and turns their pages.
  let last: { key: string; contexts: Promise<Context[]> } | undefined;
  let sorted: { from: Promise<Context[]>; sort: Sort; contexts: Context[] } | undefined;
  const contextsOf: (...asked: Parameters<SearchService['listContexts']>) => Promise<Context[]> = async (
    request,
    report,
  ) => {
    const { sort } = request;
    const key = keyOf(request);
    if (last?.key !== key) last = { key, contexts: listContexts(engine, request, report) };
    const from = last.contexts;
    const contexts = await from.catch((error: unknown) => {
      if (last?.contexts === from) last = undefined;
      throw error;
    });
    if (sorted?.from !== from || sorted.sort !== sort)
      sorted = { from, sort, contexts: sortContexts(contexts, sort) };
    return sorted.contexts;
  };
  return {
    indexBytes: () => engine.indexBytes,
    warm: () => engine.warm(),
    async search(request, report) {
      const { shards } = await engine.files.manifest();
      for (let joined = 1; joined < shards.length; joined++) {
        report(await answerSearch(engine, request, joined));
      }
      return answerSearch(engine, request);
    },
    countFacets: (request) => countFacets(engine, request),
    async countLetters(request) {
      const { found, ordinals } = await findArticles(engine, { ...request, mode: 'letters' });
      return {
        total: ordinals.length,
        hits: ordinals.reduce((sum, ordinal) => sum + found.counts.get(ordinal)!, 0),
      };
    },
    findNear: (request) => findNear(engine, request),
    async listContexts(request, report) {
      // By date nothing has to be read but what is shown, unless all of it is there.
      return request.sort === 'date' && last?.key !== keyOf(request)
        ? listNewestContexts(engine, request, report)
        : pageContexts(await contextsOf(request, report), request.page);
    },
    async writeContexts({ request, separator }) {
      return writeContexts(await contextsOf(request, () => {}), request.width, separator);
    },
    countTrend: (request) => countTrend(engine, request),
    async listFound(request) {
      const { archive, found, ordinals } = await findArticles(engine, request);
      return ordinals.map((ordinal) => [archive.table.nameOf(ordinal), found.counts.get(ordinal)!]);
    },
    async timeHits(phrase) {
      const start = performance.now();
      await findArticles(engine, { ...EMPTY_REQUEST, q: `"${phrase}"` });
      return performance.now() - start;
    },
  };
}

/** What the contexts of a request hang on: not on how they are sorted or shown. */
const keyOf = (request: SearchRequest): string =>
  JSON.stringify({ ...request, sort: '', width: 0, page: 1, view: '', order: '' });

interface Port {
  addEventListener(type: 'message', listener: (event: { data: Question }) => void): void;
  postMessage(reply: Reply): void;
}

/** Answers questions that arrive at a port. */
export function serveSearch(port: Port): void {
  const services = new Map<string, OwnSearchService>();
  port.addEventListener('message', ({ data: { id, base, method, argument } }) => {
    const service = services.get(base) ?? makeSearchService(base);
    services.set(base, service);
    const ask = service[method] as (
      argument: unknown,
      report: (partial: unknown) => void,
    ) => Promise<unknown>;
    ask(argument, (partial) => port.postMessage({ id, partial })).then(
      (result) => port.postMessage({ id, result, indexBytes: service.indexBytes() }),
      (error: unknown) => port.postMessage({ id, failure: describeFailure(error) }),
    );
  });
}

/** A failure that can be sent across. */
export function describeFailure(error: unknown): Failure {
  return { kind: error instanceof LoadError ? 'offline' : 'error', message: String(error) };
}
