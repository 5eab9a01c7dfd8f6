import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { validateHtml } from '../../scripts/build/check-published/validate-html.ts';
import { writeRedirects } from '../../scripts/build/write-redirects.ts';
import type { Content } from '../../src/loader/read-content.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'fengtai-redirects-'));
  await mkdir(join(root, 'content'));
});
afterEach(() => rm(root, { recursive: true }));

async function write(yaml: string): Promise<void> {
  await writeFile(join(root, 'content/redirects.yaml'), yaml);
  const articles = ['2023-04-14/p02-009', '2023-04-14/p02-107'].map((name) => ({
    name,
    status: 'proofread',
  }));
  await writeRedirects({
    root,
    dist: join(root, 'dist'),
    cache: root,
    base: '/fengtai/',
    site: 'https://example.org',
    content: { articles } as unknown as Content,
    say: () => {},
  });
}
const entry = (from: string, to: string) =>
  `- { from: "${from}", to: "${to}", date: "2026-01-01", reason: "并入" }\n`;
const read = (path: string) => readFile(join(root, 'dist', path), 'utf8');

test('an old address leads to the end of its chain, on every kind of host', async () => {
  await write(
    entry('2023-04-13/p02-009', '2023-04-15/p02-009') + entry('2023-04-15/p02-009', '2023-04-14/p02-009'),
  );
  expect(await read('_redirects')).toContain(
    '/fengtai/2023-04-13/p02-009/ /fengtai/2023-04-14/p02-009/ 301\n',
  );
  expect(await read('.htaccess')).toContain(
    'RedirectMatch 301 ^/fengtai/2023-04-13/p02-009/$ /fengtai/2023-04-14/p02-009/\n',
  );
  for (const path of ['2023-04-13/p02-009/', '2023-04-15/p02-009/']) {
    const html = await read(`${path}index.html`);
    expect(html).toContain('content="0; url=/fengtai/2023-04-14/p02-009/"');
    expect(html).toContain('href="https://example.org/fengtai/2023-04-14/p02-009/"');
    expect(await validateHtml(html, path)).toEqual([]);
  }
  expect(await read('2023-04-13/p02-009/provenance/index.html')).toContain(
    '/fengtai/2023-04-14/p02-009/provenance/',
  );
});

test.each([
  ['leads nowhere', entry('2023-04-13/p02-009', '2020-01-01/p02-001'), /没有这篇文章/u],
  [
    'leads away from an article that is there',
    entry('2023-04-14/p02-107', '2023-04-14/p02-009'),
    /仍是一篇文章/u,
  ],
  [
    'goes in a circle',
    entry('2023-04-13/p02-009', '2023-04-12/p02-009') + entry('2023-04-12/p02-009', '2023-04-13/p02-009'),
    /又回到/u,
  ],
  [
    'is no address',
    '- { from: "p02-009", to: "2023-04-14/p02-009", date: "2026-01-01", reason: "x" }\n',
    /2023-04-14/u,
  ],
])('an entry that %s stops the build with its line', async (_, yaml, message) => {
  const failure = write(yaml);
  await expect(failure).rejects.toThrow(message);
  await expect(failure).rejects.toThrow(/content\/redirects\.yaml:1/u);
});

test('no file, no redirects', async () => {
  await mkdir(join(root, 'dist'), { recursive: true });
  await writeRedirects({
    root,
    dist: join(root, 'dist'),
    cache: root,
    base: '/',
    site: 'https://example.org',
    content: { articles: [] } as unknown as Content,
    say: () => {},
  });
  expect(await read('_redirects')).toBe('');
});
