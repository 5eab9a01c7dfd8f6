import { existsSync, statSync, watch } from 'node:fs';
import { request as connect, createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { listFiles } from '../../src/loader/list-files.ts';
import { readAddress } from '../build/read-address.ts';
import { loadAstro } from '../load-astro.ts';
import { listen, type Served } from './listen.ts';
import { answerReview } from './review/answer-review.ts';
import { type ServeOptions, serveFolder } from './serve-folder.ts';

/** The built folder, the repository that it was built from, and who is told of changes. */
export interface LiveOptions extends ServeOptions {
  root: string;
  say: (line: string) => void;
}

/**
 * Serves the built archive and, from an editor's first change on, the pages as they are with it: those come
 * from Astro's own server, which runs beside. The review page for editors is here and nowhere else.
 *
 * @throws with code EADDRINUSE when the port is taken
 */
export async function serveLive(options: LiveOptions): Promise<Served> {
  const { root, folder, base = '/', port, host = '127.0.0.1', say } = options;
  const built = await serveFolder({ ...options, port: 0 });
  const pages = new LivePages(root);
  const watchers = ['content', 'src', 'public'].flatMap((name) => {
    if (!existsSync(join(root, name))) return [];
    return [
      watch(join(root, name), { recursive: true }, () => {
        if (!pages.stale) say('有改动：从现在起看到的是改动后的网页（检索和数据要等下一次 npm start）。');
        pages.stale = true;
        pages.warm();
      }),
    ];
  });
  const server = createServer((request, response) => {
    void answer(request, response).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(500, { 'Content-Type': 'text/plain; charset=utf-8' });
      response.end(String(error));
    });
  });
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = decodeURIComponent((request.url ?? '/').split('?')[0]!);
    if (path.startsWith(`${base}review/`)) {
      await answerReview(root, path.slice(`${base}review/`.length), base, response);
      return;
    }
    const file = join(folder, path.startsWith(base) ? path.slice(base.length) : path);
    const isFile = existsSync(file) && statSync(file).isFile();
    const live = pages.stale && !isFile;
    forward(request, response, live ? await pages.port() : built.port);
  }
  const served = await listen(server, port, host, base);
  // Astro's server needs some seconds to start: it does so while the editor reads.
  const warming = setTimeout(() => pages.warm(), WARM_AFTER).unref();
  return {
    ...served,
    stop: async () => {
      clearTimeout(warming);
      for (const watcher of watchers) watcher.close();
      await Promise.all([pages.stop(), built.stop()]);
      await served.stop();
    },
  };
}

const WARM_AFTER = 2_000;

/** Astro's own server, started when it is first needed. */
class LivePages {
  stale = false;
  readonly #root: string;
  #server: Promise<{ address: { port: number }; stop: () => Promise<void> }> | undefined;

  constructor(root: string) {
    this.#root = root;
  }

  async port(): Promise<number> {
    this.#server ??= loadAstro().then(({ dev }) =>
      dev({
        root: this.#root,
        logLevel: 'error',
        devToolbar: { enabled: false },
        server: { port: 0, host: '127.0.0.1' },
        vite: { server: { hmr: false } },
      }),
    );
    return (await this.#server).address.port;
  }

  /** Starts it ahead of need; what goes wrong is told at the first request. */
  warm(): void {
    this.port().then(
      async (port) => {
        const articles = (await listFiles(this.#root, 'content/articles')).filter((file) =>
          file.endsWith('.mdx'),
        );
        const name = articles.at(-1)?.replace(/^content\/articles\/|\.mdx$/gu, '');
        const { base } = readAddress(process.env);
        await fetch(`http://127.0.0.1:${port}${base}${name ? `${name}/` : ''}`).catch(() => undefined);
      },
      () => undefined,
    );
  }

  async stop(): Promise<void> {
    await (await this.#server?.catch(() => undefined))?.stop();
  }
}

// The policy of a published page forbids the styles that Astro's server writes into it.
const POLICY = /<meta http-equiv="content-security-policy"[^>]*>/iu;

function forward(request: IncomingMessage, response: ServerResponse, port: number): void {
  const target = connect(
    {
      port,
      host: '127.0.0.1',
      path: request.url,
      method: request.method,
      headers: { ...request.headers, host: `localhost:${port}` },
    },
    (answer) => {
      const html = String(answer.headers['content-type']).startsWith('text/html');
      const policed = html && answer.headers['content-security-policy'] === undefined;
      if (!policed) {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
        return;
      }
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => {
        const { 'content-length': _, ...headers } = answer.headers;
        response.writeHead(answer.statusCode ?? 502, headers);
        response.end(Buffer.concat(chunks).toString('utf8').replace(POLICY, ''));
      });
    },
  );
  target.on('error', (error) => {
    if (!response.headersSent) response.writeHead(502, { 'Content-Type': 'text/plain; charset=utf-8' });
    response.end(String(error));
  });
  request.pipe(target);
}
