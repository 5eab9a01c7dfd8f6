import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import { join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

/** The site's build leaves comments out; so does what is measured. */
const COMMENT = /^\s*(?:\/\*\*[\s\S]*?\*\/|\/\/ .*)$/gmu;

/** A page that is nothing but a place to start the search from. */
const PAGE = '<!doctype html><html lang="zh-CN"><title>bench</title><link rel="icon" href="data:,">';

/**
 * Serves a built search, and the search's own source as modules, as a static host does: scripts compressed,
 * everything else as it is.
 *
 * @param root of the repository
 * @param dist folder with `pagefind/` and `search/data/`
 */
export async function serveBench(root: string, dist: string): Promise<{ url: string; server: Server }> {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname));
    if (path === '/') {
      response.writeHead(200, { 'content-type': 'text/html' }).end(PAGE);
      return;
    }
    answer(path).catch(() => response.writeHead(404).end());
    async function answer(wanted: string): Promise<void> {
      if (/\.(?:ts|js|json)$/u.test(wanted)) {
        const source = await readFile(join(wanted.startsWith('/src/') ? root : dist, wanted), 'utf8');
        const text = wanted.endsWith('.ts')
          ? stripTypeScriptTypes(source).replace(COMMENT, '').replace(/^\s+/gmu, '')
          : source;
        const type = wanted.endsWith('.json') ? 'application/json' : 'text/javascript';
        response.writeHead(200, { 'content-type': type, 'content-encoding': 'gzip' }).end(gzipSync(text));
        return;
      }
      const file = join(dist, wanted);
      const { size } = await stat(file);
      response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': size });
      createReadStream(file).pipe(response);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { url: `http://127.0.0.1:${address.port}/`, server };
}
