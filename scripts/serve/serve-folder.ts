import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { SECURITY_HEADERS } from '../build/security-headers.ts';
import { listen, type Served } from './listen.ts';

export type { Served } from './listen.ts';

/** What to serve, and where. A port of 0 is any free one. */
export interface ServeOptions {
  folder: string;
  base?: string;
  port: number;
  host?: string;
}

/**
 * Serves a built folder as a static host does: `index.html` of folders, `404.html` for what is not there,
 * nothing outside the folder or the base path.
 *
 * @throws with code EADDRINUSE when the port is taken
 */
export async function serveFolder({
  folder,
  base = '/',
  port,
  host = '127.0.0.1',
}: ServeOptions): Promise<Served> {
  const notFound = async (_: IncomingMessage, response: ServerResponse) => {
    const page = await readFile(join(folder, '404.html')).catch(() => Buffer.from('404'));
    response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' }).end(page);
  };
  // Files are looked up at each request: a build may replace the folder while it is served.
  const files = sirv(folder, {
    dev: true,
    etag: true,
    onNoMatch: notFound,
    setHeaders: (response) => {
      for (const [name, value] of SECURITY_HEADERS) response.setHeader(name, value);
      // sirv says "text/html;charset=utf-8" for pages and nothing of the charset for the rest.
      const type = response.getHeader('Content-Type');
      if (typeof type === 'string' && /^(?:text\/(?!html)|application\/(?:json|xml|atom|rss))/u.test(type))
        response.setHeader('Content-Type', `${type};charset=utf-8`);
    },
  });
  const server = createServer((request, response) => {
    const url = request.url ?? '/';
    if (url.startsWith(base)) {
      request.url = `/${url.slice(base.length)}`;
      files(request, response);
    } else if (`${url}/` === base) {
      response.writeHead(308, { Location: base }).end();
    } else void notFound(request, response);
  });
  return listen(server, port, host, base);
}
