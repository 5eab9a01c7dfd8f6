import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { answerReview } from '../../scripts/serve/review/answer-review.ts';
import { copyArchive, type TestArchive } from './make-archive.ts';

// Each test has an archive and a git store of its own: slow disks need time.
vi.setConfig({ testTimeout: 60_000 });

let archive: TestArchive;
let server: Server;
let url: string;
beforeEach(async () => {
  archive = copyArchive();
  server = createServer((request, response) => {
    void answerReview(archive.root, (request.url ?? '').slice('/review/'.length), '/', response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/review/`;
});
afterEach(() => new Promise((resolve) => server.close(resolve)));

test('the review page lists what to look at, gravest first, with file and line, and how far each issue is read', async () => {
  const file = 'content/articles/2023-04-14/p02-009.mdx';
  archive.write(
    file,
    archive
      .read(file)
      .replace('status: proofread', 'status: machine')
      .replace(
        'lines: [[6, 105]]',
        'lines: [[6, 105]]\ndoubts:\n  - { line: 9, message: "标题不知是谁的", runnerUp: "另一个标题", closeness: 0.9 }',
      )
      .replace('近日，丰台区召开', '近曰，丰台区召开'),
  );
  const { items, progress } = (await (await fetch(`${url}list.json`)).json()) as {
    items: { kind: string; file: string; line: number; text: string; scan?: string; scanLine?: number }[];
    progress: unknown[];
  };
  const typo = items.find(({ text }) => text.includes('曰'))!;
  expect(typo).toMatchObject({ kind: 'warning', file, scan: 'content/scans/2023-04-14/p02.txt' });
  expect(archive.read(file).split('\n')[typo.line - 1]).toContain('近曰');
  const doubt = items.find(({ kind }) => kind === 'doubt')!;
  expect(doubt).toMatchObject({ file, scanLine: 9 });
  expect(doubt.text).toContain('另一个标题');
  expect(items.indexOf(typo)).toBeLessThan(items.indexOf(doubt));
  expect(progress).toContainEqual({
    date: '2023-04-14',
    machine: 1,
    proofread: 4,
    validated: 0,
    withdrawn: 0,
  });
  const lines = (await (await fetch(`${url}text/${doubt.scan}`)).json()) as string[];
  expect(lines[8]).toContain('支援合作');
});

test('nothing outside the archive is served', async () => {
  for (const path of [
    'text/package.json',
    'text/content/../package.json',
    'text/content/archive.yaml',
    'answer-review.ts',
    'toString',
  ])
    expect((await fetch(`${url}${path}`)).status, path).toBe(404);
});
