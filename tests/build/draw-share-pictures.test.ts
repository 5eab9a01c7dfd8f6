import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, onTestFinished, test } from 'vitest';
import { drawSharePictures } from '../../scripts/build/draw-share-pictures.ts';
import { loadTypeface } from '../../scripts/build/share-pictures/load-typeface.ts';
import type { Content } from '../../src/loader/read-content.ts';
import type { Article } from '../../src/model.ts';
import { makeArticle } from '../archive/make-article.ts';

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'pictures-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

async function draw(root: string, articles: Article[]): Promise<{ dist: string; said: string }> {
  const content: Content = {
    settings: {
      name: '丰台报存档',
      newspaper: '丰台报',
      description: '全文存档',
      corrections: { branch: 'main' },
    },
    issues: [],
    articles,
    topics: [],
    names: { person: [], place: [], organisation: [] },
    scans: [],
  };
  const said: string[] = [];
  const dist = join(root, 'dist');
  await drawSharePictures({
    root,
    dist,
    cache: join(root, 'cache'),
    base: '/',
    site: 'https://archive.example',
    content,
    say: (line) => said.push(line),
  });
  return { dist, said: said.join('\n') };
}

test('each published article has a picture of the size that other sites ask for; a withdrawn one has none', async () => {
  const withdrawn = makeArticle({
    id: 'p02-099',
    status: 'withdrawn',
    withdrawn: { reason: '权利人要求', date: '2026-01-01' },
  });
  const { dist } = await draw(await makeFolder(), [makeArticle(), withdrawn]);
  expect(await readdir(join(dist, 'og/2024-05-06'))).toEqual(['p02-001.png']);
  const { width, height, format } = await sharp(join(dist, 'og/2024-05-06/p02-001.png')).metadata();
  expect({ width, height, format }).toEqual({ width: 1200, height: 630, format: 'png' });
});

test('the same text gives the same bytes, another headline other ones', async () => {
  const pictures = [];
  for (const headline of ['绿道贯通', '绿道贯通', '绿道开工']) {
    const { dist } = await draw(await makeFolder(), [makeArticle({ headline })]);
    pictures.push(await readFile(join(dist, 'og/2024-05-06/p02-001.png')));
  }
  expect(pictures[0]!.equals(pictures[1]!)).toBe(true);
  expect(pictures[0]!.equals(pictures[2]!)).toBe(false);
});

test('what was drawn once is not drawn again, and the cache is bounded', async () => {
  const root = await makeFolder();
  expect((await draw(root, [makeArticle()])).said).toContain('新画 2 张');
  const stale = join(root, 'cache/share-pictures');
  await Promise.all(Array.from({ length: 520 }, (_, i) => writeFile(join(stale, `old-${i}.png`), '')));
  expect((await draw(root, [makeArticle()])).said).toContain('新画 0 张');
  expect(await readdir(stale)).toHaveLength(502);
  expect((await stat(join(root, 'dist/og/site.png'))).size).toBeGreaterThan(1000);
});

test('a character without a type is drawn as 〓 and reported, never left out in silence', async () => {
  const { said } = await draw(await makeFolder(), [makeArticle({ headline: '丰台\u{E000}报' })]);
  expect(said).toContain('分享图缺字“\u{E000}”（og/2024-05-06/p02-001.png）');
});

test('the typeface has every character of GB 2312 and of GBK', async () => {
  const { lacks } = await loadTypeface('bold');
  const decoder = new TextDecoder('gbk');
  let all = '';
  for (let high = 0x81; high <= 0xfe; high += 1) {
    for (let low = 0x40; low <= 0xfe; low += 1) {
      const text = decoder.decode(new Uint8Array([high, low]));
      if (/^[\u4E00-\u9FFF]$/u.test(text)) all += text;
    }
  }
  expect(all.length).toBeGreaterThan(20_000);
  expect(lacks(all)).toEqual([]);
});
