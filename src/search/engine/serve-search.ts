import { type Choice, EMPTY_REQUEST, type SearchRequest } from '../request.ts';
import { type Answer, answerSearch, countFacets, type FacetCount, findArticles } from './answer-search.ts';
import { countTrend, type Trend } from './count-trend.ts';
import { findNear, type NearResult } from './find-near.ts';
import { type Context, listContexts } from './list-contexts.ts';
import { LoadError } from './load-packed.ts';
import { SearchEngine } from './search-engine.ts';

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
  /** Every hit in its context; `report` is told how far the reading is. */
  listContexts(
    request: SearchRequest,
    report: (progress: { read: number; bundles: number }) => void,
  ): Promise<Context[]>;
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
export type Reply = { id: number; partial?: unknown; result?: unknown; failure?: Failure };

/** Makes the service that answers from the files under a base path. */
export function makeSearchService(base: string): SearchService {
  const engine = new SearchEngine(base);
  return {
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
    listContexts: (request, report) => listContexts(engine, request, report),
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

interface Port {
  addEventListener(type: 'message', listener: (event: { data: Question }) => void): void;
  postMessage(reply: Reply): void;
}

/** Answers questions that arrive at a port. */
export function serveSearch(port: Port): void {
  const services = new Map<string, SearchService>();
  port.addEventListener('message', ({ data: { id, base, method, argument } }) => {
    const service = services.get(base) ?? makeSearchService(base);
    services.set(base, service);
    const ask = service[method] as (
      argument: unknown,
      report: (partial: unknown) => void,
    ) => Promise<unknown>;
    ask(argument, (partial) => port.postMessage({ id, partial })).then(
      (result) => port.postMessage({ id, result }),
      (error: unknown) => port.postMessage({ id, failure: describeFailure(error) }),
    );
  });
}

/** A failure that can be sent across. */
export function describeFailure(error: unknown): Failure {
  return { kind: error instanceof LoadError ? 'offline' : 'error', message: String(error) };
}
