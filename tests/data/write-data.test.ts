import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Ajv2020 } from 'ajv/dist/2020.js';
import sirv from 'sirv';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeData } from '../../scripts/build/write-data.ts';
import { type Content, readContent } from '../../src/loader/read-content.ts';
import { root } from '../provenance/read-real-pages.ts';

const run = promisify(execFile);
let content: Content;
let dist: string;
let server: Server;
let address: string;

async function build(into: string, from: Content, { cache = into } = {}): Promise<void> {
  const context = { root, dist: into, cache, base: '/', site: 'https://example.org', content: from };
  await writeData({ ...context, say: () => {} });
}
const read = (path: string, from = dist) => readFile(join(from, 'data', path), 'utf8');
const lines = async (path: string) => (await read(path)).trimEnd().split('\n');

beforeAll(async () => {
  content = await readContent(root);
  dist = await mkdtemp(join(tmpdir(), 'fengtai-data-'));
  await build(dist, content);
  const serve = sirv(dist);
  server = createServer((request, response) =>
    serve(request, response, () => {
      response.writeHead(404).end();
    }),
  );
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/data/`;
}, 60_000);
afterAll(async () => {
  server.close();
  await rm(dist, { recursive: true, force: true });
});

describe('the open data', () => {
  test('every file is described, and its checksum holds', async () => {
    const about = JSON.parse(await read('datapackage.json'));
    for (const { path, bytes, hash } of about.resources) {
      const data = await readFile(join(dist, 'data', path));
      expect(data.byteLength, path).toBe(bytes);
      expect(`sha256:${createHash('sha256').update(data).digest('hex')}`, path).toBe(hash);
    }
    const listed = new Map((await lines('checksums.txt')).map((line) => [line.slice(66), line.slice(0, 64)]));
    const files = (await readdir(join(dist, 'data'), { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(join(dist, 'data').length + 1))
      .filter((path) => path !== 'checksums.txt' && path !== 'datapackage.json');
    expect([...listed.keys()].sort()).toEqual(files.sort());
    for (const path of files)
      expect(
        createHash('sha256')
          .update(await readFile(join(dist, 'data', path)))
          .digest('hex'),
        path,
      ).toBe(listed.get(path));
  });

  test('every record is valid under the schema that is given with it', async () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    const check = async (schema: string, records: unknown[]) => {
      const validate = ajv.compile(JSON.parse(await read(`schema/${schema}.json`)));
      expect(records.length).toBeGreaterThan(0);
      for (const record of records)
        expect(validate(record) || validate.errors, JSON.stringify(record)).toBe(true);
    };
    const articles = (await lines('articles.jsonl')).map((line) => JSON.parse(line));
    await check('article', articles);
    await check('citation', JSON.parse(await read('citations.csl.json')));
    await check('name', JSON.parse(await read('names.json')));
    for (const article of articles)
      expect(JSON.parse(await read(`articles/${article.name}.json`))).toEqual(article);
  });

  test('the counts of all forms agree, and the text is that of the articles', async () => {
    const records = (await lines('articles.jsonl')).map((line) => JSON.parse(line));
    expect(records.map(({ name }) => name)).toEqual(content.articles.map(({ name }) => name));
    expect(records.map(({ text }) => text)).toEqual(
      content.articles.map(({ blocks }) => blocks.map(({ text }) => text).join('\n')),
    );
    expect(JSON.parse(await read('citations.csl.json'))).toHaveLength(records.length);
    expect(JSON.parse(await read('datapackage.json')).counts).toEqual({
      articles: records.length,
      scans: content.scans.length,
      issues: content.issues.length,
    });
  });

  test('scans are given away byte for byte', async () => {
    for (const { file } of content.scans)
      expect(await readFile(join(dist, file.replace('content/', 'data/')))).toEqual(
        await readFile(join(root, file)),
      );
  });

  test('a withdrawn article is in none of it, nor are its lines in the scan', async () => {
    const into = await mkdtemp(join(tmpdir(), 'fengtai-data-'));
    const articles = content.articles.map((article) =>
      article.name === '2023-04-14/p02-337'
        ? { ...article, status: 'withdrawn' as const, withdrawn: { reason: '应要求', date: '2026-01-01' } }
        : article,
    );
    await build(into, { ...content, articles });
    for (const entry of await readdir(join(into, 'data'), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || entry.name === 'checksums.txt') continue;
      const text = await readFile(join(entry.parentPath, entry.name), 'utf8');
      expect(text, entry.name).not.toContain('四大专区');
    }
    const scan = await read('scans/2023-04-14/p02.txt', into);
    const [before, after] = [await read('scans/2023-04-14/p02.txt'), scan].map(
      (text) => text!.split('\n').length,
    );
    expect(after).toBe(before);
    expect(existsSync(join(into, 'data/articles/2023-04-14/p02-337.json'))).toBe(false);
    await rm(into, { recursive: true });
  });
});

test('what the last build found is taken only while nothing of the page has changed', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'fengtai-data-'));
  const [cache, quick, clean] = ['cache', 'quick', 'clean'].map((name) => join(folder, name));
  const places = new Set(content.articles.map(({ date, page }) => `${date}/p${page}`));
  // A reporter more on the first page, another furniture line on the second; the others stay.
  const [first, second] = [...places];
  const articles = content.articles.map((article) =>
    `${article.date}/p${article.page}` === first
      ? { ...article, bylines: [...article.bylines, { role: '记者', name: '高枝' }] }
      : article,
  );
  const issues = content.issues.map((issue) => ({
    ...issue,
    pages: issue.pages.map((page) =>
      `${issue.date}/p${page.page}` === second ? { ...page, pageSource: 'inferred' as const } : page,
    ),
  }));
  const changed: Content = { ...content, articles, issues };
  await build(quick!, content, { cache: cache! });
  await rm(quick!, { recursive: true });
  await build(quick!, changed, { cache: cache! });
  await build(clean!, changed);
  const listFiles = async (from: string) =>
    (await readdir(join(from, 'data'), { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(from.length + 1));
  expect((await listFiles(quick!)).sort()).toEqual((await listFiles(clean!)).sort());
  for (const file of await listFiles(clean!))
    expect(await readFile(join(quick!, file), 'utf8'), file).toBe(await readFile(join(clean!, file), 'utf8'));
  await rm(folder, { recursive: true });
});

describe('the examples on the page', () => {
  const example = async (file: string) =>
    (await readFile(join(root, 'src/data-examples', file), 'utf8')).replaceAll('{{data}}', address);
  const has = async (command: string, flag: string) =>
    run(command, [flag]).then(
      () => true,
      () => false,
    );
  const expected = ['2023 8', '2025 8', '2026 6'];

  test.each([
    ['javascript.mjs', process.execPath, '--version'],
    ['python.py', 'python3', '--version'],
    ['r.R', 'Rscript', '--version'],
  ])('%s runs as it is printed', async (file, command, flag) => {
    // An example is run where its language is installed; JavaScript always is.
    if (!(await has(command, flag))) {
      expect(file).not.toBe('javascript.mjs');
      return;
    }
    const script = join(dist, file);
    await writeFile(script, await example(file));
    // Neither Python nor R writes Chinese in a bare C locale.
    const env = { ...process.env, PYTHONIOENCODING: 'utf-8', LC_ALL: 'C.UTF-8' };
    const { stdout } = await run(command, [script], { env });
    // R sets its table in columns.
    const words = stdout.replace(/ +/gu, ' ');
    for (const year of expected) expect(words).toContain(year);
    expect(stdout).toContain('“长安街知事”专访丰台区委书记王少峰');
    expect(stdout).not.toContain('南苑森林湿地公园');
  });
});
