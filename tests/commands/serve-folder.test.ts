import { request } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { serveFolder } from '../../scripts/serve/serve-folder.ts';
import { serveOnFreePort } from '../../scripts/serve/serve-on-free-port.ts';
import { makeFolder } from './make-folder.ts';

async function serve(base: string) {
  const folder = await makeFolder({
    'secret.txt': 'secret',
    'dist/index.html': '<h1>丰台</h1>',
    'dist/404.html': '没有这一页',
    'dist/2023-04-14/index.html': '期',
    'dist/feed.json': '{}',
  });
  const served = await serveFolder({ folder: join(folder, 'dist'), base, port: 0 });
  onTestFinished(() => served.stop());
  return served;
}

/** The path goes out as it is written: `fetch` would tidy up the dots. */
function getRaw(port: number, path: string): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    request({ port, path, host: '127.0.0.1' }, (response) => {
      let body = '';
      response.on('data', (data) => {
        body += data;
      });
      response.on('end', () => resolve({ status: response.statusCode!, body }));
    })
      .on('error', reject)
      .end();
  });
}

test.each(['/', '/fengtai/'])('serves pages under %s', async (base) => {
  const { url } = await serve(base);
  const home = await fetch(url);
  expect(home.headers.get('content-type')).toMatch(/^text\/html; ?charset=utf-8$/iu);
  expect(home.headers.get('x-content-type-options')).toBe('nosniff');
  expect(await home.text()).toBe('<h1>丰台</h1>');
  expect(await (await fetch(`${url}2023-04-14/`)).text()).toBe('期');
  const missing = await fetch(`${url}nothing/`);
  expect([missing.status, await missing.text()]).toEqual([404, '没有这一页']);
});

test('sends a reader who leaves the slash away to the base path', async () => {
  const { url } = await serve('/fengtai/');
  const response = await fetch(url.slice(0, -1), { redirect: 'manual' });
  expect([response.status, response.headers.get('location')]).toEqual([308, '/fengtai/']);
});

test.each(['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/fengtai/../../secret.txt', '/%'])(
  'gives nothing outside the folder: %s',
  async (path) => {
    const { port } = await serve('/');
    const { status, body } = await getRaw(port, path);
    expect(status).toBe(404);
    expect(body).not.toContain('secret');
  },
);

test('a busy port is skipped with a word', async () => {
  const holder = createServer();
  await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void holder.close());
  const { port } = holder.address() as { port: number };
  const folder = await makeFolder({ 'index.html': '' });
  const skipped: number[] = [];
  const served = await serveOnFreePort(
    port,
    (free) => serveFolder({ folder, port: free }),
    (taken) => skipped.push(taken),
  );
  onTestFinished(() => served.stop());
  expect(skipped[0]).toBe(port);
  expect(served.port).toBeGreaterThan(port);
});

test.each([Number.NaN, -1, 70_000, 1.5])('PORT %d is refused', async (port) => {
  await expect(
    serveOnFreePort(
      port,
      () => Promise.reject(new Error('tried')),
      () => {},
    ),
  ).rejects.toThrow('PORT');
});
