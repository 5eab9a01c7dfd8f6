import type { BrowserContext } from 'playwright-core';

/** A file that went over the line: its address, the bytes of its body as they were sent, when it was asked for. */
export interface Requested {
  path: string;
  bytes: number;
  /** Milliseconds since 1970. */
  at: number;
}

/**
 * Counts what a page and its workers load.
 *
 * @returns gives what was loaded so far
 */
export function countRequests(context: BrowserContext): () => Promise<Requested[]> {
  const waiting: Promise<Requested | undefined>[] = [];
  context.on('requestfinished', (request) => {
    const { pathname: path } = new URL(request.url());
    const at = request.timing().startTime;
    waiting.push(
      request.sizes().then(
        ({ responseBodySize: bytes }) => ({ path, bytes, at }),
        // The page was closed while it loaded what comes after the answer.
        () => undefined,
      ),
    );
  });
  return async () => {
    await new Promise((resolve) => setTimeout(resolve, 50));
    return (await Promise.all(waiting)).filter((one) => one !== undefined);
  };
}

export const sumBytes = (requested: readonly Requested[]): number =>
  requested.reduce((total, { bytes }) => total + bytes, 0);

/** Files of the search: its worker, Pagefind, index, tables, texts. Every other is the page's own. */
export const isOfSearch = ({ path }: Requested): boolean =>
  /^\/(?:pagefind|search\/data)\/|\/search-worker/u.test(path);
