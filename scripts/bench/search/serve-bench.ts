import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

/** What static hosts compress on the way, and what it is. Indexes and texts are packed already. */
const COMPRESSED: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.ts': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
};

/** Without a site: a page that is nothing but a place to start a search from. */
const BLANK = '<!doctype html><html lang="zh-CN"><title>bench</title><link rel="icon" href="data:,">';

/** Where each address is read from. */
export interface Places {
  /** The repository: `/src/` is its source, for what only a page's own thread can be asked about. */
  root: string;
  /** A published site, whose pages and scripts are what a reader loads. */
  site?: string;
  /** `pagefind/` and `search/data/` of the archive that is measured. */
  dist: string;
}

/** Serves a published site with the index of another archive in the place of its own, as a static host does. */
export async function serveBench({ root, site, dist }: Places): Promise<{ url: string; server: Server }> {
  const folderOf = (path: string) =>
    path.startsWith('/src/')
      ? root
      : site === undefined || /^\/(?:pagefind|search\/data|names\.json)/u.test(path)
        ? dist
        : site;
  const answer = async (path: string) => {
    if (site === undefined && path === '/') return { head: { 'content-type': 'text/html' }, body: BLANK };
    const file = path.endsWith('/') ? `${path}index.html` : path;
    const bytes = await readFile(join(folderOf(path), file));
    const type = COMPRESSED[extname(file)];
    if (type === undefined) return { head: { 'content-type': 'application/octet-stream' }, body: bytes };
    const text = file.endsWith('.ts') ? stripTypeScriptTypes(bytes.toString()) : bytes;
    return { head: { 'content-type': type, 'content-encoding': 'gzip' }, body: gzipSync(text) };
  };
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname));
    answer(path).then(
      ({ head, body }) => response.writeHead(200, { ...head, 'content-length': body.length }).end(body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { url: `http://127.0.0.1:${address.port}/`, server };
}
