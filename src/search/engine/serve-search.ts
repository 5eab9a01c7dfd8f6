import type { Choice, SearchRequest } from '../request.ts';
import { type Answer, answerSearch, countFacets, type FacetCount } from './answer-search.ts';
import { LoadError } from './load-packed.ts';
import { SearchEngine } from './search-engine.ts';

/** What the search can be asked. Each is called by its name with one argument. */
export interface SearchService {
  /** Loads the engine ahead of the first query. */
  warm(base: undefined): Promise<void>;
  /** Answers from the newest shards first: `report` gets an answer as each older shard joins. */
  search(request: SearchRequest, report: (answer: Answer) => void): Promise<Answer>;
  countFacets(request: SearchRequest): Promise<Record<Choice, FacetCount[]>>;
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
