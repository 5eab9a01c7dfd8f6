import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, inject, onTestFinished, test } from 'vitest';
import { answerReview } from '../../scripts/serve/review/answer-review.ts';
import { copyArchive, type TestArchive } from '../editors/make-archive.ts';
import { checkAxe } from './frame/check-axe.ts';
import { copyProject } from './frame/copy-project.ts';
import { openPage } from './frame/open-page.ts';

/** What is loaded on demand is waited for, however busy the machine. */
const soon = <T>(read: () => T | Promise<T>) => expect.poll(read, { timeout: 60_000, interval: 200 });
const FILE = 'content/articles/2023-04-14/p02-009.mdx';
/** These pages are the editor's own server's, not the published site's. */
const ownOnly = (complaints: readonly string[]) =>
  complaints.filter((line) => !line.startsWith('elsewhere:'));

/** The review page over an archive with a misspelt word and a doubt; every other address answers with nothing. */
async function serveReview(): Promise<{ archive: TestArchive; original: string; url: string }> {
  const archive = copyArchive();
  const original = archive.read(FILE);
  archive.write(
    FILE,
    original
      .replace('status: proofread', 'status: machine')
      .replace(
        /^(lines: .*)$/mu,
        '$1\ndoubts:\n  - { line: 9, message: "标题不知是谁的", runnerUp: "另一个标题", closeness: 0.9 }',
      )
      .replace('近日，丰台区召开', '近曰，丰台区召开'),
  );
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    if (path.startsWith('/review/'))
      void answerReview(archive.root, path.slice('/review/'.length), '/', response);
    else response.writeHead(204).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/review/`;
  return { archive, original, url };
}

test('an editor goes through findings and doubts by keyboard, the scan beside the article', async () => {
  const { archive, original, url } = await serveReview();
  const { page, complaints } = await openPage(url, {
    viewport: { width: 1280, height: 800 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const tally = page.locator('#tally');
  await soon(() => tally.textContent()).toMatch(/^共 \d+ 处$/u);
  const count = Number(/\d+/u.exec((await tally.textContent())!)![0]);
  const where = page.locator('#where');
  const current = page.locator('#list [aria-current="true"]');
  const here = (id: string) => page.locator(`#${id} .here`);
  const numberOf = (id: string) =>
    here(id).evaluate((row) => [...row.parentElement!.children].indexOf(row) + 1);

  // The misspelt word comes first: which file, which line, and that line in sight.
  const line =
    archive
      .read(FILE)
      .split('\n')
      .findIndex((text) => text.includes('近曰')) + 1;
  await soon(() => where.textContent()).toContain(`1 / ${count}`);
  expect(await where.locator('code').textContent()).toBe(`${FILE}:${line}`);
  await soon(() => here('article').textContent()).toContain('近曰');
  expect(await numberOf('article')).toBe(line);
  await soon(() => here('scan').textContent()).toContain('近日');
  expect(await page.locator('#scan-name').textContent()).toBe('content/scans/2023-04-14/p02.txt');
  for (const id of ['article', 'scan']) {
    const [row, list] = await Promise.all([here(id).boundingBox(), page.locator(`#${id}`).boundingBox()]);
    expect(row!.y).toBeGreaterThanOrEqual(list!.y);
    expect(row!.y + row!.height).toBeLessThanOrEqual(list!.y + list!.height);
  }
  await page.keyboard.press('c');
  await soon(() => page.evaluate(() => navigator.clipboard.readText())).toBe(`${FILE}:${line}`);
  // What stands under what is told by its indentation, in the front matter above all.
  const indented = page.locator('#article li', { hasText: '标题不知是谁的' });
  const room = await indented.evaluate((row) => {
    const range = document.createRange();
    range.setStart(row.firstChild!, 0);
    range.setEnd(row.firstChild!, 2);
    return range.getBoundingClientRect().width;
  });
  expect(room).toBeGreaterThan(4);

  // On to the doubt, with the machine's other choice and its line of the scan; and back.
  for (let step = 1; !(await where.textContent())!.includes('标题不知是谁的'); step++) {
    expect(step).toBeLessThan(count);
    await page.keyboard.press('j');
    await soon(() => where.textContent()).toContain(`${step + 1} / ${count}`);
  }
  expect(await where.textContent()).toContain('另一个标题');
  expect(await current.getAttribute('class')).toBe('doubt');
  await soon(() => numberOf('scan')).toBe(9);
  const at = Number(/^(\d+) \//u.exec((await where.textContent())!)![1]);
  await page.keyboard.press('k');
  await soon(() => where.textContent()).toContain(`${at - 1} / ${count}`);

  // A held key: texts arrive in any order, and what is shown belongs to what is asked.
  let late = 1000;
  await page.route('**/review/text/**', async (route) => {
    // The first text comes last.
    late -= 100;
    await new Promise((resolve) => setTimeout(resolve, late));
    await route.continue();
  });
  for (let step = 0; step < 3; step++) await page.keyboard.press(at > 3 ? 'k' : 'j');
  await page.waitForTimeout(1500);
  const shown = (await where.locator('code').textContent())!.split(':')[0]!;
  expect(await page.locator('#article li').allTextContents()).toEqual(archive.read(shown).split('\n'));
  await page.unroute('**/review/text/**');

  // Progress by issue: one article of five is the machine's.
  const row = page.locator('#progress tr', { hasText: '2023-04-14' });
  expect(await row.locator('td').allTextContents()).toEqual(['2023-04-14', '1', '4', '0', '0', '']);
  expect(await row.locator('progress').evaluate((bar: HTMLProgressElement) => bar.value / bar.max)).toBe(0.8);

  // On a phone nothing of it is beside the window.
  for (const width of [320, 360]) {
    await page.setViewportSize({ width, height: 740 });
    expect(await page.evaluate(() => document.scrollingElement!.scrollWidth)).toBe(width);
  }
  await page.setViewportSize({ width: 1280, height: 800 });

  // Mended and checked again, it is gone.
  archive.write(FILE, original);
  await page.keyboard.press('r');
  await soon(() => tally.textContent()).not.toBe(`共 ${count} 处`);
  await soon(() => page.locator('#list').textContent()).not.toContain('近曰');
  expect(ownOnly(complaints)).toEqual([]);
});

test('on a phone an editor goes through them with the thumb, and hears what a button does', async () => {
  const { archive, url } = await serveReview();
  const { page, complaints } = await openPage(url, {
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const tally = page.locator('#tally');
  await soon(() => tally.textContent()).toMatch(/^共 \d+ 处$/u);
  const count = Number(/\d+/u.exec((await tally.textContent())!)![0]);
  const where = page.locator('#where');
  await soon(() => where.textContent()).toContain(`1 / ${count}`);
  // What has no room on the bar is said, not shown.
  const button = (name: string) => page.getByRole('button', { name: new RegExp([...name].join(' ?'), 'u') });

  // In sight wherever the page is scrolled to, as wide as a thumb, and named in full.
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  for (const name of ['上一处', '下一处', '复制文件和行号', '打开网页', '再查一遍']) {
    const box = (await button(name).boundingBox())!;
    expect(box.width, name).toBeGreaterThanOrEqual(44);
    expect(box.height, name).toBeGreaterThanOrEqual(44);
    expect(box.x, name).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width, name).toBeLessThanOrEqual(360);
    expect(box.y + box.height, name).toBeLessThanOrEqual(740);
  }
  // What the list says of each fits in it, the file and the line above all.
  expect(await page.locator('#list button').first().textContent()).toContain(FILE);
  const [row, list] = await Promise.all(
    ['#list button', '#list'].map((one) => page.locator(one).first().boundingBox()),
  );
  expect(row!.width).toBeLessThanOrEqual(list!.width);
  expect(row!.height).toBeGreaterThanOrEqual(60);

  expect(await button('上一处').getAttribute('aria-disabled')).toBe('true');
  await button('上一处').tap({ force: true });
  expect(await where.textContent()).toContain(`1 / ${count}`);
  await button('复制文件和行号').tap();
  const place = (await where.locator('code').textContent())!;
  await soon(() => tally.textContent()).toBe(`已复制 ${place}`);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(place);
  await page.evaluate(() => {
    window.open = (url) => {
      document.title = String(url);
      return null;
    };
  });
  await button('打开网页').tap();
  expect(await page.title()).toBe('/2023-04-14/p02-009/');
  for (let step = 1; step < count; step++) {
    await button('下一处').tap();
    await soon(() => where.textContent()).toContain(`${step + 1} / ${count}`);
  }
  expect(await button('下一处').getAttribute('aria-disabled')).toBe('true');

  // From button to button by keyboard; one that has nothing to do keeps its place.
  await button('上一处').focus();
  await page.keyboard.press('Enter');
  await soon(() => where.textContent()).toContain(`${count - 1} / ${count}`);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await soon(() => where.textContent()).toContain(`${count} / ${count}`);
  expect(await button('下一处').evaluate((own) => own === document.activeElement)).toBe(true);
  expect(await checkAxe(page)).toEqual([]);

  // Where the browser does not let it copy, it says so.
  await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await button('复制文件和行号').tap();
  await soon(() => tally.textContent()).toContain('没有复制成');
  expect(archive.read(FILE)).toContain('近曰');
  expect(ownOnly(complaints)).toEqual([]);
});

test('npm start shows a changed article at once, outlives a broken one, and keeps the review page to itself', async () => {
  const { folder } = inject('site');
  expect(existsSync(join(folder, 'review'))).toBe(false);
  const project = await copyProject();
  const program = `
    import { serveLive } from ${JSON.stringify(join(project.root, 'scripts/serve/serve-live.ts'))};
    const served = await serveLive({ root: process.cwd(), folder: ${JSON.stringify(folder)}, base: '/', port: 0, say: () => {} });
    console.log(served.url);`;
  // Inside a test run Astro serves no pages.
  const { VITEST: _, NODE_ENV: __, ...editorsOwn } = process.env;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    cwd: project.root,
    env: { ...editorsOwn, SITE_URL: 'https://archive.example', BASE_PATH: '/' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (data) => resolve(String(data).trim()));
    child.once('close', () => reject(new Error('the server did not start')));
  });
  const article = '2023-04-14/p02-009/';
  const textOf = async (path: string) => (await fetch(`${url}${path}`)).text();
  expect(await textOf(article)).toContain('近日，丰台区召开');

  const file = join(project.root, FILE);
  const original = await readFile(file, 'utf8');
  await writeFile(file, original.replace('近日，丰台区召开', '日前，丰台区召开'));
  await soon(() => textOf(article)).toContain('日前，丰台区召开');

  await writeFile(file, original.replace('近日，丰台区召开', '{process.exit(0)}'));
  await soon(async () => (await fetch(`${url}review/list.json`)).text()).toContain('花括号里的程序');
  expect((await fetch(`${url}${article}`)).status).toBeLessThan(500);
  await writeFile(file, original.replace('近日，丰台区召开', '这几天，丰台区召开'));
  await soon(() => textOf(article)).toContain('这几天，丰台区召开');

  const { page, complaints } = await openPage(`${url}review/`);
  await soon(() => page.locator('#tally').textContent()).toMatch(/^共 \d+ 处$/u);
  expect(ownOnly(complaints)).toEqual([]);
  for (const path of [
    'review/answer-review.ts',
    'review/text/package.json',
    'review/text/content/../package.json',
  ])
    expect((await fetch(`${url}${path}`)).status, path).toBe(404);
});
