import { appendFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readRedirects } from '../../src/loader/read-redirects.ts';
import type { BuildStep } from './build-step.ts';

/** Pages that every article has below its own. */
const BELOW = ['', 'provenance/'];

/**
 * Keeps the addresses of articles that were merged, split, moved or dated anew: `_redirects` for hosts that
 * read it, `Redirect` for Apache, and a small page at each old address for all others.
 */
export const writeRedirects: BuildStep = async ({ root, dist, site, base, content, say }) => {
  const names = new Set(content.articles.map(({ name }) => name));
  const published = new Set(
    content.articles.filter(({ status }) => status !== 'withdrawn').map(({ name }) => name),
  );
  const redirects = await readRedirects(root, names);
  const moves = redirects.flatMap(({ from, to }) =>
    BELOW.map((below) => ({
      from: `${base}${from}/${below}`,
      // A withdrawn article has its own page only.
      to: `${base}${to}/${published.has(to) ? below : ''}`,
    })),
  );
  for (const { from, to } of moves) {
    const folder = join(dist, from.slice(base.length));
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'index.html'), stub(to, `${site}${to}`));
  }
  const lines = moves.map(({ from, to }) => `${from} ${to} 301\n`);
  await writeFile(join(dist, '_redirects'), lines.join(''));
  if (moves.length > 0)
    await appendFile(
      join(dist, '.htaccess'),
      moves.map(({ from, to }) => `RedirectMatch 301 ^${from.replaceAll('.', '\\.')}$ ${to}\n`).join(''),
    );
  say(`  ${redirects.length} 个`);
};

function stub(to: string, full: string): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>这一篇改了地址</title>
<meta http-equiv="refresh" content="0; url=${to}">
<meta name="robots" content="noindex">
<link rel="canonical" href="${full}">
</head>
<body>
<main><h1>这一篇改了地址</h1><p><a href="${to}">到新地址去读</a></p></main>
</body>
</html>
`;
}
