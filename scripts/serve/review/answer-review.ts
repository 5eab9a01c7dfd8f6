import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { readScanText } from '../../../src/provenance/scan-text.ts';
import { collectReview } from './collect-review.ts';

const ARTICLE =
  /^text\/(content\/articles\/\d{4}-\d{2}-\d{2}\/p\d{2}-\d{3,}\.mdx|content\/issues\/\d{4}-\d{2}-\d{2}\.yaml)$/u;
const SCAN = /^text\/(content\/scans\/\d{4}-\d{2}-\d{2}\/p\d{2}\.[a-z]+)$/u;
const FILES: Readonly<Record<string, string>> = {
  'review.css': 'text/css; charset=utf-8',
  'review.js': 'text/javascript; charset=utf-8',
};

/**
 * Answers a request of the review page: the page, its list, a file of the archive line by line.
 *
 * @param root folder of the repository
 * @param path path below `/review/`
 * @param base base path of the site
 */
export async function answerReview(
  root: string,
  path: string,
  base: string,
  response: ServerResponse,
): Promise<void> {
  const send = (type: string, body: string, status = 200) => {
    response.writeHead(status, {
      'Content-Type': type,
      'Cache-Control': 'no-store',
      'Content-Security-Policy': "default-src 'self'; frame-ancestors 'none'",
    });
    response.end(body);
  };
  const json = (value: unknown) => send('application/json; charset=utf-8', JSON.stringify(value));
  if (path === '') {
    const page = await readFile(new URL('review.html', import.meta.url), 'utf8');
    send('text/html; charset=utf-8', page.replaceAll('%BASE%', base));
  } else if (Object.hasOwn(FILES, path)) {
    send(FILES[path]!, await readFile(new URL(path, import.meta.url), 'utf8'));
  } else if (path === 'list.json') json(await collectReview(root));
  else if (SCAN.test(path)) json((await readScanText(root, SCAN.exec(path)![1]!)).lines);
  else if (ARTICLE.test(path))
    json(
      (
        await readFile(join(root, ARTICLE.exec(path)![1]!), 'utf8').catch(
          () => '（这一版还没有收入，文章是临时整理的）',
        )
      ).split('\n'),
    );
  else send('text/plain; charset=utf-8', '没有这一页', 404);
}
