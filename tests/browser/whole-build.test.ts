import { access, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { compareFolders, copyProject, readFolder } from './frame/copy-project.ts';

const FILE = 'content/articles/2023-04-14/p02-009.mdx';
/** What a changed article may rewrite: its pages, issue and page, names, feeds, data, and its part of the search. */
const OF_THIS_ARTICLE =
  /^(?:2023-04-14\/(?:index\.html|p02(?:-009)?\/)|names\/|feed\.|data\/(?:articles\.|articles\/2023-04-14\/p02-009\.|checksums\.txt|datapackage\.json)|pagefind\/|search\/data\/(?:[^/]+$|text\/2023-04-14\/p02(?:-009)?\.))/u;
const LONG = { timeout: 600_000 };

test(
  'the same bytes elsewhere; nothing half-done when killed; a quick build as good as a new one',
  LONG,
  async () => {
    const copy = await copyProject('另一个 folder/with spaces');
    const env = {
      ...{ TZ: 'Pacific/Apia', LANG: 'de_DE.UTF-8', LC_ALL: 'zh_CN.UTF-8', UV_THREADPOOL_SIZE: '1' },
      NODE_OPTIONS: `--import="${new URL('frame/other-machine.mjs', import.meta.url)}"`,
    };
    const article = join(copy.root, FILE);
    const page = join(copy.dist, '2023-04-14/p02-009/index.html');

    // Another folder, time zone, language, number of cores and threads, and order of files; and another text.
    const text = await readFile(article, 'utf8');
    const other = text.replace('近日，丰台区召开', '近日，丰台区又召开');
    expect(other).not.toBe(text);
    await writeFile(article, other);
    expect((await copy.build({ env })).said).toContain('完成');
    expect(await readFile(page, 'utf8')).toContain('丰台区又召开');

    // Killed while it renders: the published folder stays as it was.
    await writeFile(article, text);
    const before = await readFolder(copy.dist);
    const dates = new Map<string, number>();
    for (const path of before.keys()) dates.set(path, (await stat(join(copy.dist, path))).mtimeMs);
    for (const killAfter of [500, 3000]) {
      const { code } = await copy.build({ killAfter });
      expect(code, 'the build was over before it was killed').toBeNull();
      const after = await readFolder(copy.dist);
      expect([...after.keys()]).toEqual([...before.keys()]);
      for (const [path, bytes] of after) expect(bytes.equals(before.get(path)!), path).toBe(true);
    }

    // The next build takes up what the last one kept, and leaves unrelated files alone.
    expect((await copy.build({ env })).said).toContain('完成');
    expect(await readFile(page, 'utf8')).not.toContain('丰台区又召开');
    const rewritten: string[] = [];
    for (const path of (await readFolder(copy.dist)).keys())
      if ((await stat(join(copy.dist, path))).mtimeMs !== dates.get(path)) rewritten.push(path);
    expect(rewritten).toContain('2023-04-14/p02-009/index.html');
    expect(rewritten.filter((path) => !OF_THIS_ARTICLE.test(path))).toEqual([]);

    // It gives what a build without any cache gives here: what the first one elsewhere wrote, and what this one did.
    expect(await compareFolders(copy.dist, inject('site').folder)).toEqual([]);
  },
);

test('a mistake of an editor stops the build with its place, and nothing is published', LONG, async () => {
  const copy = await copyProject();
  const article = join(copy.root, FILE);
  const text = await readFile(article, 'utf8');
  await writeFile(article, `${text.replace('status: proofread', 'status: done')}\n{process.exit(0)}\n`);
  const { code, said } = await copy.build();
  expect(code).toBe(1);
  expect(said).toContain(`${FILE}:6  “status” 读到 "done"`);
  expect(said).toMatch(/p02-009\.mdx:\d+ {2}读到 花括号里的程序/u);
  expect(said).not.toMatch(/^\s+at /mu);
  await expect(access(copy.dist)).rejects.toThrow('ENOENT');
});

test('a place that cannot be written to is named', LONG, async () => {
  const copy = await copyProject();
  const { code, said } = await copy.build({ args: ['--cache', '/dev/null/cache'] });
  expect(code).toBe(1);
  expect(said).toContain('/dev/null/cache');
  expect(said).not.toMatch(/^\s+at /mu);
});
